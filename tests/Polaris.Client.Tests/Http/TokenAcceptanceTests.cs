using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

/// <summary>Whether a token was ever accepted decides if a refusal means that it has expired, or that no token helps.</summary>
public sealed class TokenAcceptanceTests
{
    private ScriptedServer _server = null!;
    private PolarisClient _polaris = null!;

    /// <summary>A client without retries, whose clock stands still, so that no pause ever ends.</summary>
    [SetUp]
    public void SetUp()
    {
        _server = new ScriptedServer();
        _server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn($"{_server.SignIns.Count:d32}"));
        _polaris = TestClient.Create(_server, options => options.Retry.Enabled = false, new ManualTimeProvider());
    }

    [TearDown]
    public void TearDown()
    {
        _polaris.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task Token_AcceptedOnceAndThenRefused_IsRenewedAtOnce()
    {
        _server.Then(401).Then(200, "[]").Then(401).Then(200, "[]");
        await _polaris.ObjectLocks.ListAsync();

        await _polaris.ObjectLocks.ListAsync();

        Assert.That(_server.SignIns, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Token_AcceptedTwiceAndThenRefused_IsRenewedAtOnce()
    {
        _server.Then(401).Then(200, "[]").Then(200, "[]").Then(401).Then(200, "[]");
        await _polaris.ObjectLocks.ListAsync();
        await _polaris.ObjectLocks.ListAsync();

        await _polaris.ObjectLocks.ListAsync();

        Assert.That(_server.SignIns, Has.Count.EqualTo(3));
    }

    [TestCase(500)]
    [TestCase(503)]
    [TestCase(429)]
    public void Token_RefusedAfterAnErrorOfAGateway_WasNotAccepted(int status)
    {
        _server.Then(401).Then(status).Then(401);
        Assert.CatchAsync<RequestFailedException>(() => _polaris.ObjectLocks.ListAsync());

        Assert.ThrowsAsync<AuthenticationFailedException>(() => _polaris.ObjectLocks.ListAsync());

        Assert.That(_server.SignIns, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Token_AcceptedForACallThatWasRefusedBefore_IsRenewedAtOnce()
    {
        var received = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        _server.Then(async (_, _) =>
        {
            received.SetResult();
            await released.Task;
            return Answers.Json(null, 401);
        }).Then(401).Then(200, "[]").Then(200, "[]").Then(401).Then(200, "[]");
        var first = _polaris.ObjectLocks.ListAsync();
        await received.Task;
        await _polaris.ObjectLocks.ListAsync();
        released.SetResult();
        await first;
        Assert.That(_server.SignIns, Has.Count.EqualTo(2), "both calls use the token that one of them renewed");

        await _polaris.ObjectLocks.ListAsync();

        Assert.That(_server.SignIns, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Token_RenewalFailed_IsRenewedByTheNextCall()
    {
        var failing = true;
        _server.WhenSigningIn = (_, _) => Task.FromResult(
            failing && _server.SignIns.Count > 1 ? Answers.Json(null, 503) : Answers.SignIn($"{_server.SignIns.Count:d32}"));
        _server.Then(401).Then(401).Then(200, "[]");
        Assert.CatchAsync<PolarisClientException>(() => _polaris.ObjectLocks.ListAsync());
        failing = false;

        await _polaris.ObjectLocks.ListAsync();

        Assert.That(_server.SignIns, Has.Count.EqualTo(3));
    }
}
