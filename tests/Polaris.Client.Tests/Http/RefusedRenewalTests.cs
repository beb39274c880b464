using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Tests.Http;

public sealed class RefusedRenewalTests
{
    [Test]
    public async Task Call_LostAndThenTheTokenCannotBeRenewed_StatesThatItMayHaveBeenDone()
    {
        var server = new ScriptedServer().Then(200, "[]").ThenFails(Answers.Reset()).Then(401);
        using var polaris = TestClient.Create(server);
        await polaris.ObjectLocks.ListAsync();
        server.WhenSigningIn = (_, _) => throw Answers.Reset();

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Attempts, Is.EqualTo(2));
        Assert.That(error.Message, Is.EqualTo(
            "POST /objectlocks may have been carried out by an earlier attempt, whose response was lost: find out before sending it again. "
            + "No further attempt was made, because the sign-in before it received no response: the connection broke."));
    }

    [Test]
    public async Task Lease_LostReleaseAndThenAProxyAnswersTheSignIn_IsReleasedAnyway()
    {
        var signIns = 0;
        var server = new ScriptedServer()
            .Then(Answers.NotLocked).Then(() => Answers.Lock(27, 1)).ThenFails(Answers.Reset()).Then(401).Then(200);
        server.WhenSigningIn = (_, _) => Task.FromResult(++signIns == 2 ? Answers.Html() : Answers.SignIn());
        using var polaris = TestClient.Create(server);

        var lease = await polaris.ObjectLocks.AcquireAsync(ObjectType.Patron, 1);
        await lease.DisposeAsync();

        Assert.That(server.Requests.Count(request => request.Method == "DELETE"), Is.EqualTo(3));
        Assert.That(lease.ReleaseError, Is.Null);
    }

    [Test]
    public async Task Call_LostAndThenTheSignInIsRefused_StatesThatItMayHaveBeenDone()
    {
        var server = new ScriptedServer().Then(200, "[]").ThenFails(Answers.Reset()).Then(401);
        using var polaris = TestClient.Create(server);
        await polaris.ObjectLocks.ListAsync();
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, 401));

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1)))!;

        Assert.That(error.Route, Is.EqualTo("POST /authentication/staffuser"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Message, Does.Match(
            "^POST /objectlocks may have been carried out by an earlier attempt.* The sign-in before another attempt failed: POST /authentication/staffuser"));
    }
}
