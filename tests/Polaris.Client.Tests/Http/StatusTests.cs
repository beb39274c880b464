using System.Net;
using System.Text;
using Polaris.Client.Cataloging;

namespace Polaris.Client.Tests.Http;

/// <summary>What each status means to the caller: the exception, its advice, and whether the server may have acted.</summary>
public sealed class StatusTests
{
    [TestCase(300, "redirection", false)]
    [TestCase(307, "redirection", false)]
    [TestCase(399, "redirection", false)]
    [TestCase(400, "rejected the request", false)]
    [TestCase(401, "Check the credentials", false)]
    [TestCase(403, "permission", false)]
    [TestCase(404, "does not exist", false)]
    [TestCase(408, "See Body for the response", true)]
    [TestCase(418, "See Body for the response", false)]
    [TestCase(422, "rejected the request", false)]
    [TestCase(429, "Slow down", false)]
    [TestCase(499, "See Body for the response", false)]
    [TestCase(500, "may have acted", true)]
    [TestCase(503, "may have acted", true)]
    public void Start_AnsweredWithStatus_AdvisesAndReportsWhetherTheServerMayHaveActed(int status, string advice, bool mayHaveBeenProcessed)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(null, status));
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.Message, Does.StartWith($"POST /workflow responded with HTTP {status}").And.Contain(advice));
        Assert.That(error.MayHaveBeenProcessed, Is.EqualTo(mayHaveBeenProcessed));
        Assert.That(error.Body, Is.Null);
    }

    [TestCase("text/html")]
    [TestCase("TEXT/HTML")]
    [TestCase("application/xhtml")]
    public void Success_AsAPage_IsTheAnswerOfSomethingBetween(string mediaType)
    {
        var server = new ScriptedServer().Always(_ => Answers.Text(Answers.IisPage, 200, mediaType));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.UnlockAllAsync())!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Body, Is.EqualTo(Answers.IisPage));
        Assert.That(error.Message, Does.Contain("an HTML page instead of the documented JSON").And.EndsWith(
            "check the base address; the server may have acted on the request."));
    }

    [TestCase("application/json")]
    [TestCase("text/plain")]
    public async Task Success_OfAnyOtherMediaType_IsOne(string mediaType)
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => Answers.Text("[]", 200, mediaType)));

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Body_AtTheCapAndOneMore_KeepsWhatFits(int beyond)
    {
        var text = string.Concat(Enumerable.Range(0, ApiFailure.MaxBodyLength).Select(i => (char)('a' + (i % 26)))) + new string('!', beyond);
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => Answers.Text(text, 400)));

        var error = Assert.ThrowsAsync<ValidationFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Body, Is.EqualTo(text[..ApiFailure.MaxBodyLength]));
    }

    [Test]
    public void Body_ThatComesInOddPieces_IsCutAtTheCap()
    {
        var text = string.Concat(Enumerable.Range(0, ApiFailure.MaxBodyLength + 5000).Select(i => (char)('a' + (i % 26))));
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new StreamContent(new StreamOfPieces(Encoding.UTF8.GetBytes(text), 1000)),
        }));

        var error = Assert.ThrowsAsync<ValidationFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Body, Is.EqualTo(text[..ApiFailure.MaxBodyLength]));
    }

    [Test]
    public void Body_ThatStallsBehindTheCap_IsNotWaitedFor()
    {
        var clock = TestClient.Clock();
        var text = new string('x', ApiFailure.MaxBodyLength);
        var server = new ScriptedServer().Then(() => Answers.Broken(text, 400, token => Task.Delay(TimeSpan.FromDays(2), clock, token)));
        using var polaris = TestClient.Create(server, time: clock);

        var error = Assert.ThrowsAsync<ValidationFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Body, Is.EqualTo(text));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Body_ThatBeginsWithAByteOrderMark_IsReadByIt()
    {
        var server = new ScriptedServer().Then(() => new HttpResponseMessage(HttpStatusCode.BadRequest)
        {
            Content = new ByteArrayContent([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Käse")]),
        });
        using var polaris = TestClient.Create(server);

        Assert.That(Assert.ThrowsAsync<ValidationFailedException>(() => polaris.ObjectLocks.ListAsync())!.Body, Is.EqualTo("Käse"));
    }

    [TestCase(typeof(HttpRequestException))]
    [TestCase(typeof(IOException))]
    [TestCase(typeof(TimeoutException))]
    [TestCase(typeof(OperationCanceledException))]
    public void Success_WhoseBodyBreaksOffInAnyWay_StatesThatItMayHaveBeenDone(Type thrown)
    {
        var server = new ScriptedServer().Then(() => Answers.Broken("[", 200, _ => throw (Exception)Activator.CreateInstance(thrown)!));
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.StartWith("GET /objectlocks ").And.Contain("may have acted"));
        Assert.That(error.RequestPath, Is.EqualTo("/Polaris.ApplicationServices/api/v1/eng/20/polaris/3/15/objectlocks"));
        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.InnerException, Is.InstanceOf(thrown));
    }

    [Test]
    public void Success_ThatIsNotTheDocumentedJson_NamesItsMediaType()
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => Answers.Text("hello", 203, "text/plain")));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Failure.MediaType, Is.EqualTo("text/plain"));
        Assert.That((int)error.StatusCode, Is.EqualTo(203));
        Assert.That(error.Message, Does.StartWith("GET /objectlocks responded with HTTP 203, but the body (text/plain) is not the documented JSON."));
        Assert.That(error.Body, Is.EqualTo("hello"));
    }

    [Test]
    public void Success_EmptyWithoutAMediaType_StatesIt()
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(200));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.Contain("the body (no media type) is not the documented JSON. A proxy may have responded instead: check the base address"));
        Assert.That(error.Body, Is.Null);
    }

    [Test]
    public void Status_OfAServerThatIsBusy_IsReadOnce()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 503));
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<RequestFailedException>(() => polaris.GetStatusAsync());
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private sealed class StreamOfPieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span[..Math.Min(buffer.Length, piece)]));
    }
}
