using System.Net;
using System.Text;

namespace Polaris.Client.Tests.Http;

/// <summary>Answers that the caller never gets are let go, or their connections would stay taken.</summary>
public sealed class DisposalTests
{
    private readonly List<TrackedContent> _contents = [];

    [SetUp]
    public void Forget() => _contents.Clear();

    [TestCase(401)]
    [TestCase(429)]
    [TestCase(503)]
    public async Task Answers_ThatAreRepeated_AreLetGo(int status)
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(() => Tracked(status)).Then(() => Tracked(200)));

        await polaris.ObjectLocks.ListAsync();

        Assert.That(_contents.Select(content => content.IsDisposed), Is.EqualTo(new[] { true, true }));
    }

    [TestCase(200, "text/html")]
    [TestCase(400, "application/json")]
    [TestCase(500, "text/html")]
    public void Answers_ThatBecomeExceptions_AreLetGo(int status, string mediaType)
    {
        using var polaris = TestClient.Create(new ScriptedServer().Always(_ => Tracked(status, mediaType)));

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(_contents.Select(content => content.IsDisposed), Has.All.True);
        Assert.That(error.Body, Is.EqualTo("[]"));
    }

    [TestCase(401)]
    [TestCase(500)]
    public async Task Answer_WhoseTokenCannotBeRenewed_IsLetGo(int status)
    {
        var server = new ScriptedServer().Then(200, "[]").Then(() => Tracked(401));
        using var polaris = TestClient.Create(server);
        await polaris.ObjectLocks.ListAsync();
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, status));

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Route, Is.EqualTo("POST /authentication/staffuser"));
        Assert.That(_contents.Single().IsDisposed, Is.True);
    }

    [Test]
    public async Task Answer_WhoseTokenIsRenewedWithoutAnAnswer_IsLetGo()
    {
        var server = new ScriptedServer().Then(200, "[]").Then(() => Tracked(401));
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false);
        await polaris.ObjectLocks.ListAsync();
        server.WhenSigningIn = (_, _) => throw Answers.Reset();

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Route, Is.EqualTo("GET /objectlocks"));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(_contents.Single().IsDisposed, Is.True);
        Assert.That(error.RequestPath, Is.EqualTo(server.Requests[1].Address.AbsolutePath));
        Assert.That(error.Message, Does.Contain("was not carried out, because the sign-in before it received no response: the connection broke."));
    }

    [Test]
    public async Task Call_LostAndThenItsTokenIsNotRenewed_MayHaveBeenProcessed()
    {
        var server = new ScriptedServer().Then(200, "[]").ThenFails(Answers.Reset()).Then(() => Tracked(401));
        using var polaris = TestClient.Create(server);
        await polaris.ObjectLocks.ListAsync();
        server.WhenSigningIn = (_, _) => throw Answers.Reset();

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.UnlockAllAsync())!;

        Assert.That(error.Route, Is.EqualTo("DELETE /objectlocks"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(_contents.Single().IsDisposed, Is.True);
    }

    private HttpResponseMessage Tracked(int status, string mediaType = "application/json")
    {
        var content = new TrackedContent(mediaType);
        _contents.Add(content);
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }

    private sealed class TrackedContent(string mediaType) : StringContent("[]", Encoding.UTF8, mediaType)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
