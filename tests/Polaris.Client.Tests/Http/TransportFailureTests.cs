using System.Net;
using System.Net.Sockets;
using Polaris.Client.BibliographicRecords;
using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

/// <summary>What the exception of a network proves: that the request never left, or nothing.</summary>
public sealed class TransportFailureTests
{
    private static IEnumerable<TestCaseData> Failures()
    {
        static TestCaseData Of(string name, Exception exception, bool mayHaveBeenProcessed) =>
            new TestCaseData(exception, mayHaveBeenProcessed).SetArgDisplayNames(name);

        HttpRequestError[] before =
        [
            HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError,
            HttpRequestError.ProxyTunnelError,
        ];
        HttpRequestError[] after = [HttpRequestError.ResponseEnded, HttpRequestError.InvalidResponse, HttpRequestError.HttpProtocolError];
        foreach (var error in before.Concat(after))
        {
            yield return Of(error.ToString(), new HttpRequestException(error), after.Contains(error));
            yield return Of($"{error} of a refused socket", new HttpRequestException(error, "", new SocketException((int)SocketError.ConnectionRefused)), after.Contains(error));
        }

        foreach (var error in new[] { SocketError.ConnectionRefused, SocketError.HostNotFound, SocketError.HostUnreachable, SocketError.NetworkUnreachable, SocketError.TryAgain })
        {
            yield return Of(error.ToString(), new HttpRequestException("", new SocketException((int)error)), false);
        }

        foreach (var error in new[] { SocketError.ConnectionReset, SocketError.TimedOut, SocketError.ConnectionAborted })
        {
            yield return Of(error.ToString(), new HttpRequestException("", new SocketException((int)error)), true);
        }

        foreach (var status in new[]
        {
            WebExceptionStatus.NameResolutionFailure, WebExceptionStatus.ConnectFailure, WebExceptionStatus.ProxyNameResolutionFailure,
            WebExceptionStatus.TrustFailure, WebExceptionStatus.SecureChannelFailure,
        })
        {
            yield return Of($"{status} of .NET Framework", new HttpRequestException("", new WebException("", status)), false);
        }

        yield return Of("ReceiveFailure of .NET Framework", new HttpRequestException("", new WebException("", WebExceptionStatus.ReceiveFailure)), true);
        yield return Of("no reason", new HttpRequestException("refused"), true);
        yield return Of("stream", new IOException("refused", new SocketException((int)SocketError.ConnectionRefused)), true);
        yield return Of("time-out", new TimeoutException(), true);
        yield return Of("cancelled by the network", new OperationCanceledException(), true);
    }

    [TestCaseSource(nameof(Failures))]
    public void Start_NetworkThrows_TellsWhetherTheServerMayHaveSeenIt(Exception thrown, bool mayHaveBeenProcessed)
    {
        var server = new ScriptedServer().ThenFails(thrown);
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord()))!;

        Assert.That((error.MayHaveBeenProcessed, error.Route, error.Attempts), Is.EqualTo((mayHaveBeenProcessed, "POST /workflow", 1)));
        Assert.That(error.Message.Contains("safe to send it again", StringComparison.Ordinal), Is.Not.EqualTo(mayHaveBeenProcessed));
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Read_NetworkThrows_IsRepeated(Exception thrown, bool mayHaveBeenProcessed)
    {
        var server = new ScriptedServer().ThenFails(thrown).Then(200, "[]");
        using var polaris = TestClient.Create(server);

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty, $"{mayHaveBeenProcessed}");
    }

    [Test]
    public void Call_NetworkThrowsSomethingElse_ReachesTheCallerUnchangedAndIsNotRepeated()
    {
        var thrown = new TimeZoneNotFoundException();
        var server = new ScriptedServer().ThenFails(thrown);
        using var polaris = TestClient.Create(server);

        Assert.That(Assert.CatchAsync(() => polaris.ObjectLocks.ListAsync()), Is.SameAs(thrown));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }
}
