using System.Net;
using System.Net.Sockets;
using Polaris.Client.Cataloging;
using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

/// <summary>What the exception of a network proves: that the request never left, or nothing.</summary>
public sealed class TransportFailureTests
{
    private static readonly HttpRequestError[] BeforeSending =
    [
        HttpRequestError.NameResolutionError, HttpRequestError.ConnectionError, HttpRequestError.SecureConnectionError,
        HttpRequestError.ProxyTunnelError,
    ];

    private static readonly HttpRequestError[] AfterSending =
        [HttpRequestError.ResponseEnded, HttpRequestError.InvalidResponse, HttpRequestError.HttpProtocolError];

    private static readonly SocketError[] NoConnection =
    [
        SocketError.ConnectionRefused, SocketError.HostNotFound, SocketError.HostUnreachable, SocketError.NetworkUnreachable,
        SocketError.TryAgain,
    ];

    private static readonly SocketError[] LostConnection = [SocketError.ConnectionReset, SocketError.TimedOut, SocketError.ConnectionAborted];

    /// <summary>What .NET Framework tells instead.</summary>
    private static readonly WebExceptionStatus[] NoWebConnection =
    [
        WebExceptionStatus.NameResolutionFailure, WebExceptionStatus.ConnectFailure, WebExceptionStatus.ProxyNameResolutionFailure,
        WebExceptionStatus.TrustFailure, WebExceptionStatus.SecureChannelFailure,
    ];

    private static IEnumerable<TestCaseData> Failures() =>
    [
        .. BeforeSending.Select(error => Of($"{error}", new HttpRequestException(error), false)),
        .. AfterSending.Select(error => Of($"{error}", new HttpRequestException(error), true)),
        .. AfterSending.Select(error => Of($"{error}, refused socket", new HttpRequestException(error, "", Socket(SocketError.ConnectionRefused)), true)),
        .. NoConnection.Select(error => Of($"socket {error}", new HttpRequestException("", Socket(error)), false)),
        .. LostConnection.Select(error => Of($"socket {error}", new HttpRequestException("", Socket(error)), true)),
        .. NoWebConnection.Select(status => Of($"web {status}", new HttpRequestException("", new WebException("", status)), false)),
        Of("web ReceiveFailure", new HttpRequestException("", new WebException("", WebExceptionStatus.ReceiveFailure)), true),
        Of("no reason", new HttpRequestException("refused"), true),
        Of("stream", new IOException("refused", Socket(SocketError.ConnectionRefused)), true),
        Of("time-out", new TimeoutException(), true),
        Of("canceled by the network", new OperationCanceledException(), true),
    ];

    [TestCase(HttpRequestError.NameResolutionError, "could not be sent: the host name could not be resolved (DNS); check the base address")]
    [TestCase(HttpRequestError.ResponseEnded, "received no response: the connection broke")]
    public void SignIn_NetworkThrows_IsTheReasonInTheMessageOfTheCall(HttpRequestError thrown, string reason)
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => throw new HttpRequestException(thrown) };
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false);

        var read = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!;
        var start = Assert.ThrowsAsync<TransportException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(read.Message, Is.EqualTo($"GET /objectlocks was not carried out, because the sign-in before it {reason}. It is safe to send it again."));
        Assert.That(start.Message, Is.EqualTo($"POST /workflow was not sent, because the sign-in before it {reason}. It is safe to send it again."));
    }

    [TestCaseSource(nameof(Failures))]
    public void Start_NetworkThrows_ReportsWhetherTheServerMayHaveSeenIt(Exception thrown, bool mayHaveBeenProcessed)
    {
        var server = new ScriptedServer().ThenFails(thrown);
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.MayHaveBeenProcessed, Is.EqualTo(mayHaveBeenProcessed));
        Assert.That(error.Route, Is.EqualTo("POST /workflow"));
        Assert.That(error.Attempts, Is.EqualTo(1));
        Assert.That(error.Message.Contains("safe to send it again", StringComparison.Ordinal), Is.Not.EqualTo(mayHaveBeenProcessed));
    }

    [TestCaseSource(nameof(Failures))]
    public async Task Read_NetworkThrows_IsRepeated(Exception thrown, bool mayHaveBeenProcessed)
    {
        var server = new ScriptedServer().ThenFails(thrown).Then(200, "[]");
        using var polaris = TestClient.Create(server);

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty, $"{mayHaveBeenProcessed}");
    }

    [TestCase(HttpRequestError.NameResolutionError, "(DNS)")]
    [TestCase(HttpRequestError.SecureConnectionError, "(TLS)")]
    [TestCase(HttpRequestError.ProxyTunnelError, "proxy")]
    public void Call_NoConnection_NamesTheCause(HttpRequestError error, string cause)
    {
        using var polaris = TestClient.Create(
            new ScriptedServer().ThenFails(new HttpRequestException(error)), options => options.Retry.Enabled = false);

        Assert.That(Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!.Message, Does.Contain(cause));
    }

    [Test]
    public void Call_ConnectionRefused_NamesTheCause()
    {
        using var polaris = TestClient.Create(new ScriptedServer().ThenFails(Answers.Refused()), options => options.Retry.Enabled = false);

        Assert.That(
            Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!.Message, Does.Contain("the server refused the connection"));
    }

    [Test]
    public void Call_HostUnreachable_StatesThatThereIsNoConnection()
    {
        using var polaris = TestClient.Create(
            new ScriptedServer().ThenFails(new HttpRequestException("", Socket(SocketError.HostUnreachable))), options => options.Retry.Enabled = false);

        Assert.That(
            Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!.Message, Does.Contain("could not be sent: no connection to the server."));
    }

    [TestCase(true, "GET /x received no response before the disposal of its client gave up waiting. The server may have acted on it")]
    [TestCase(false, "GET /x was not carried out, because the disposal of its client gave up waiting. It is safe to send it again")]
    public void Ended_ByDisposal_StatesWhetherTheServerMayHaveActed(bool mayHaveBeenProcessed, string message)
    {
        var error = TransportFailure.Ended("GET /x", mayHaveBeenProcessed, new OperationCanceledException());

        Assert.That(error.Message, Does.StartWith(message));
        Assert.That(error.MayHaveBeenProcessed, Is.EqualTo(mayHaveBeenProcessed));
    }

    [Test]
    public async Task Start_NeverLeftOnce_IsSentAgain()
    {
        var server = new ScriptedServer().ThenFails(Answers.Refused()).Then(200, TestCall.PromptAnswer);
        using var polaris = TestClient.Create(server);

        var conversation = await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });

        Assert.That(conversation.PendingPrompt, Is.Not.Null);
        Assert.That(server.Requests, Has.Count.EqualTo(2));
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

    private static SocketException Socket(SocketError error) => new((int)error);

    private static TestCaseData Of(string name, Exception exception, bool mayHaveBeenProcessed) =>
        new TestCaseData(exception, mayHaveBeenProcessed).SetArgDisplayNames(name);
}
