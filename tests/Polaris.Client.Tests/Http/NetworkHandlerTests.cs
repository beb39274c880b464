using Microsoft.Extensions.Http.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polaris.Client.Cataloging;
using Polaris.Client.Http;

namespace Polaris.Client.Tests.Http;

/// <summary>What lies below the client neither sends a secret somewhere else nor makes the client report an untruth.</summary>
public sealed class NetworkHandlerTests
{
    [TestCase(true, false, "follows redirects")]
    [TestCase(false, true, "keeps cookies")]
    public void Create_PrimaryHandlerThatMixesUpServersOrUsers_IsRefused(bool redirects, bool cookies, string what)
    {
        using var sockets = new SocketsHttpHandler { AllowAutoRedirect = redirects, UseCookies = cookies };
        using var classic = new HttpClientHandler { AllowAutoRedirect = redirects, UseCookies = cookies };
        using var wrapped = new PassingHandler(sockets);

        Assert.Multiple(() =>
        {
            foreach (var network in new HttpMessageHandler[] { sockets, classic, wrapped })
            {
                var error = Assert.Throws<InvalidOperationException>(() => PolarisClient.Create(TestClient.Options(), network))!;
                Assert.That(error.Message, Does.Contain(what).And.Contain("AllowAutoRedirect = false and UseCookies = false"));
            }
        });
    }

    [Test]
    public void Start_AnswerFromAnotherAddress_IsNotBelieved()
    {
        var body = new BreakingStream("""{"WorkflowStatus":1}"""u8.ToArray(), _ => Task.CompletedTask);
        var server = new ScriptedServer().Always(_ => new HttpResponseMessage { Content = new StreamContent(body) });
        using var strayed = new StrayingHandler(server);
        using var polaris = PolarisClient.Create(TestClient.Options(), strayed, time: TestClient.Clock());

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.Message, Does.Contain("POST /workflow came from another address").And.Contain("Remove that handler"));
        Assert.That(body.IsDisposed, Is.True);
        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [TestCase("http://127.0.0.1:80/", false)]
    [TestCase("https://localhost/", false)]
    [TestCase("https://polaris.example.org/", true)]
    public void Create_OwnHandler_NeverReachesLoopbackThroughAProxy(string address, bool useProxy)
    {
        using var handler = (SocketsHttpHandler)NetworkHandlers.Create(new Uri(address));

        Assert.That(handler.UseProxy, Is.EqualTo(useProxy));
    }

    [Test]
    public async Task Start_NoConnectionInTime_WasNotProcessed()
    {
        using var network = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromMilliseconds(20),
            ConnectCallback = static async (_, token) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return Stream.Null;
            },
        };
        var options = TestClient.Options();
        options.Retry.Enabled = false;
        options.Credentials = new() { AccessToken = "token", AccessSecret = "secret" };
        options.UserId = 1;
        await using var polaris = PolarisClient.Create(options, network);

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Contain("no connection to the server could be established in time"));
    }

    [Test]
    public void Start_CallersHandlerTimesOutInTheSameForm_MayHaveBeenProcessed()
    {
        var server = new ScriptedServer().ThenFails(new TaskCanceledException("late", new TimeoutException()));
        using var between = new PassingHandler(server);
        using var polaris = PolarisClient.Create(TestClient.Options(), between, time: TestClient.Clock());

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Message, Does.Contain("exceeded the timeout"));
    }

    [Test]
    public void IsDirect_HandlersInBetween_IsTrueOnlyForThoseOfTheFactory()
    {
        using var sockets = new SocketsHttpHandler();
        using var ofTheFactory = new LoggingHttpMessageHandler(NullLogger.Instance) { InnerHandler = new LoggingHttpMessageHandler(NullLogger.Instance) { InnerHandler = sockets } };
        using var ofTheCaller = new PassingHandler(sockets);
        using var both = new LoggingHttpMessageHandler(NullLogger.Instance) { InnerHandler = ofTheCaller };

        Assert.That(NetworkHandlers.IsDirect(sockets), Is.True);
        Assert.That(NetworkHandlers.IsDirect(ofTheFactory), Is.True);
        Assert.That(NetworkHandlers.IsDirect(ofTheCaller), Is.False);
        Assert.That(NetworkHandlers.IsDirect(both), Is.False);
    }

    [Test]
    public void Conflict_CodeWithLineBreaks_DoesNotReachTheMessage()
    {
        var server = new ScriptedServer().Then(409, """{"ErrorCode":"1\r\nfatal: all is lost"}""");
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }))!;

        Assert.That(error.Message, Does.Not.Contain("\n").And.Not.Contain("fatal"));
        Assert.That(error.ErrorCode, Does.Contain("fatal"));
    }

    [Test]
    public void Call_ClientWasDisposed_IsNotSent()
    {
        var server = new ScriptedServer();
        var polaris = TestClient.Create(server);
        polaris.Dispose();

        var error = Assert.ThrowsAsync<ObjectDisposedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.StartWith("GET /objectlocks was not sent, because its client was disposed."));
        Assert.That(error.ObjectName, Is.EqualTo("Polaris.Client"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Call_ClientWasDisposedAsynchronously_IsNotSent()
    {
        var server = new ScriptedServer();
        var polaris = TestClient.Create(server);
        await polaris.DisposeAsync();

        Assert.ThrowsAsync<ObjectDisposedException>(() => polaris.ObjectLocks.ListAsync());
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Call_Body_IsSentWithoutWaitingForContinue()
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer);
        using var polaris = TestClient.Create(server);

        await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });

        Assert.That(server.Sent.Select(request => request.Headers.Keys), Has.All.Not.Contain("Expect"));
    }

    private sealed class PassingHandler(HttpMessageHandler inner) : DelegatingHandler(inner);

    /// <summary>Does what a handler that follows redirects does: the response names the address it came from.</summary>
    private sealed class StrayingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.AbsolutePath.EndsWith("/workflow", StringComparison.Ordinal))
            {
                response.RequestMessage = new HttpRequestMessage(request.Method, "https://elsewhere.test/workflow");
            }

            return response;
        }
    }
}
