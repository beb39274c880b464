using System.IO.Compression;
using System.Net;
using Polaris.Client.Cataloging;

namespace Polaris.Client.Tests.Http;

/// <summary>How the body of a success is received: within the attempt, up to a limit, and cancelable.</summary>
public sealed class BodyHandlerTests
{
    [Test]
    public async Task Read_BodyBreaksOff_IsRepeated()
    {
        var server = new ScriptedServer().Then(() => Answers.Broken("[")).Then(200, "[]");
        using var polaris = TestClient.Create(server);

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Read_BodyCannotBeDecompressed_IsRepeated()
    {
        var server = new ScriptedServer()
            .Then(() => Answers.Broken("[", instead: _ => throw new InvalidDataException("not gzip")))
            .Then(200, "[]");
        using var polaris = TestClient.Create(server);

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
    }

    [Test]
    public void Start_BodyBreaksOff_IsSentOnceAndMayHaveBeenProcessed()
    {
        var server = new ScriptedServer().Then(() => Answers.Broken("{"));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(200, "")]
    [TestCase(200, "null")]
    [TestCase(204, "")]
    public void Read_BodyWithoutValue_IsAnInvalidResponseWithTheStatusOfTheServer(int status, string body)
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(status, body));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That((int)error.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Read_BodyOfExactlyTheLimit_IsAccepted()
    {
        using var polaris = TestClient.Create(
            new ScriptedServer().Then(200, Blanks(1000)), options => options.MaxResponseBytes = 1000);

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
    }

    [Test]
    public void Read_BodyOneByteOverTheLimit_NamesMaxResponseBytesAndIsNotRepeated()
    {
        var server = new ScriptedServer().Then(200, Blanks(1001));
        using var polaris = TestClient.Create(server, options => options.MaxResponseBytes = 1000);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.Contain("GET /objectlocks is larger than 1000 bytes").And.Contain("MaxResponseBytes"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Start_CompressedBodyBecomesTooLarge_MayHaveBeenProcessedAndIsNotRepeated()
    {
        var server = new ScriptedServer().Then(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = Inflating(16 * 1024 * 1024) });
        using var polaris = TestClient.Create(server, options => options.MaxResponseBytes = 1024 * 1024);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.Message, Does.Contain("is larger than 1048576 bytes"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Read_DeclaredLengthOverTheLimit_IsRefusedBeforeTheBodyIsRead()
    {
        var body = new BreakingStream([], _ => throw new AssertionException("The body was read."));
        var server = new ScriptedServer().Then(() => new HttpResponseMessage { Content = new StreamContent(body) { Headers = { ContentLength = 1001 } } });
        using var polaris = TestClient.Create(server, options => options.MaxResponseBytes = 1000);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.Contain("is larger than 1000 bytes"));
        Assert.That(body.IsDisposed, Is.True);
    }

    [Test]
    public void Read_CallerCancelsWhileAnEndlessBodyArrives_ThrowsOperationCanceledOfTheCaller()
    {
        using var cancellation = new CancellationTokenSource();
        var body = new EndlessStream("["u8.ToArray(), read =>
        {
            Assert.That(read, Is.LessThan(10), "The body is read although the caller canceled.");
            if (read == 3)
            {
                cancellation.Cancel();
            }
        });
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => new HttpResponseMessage { Content = new StreamContent(body) }));

        var error = Assert.CatchAsync<OperationCanceledException>(
            () => polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token))!;

        Assert.That(error.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    [Test]
    public void Options_MaxResponseBytesOfZero_IsReported()
    {
        var options = TestClient.Options();
        options.MaxResponseBytes = 0;
        Assert.That(() => PolarisClient.Create(options), Throws.Exception.With.Message.Contains("MaxResponseBytes is 0"));

        options.MaxResponseBytes = 1;
        Assert.That(() => PolarisClient.Create(options).Dispose(), Throws.Nothing);
    }

    /// <summary>An empty list of this length.</summary>
    private static string Blanks(int length) => "[" + new string(' ', length - 2) + "]";

    /// <summary>Zeros, compressed to a thousandth, and decompressed as the network's own handler does it.</summary>
    private static StreamContent Inflating(int length)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[length]);
        }

        compressed.Position = 0;
        return new StreamContent(new GZipStream(compressed, CompressionMode.Decompress));
    }
}
