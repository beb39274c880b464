using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

/// <summary>Accounts are blocked after a few failures, so no state of the server or the clock makes many sign-ins.</summary>
public sealed class SignInStormTests
{
    [Test]
    public void Calls_TokenRefusedByOneNodeAndAnotherIsDown_DoNotSignInForEach()
    {
        var sent = 0;
        var server = new ScriptedServer().Always(_ => Answers.Json(null, ++sent % 2 == 1 ? 401 : 503));
        using var polaris = TestClient.Create(server, options => options.Retry.Enabled = false, new ManualTimeProvider());

        for (var i = 0; i < 50; i++)
        {
            Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());
        }

        Assert.That(server.SignIns, Has.Count.LessThanOrEqualTo(3));
    }

    [Test]
    public void Calls_EveryTokenRefusedForAMinute_SignInLessAndLessOften()
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 401));
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn($"{server.SignIns.Count:d32}"));
        using var polaris = TestClient.Create(server, time: clock);

        for (var i = 0; i < 600; i++)
        {
            Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        // Two at once, the first token and its renewal; then after 0.5, 1, 2, 4 and 8 seconds, and every 10.
        Assert.That(server.SignIns, Has.Count.EqualTo(11));
    }

    [TestCase(400)]
    [TestCase(403)]
    [TestCase(423)]
    public void Calls_SignInRefusedWithAnotherStatusThan401_IsRememberedToo(int status)
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, status)) };
        using var polaris = TestClient.Create(server, time: clock);

        for (var i = 0; i < 50; i++)
        {
            Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());
        }

        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());
        Assert.That(server.SignIns, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Calls_NoSignInAtTheAddress_AreNotRefusals()
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, 404)) }.Then(200, "[]");
        using var polaris = TestClient.Create(server);
        Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.ListAsync());
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn());

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
    }

    [Test]
    public async Task RefusedSignIn_ClockIsSetBackAnHour_IsRepeatedAfterAMinute()
    {
        var clock = new SteppedClock();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, 401)) }.Then(200, "[]");
        using var polaris = TestClient.Create(server, time: clock);
        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());

        clock.Step = TimeSpan.FromHours(-1);
        clock.Steady.Advance(TimeSpan.FromMinutes(1));
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn());

        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty);
    }

    [Test]
    public async Task RefusedToken_ClockIsSetBackAnHour_IsRenewedAfterTenSeconds()
    {
        var clock = new SteppedClock();
        var isBroken = true;
        var server = new ScriptedServer().Always(_ => isBroken ? Answers.Json(null, 401) : Answers.Json("[]"));
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn($"{server.SignIns.Count:d32}"));
        using var polaris = TestClient.Create(server, time: clock);
        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
        Assert.That(server.SignIns, Has.Count.EqualTo(2));

        clock.Step = TimeSpan.FromHours(-1);
        clock.Steady.Advance(TimeSpan.FromSeconds(10));
        isBroken = false;
        var signedIn = server.SignIns.Count;
        server.Then(401);
        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.SignIns, Has.Count.EqualTo(signedIn + 1));
    }

    /// <summary>A clock whose time of day can be changed, as by a time server, while its timestamps are steady.</summary>
    private sealed class SteppedClock : TimeProvider
    {
        public ManualTimeProvider Steady { get; } = new();

        public TimeSpan Step { get; set; }

        public override long TimestampFrequency => Steady.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Steady.GetUtcNow() + Step;

        public override long GetTimestamp() => Steady.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Steady.CreateTimer(callback, state, dueTime, period);
    }
}
