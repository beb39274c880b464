using Polaris.Client.Http;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

/// <summary>When a token is renewed, to the second.</summary>
public sealed class TokenRenewalTests
{
    private static readonly DateTimeOffset Now = ManualTimeProvider.DefaultStart;

    [TestCase(3600, 3540)]
    [TestCase(121, 61)]
    [TestCase(120, 60)]
    [TestCase(119, 59.5)]
    [TestCase(1, 0.5)]
    public void At_Lifetime_IsAMinuteBeforeItsEndOrItsMiddle(double lifetime, double expected) =>
        Assert.That(TokenRenewal.At(Now, TimeSpan.FromSeconds(lifetime)), Is.EqualTo(Now.AddSeconds(expected)));

    [Test]
    public void At_LifetimeThatReportsNothing_IsNever()
    {
        Assert.That(TokenRenewal.At(Now, null), Is.Null);
        Assert.That(TokenRenewal.At(Now, TimeSpan.Zero), Is.Null);
        Assert.That(TokenRenewal.At(Now, TimeSpan.FromTicks(-1)), Is.Null);
    }

    [Test]
    public void At_LifetimeUntilTheEndOfAllTime_IsStillADate()
    {
        var longest = DateTimeOffset.MaxValue - Now;

        Assert.That(TokenRenewal.At(Now, longest), Is.EqualTo(DateTimeOffset.MaxValue - TokenRenewal.Margin));
        Assert.That(TokenRenewal.At(Now, longest + TimeSpan.FromTicks(1)), Is.Null);
    }

    [Test]
    public async Task Token_AtItsTimeExactly_IsRenewed()
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn(expires: "2026-01-01T01:00:00Z")) }
            .Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server, time: clock);
        await polaris.ObjectLocks.ListAsync();

        clock.Advance(TimeSpan.FromMinutes(59) - TimeSpan.FromTicks(1));
        await polaris.ObjectLocks.ListAsync();
        Assert.That(server.SignIns, Has.Count.EqualTo(1));

        clock.Advance(TimeSpan.FromTicks(1));
        await polaris.ObjectLocks.ListAsync();
        Assert.That(server.SignIns, Has.Count.EqualTo(2));
    }

    [Test]
    public void RefusedSignIn_AfterAMinuteExactly_IsRepeated()
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, 401)) };
        using var polaris = TestClient.Create(server, time: clock);
        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());

        clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        var remembered = Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync())!;
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        Assert.That(remembered.InnerException, Is.InstanceOf<AuthenticationFailedException>());
        Assert.That(remembered.Message, Does.Contain("not repeated before 2026-01-01T00:01:00"));

        clock.Advance(TimeSpan.FromTicks(1));
        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
        Assert.That(server.SignIns, Has.Count.EqualTo(2));
    }
}
