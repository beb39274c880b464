using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Tests.Http;

/// <summary>The caller's own token ends every wait, but never an attempt that is in flight.</summary>
public sealed class CallerTokenTests
{
    [Test]
    public async Task Call_CanceledWhileInFlight_ReturnsItsAnswer()
    {
        using var caller = new CancellationTokenSource();
        var server = new ScriptedServer().Then(() =>
        {
            caller.Cancel();
            return Answers.Json("""{"ObjectID":1}""");
        });
        using var polaris = TestClient.Create(server);

        var taken = await LockAsync(polaris, new CallContext { CallerToken = caller.Token });

        Assert.That(taken.ObjectId, Is.EqualTo(1));
    }

    [Test]
    public void Call_CanceledWhileItWaitsForALock_EndsWithTheCallersTokenAndIsRefused()
    {
        using var caller = new CancellationTokenSource();
        var server = new ScriptedServer().Then(() =>
        {
            caller.Cancel();
            return Answers.LockConflict();
        });
        using var polaris = TestClient.Create(server);
        var context = new CallContext { CallerToken = caller.Token, LockWait = TimeSpan.FromMinutes(1) };

        var canceled = Assert.CatchAsync<Exception>(() => LockAsync(polaris, context))!;

        Assert.That(canceled, Is.InstanceOf<ObjectLockedException>().Or.InstanceOf<OperationCanceledException>());
        Assert.That(context.Doubt, Is.EqualTo(Doubt.Refused));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void Call_CanceledBeforeItIsHandedToTheNetwork_IsNotSent()
    {
        using var caller = new CancellationTokenSource();
        var server = new ScriptedServer();
        server.WhenSigningIn = async (_, token) =>
        {
            await caller.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return null!;
        };
        using var polaris = TestClient.Create(server, time: TimeProvider.System);
        var context = new CallContext { CallerToken = caller.Token };

        var canceled = Assert.CatchAsync<OperationCanceledException>(() => LockAsync(polaris, context))!;

        Assert.That(canceled.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That(context.Doubt, Is.EqualTo(Doubt.NotSent));
        Assert.That(server.Requests, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Call_CanceledJustBeforeItIsHandedToTheNetwork_IsNotSent(bool byContext)
    {
        using var caller = new CancellationTokenSource();
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(server, options =>
        {
            options.UserId = 1;
            options.Credentials = new()
            {
                BearerToken = _ =>
                {
                    caller.Cancel();
                    return new("token");
                },
            };
        });
        var context = new CallContext { CallerToken = byContext ? caller.Token : CancellationToken.None };

        var canceled = Assert.CatchAsync<OperationCanceledException>(() => polaris.CreateApi<IObjectLocksApi>().LockAsync(
            new ObjectReference(ObjectType.Patron, 1), context, byContext ? CancellationToken.None : caller.Token))!;

        Assert.That(canceled.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That(context.Doubt, Is.EqualTo(Doubt.NotSent));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Call_TokenProviderLosesItsConnection_IsNotRepeated()
    {
        var calls = 0;
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(server, options =>
        {
            options.UserId = 1;
            options.Credentials = new()
            {
                BearerToken = _ =>
                {
                    calls++;
                    throw Answers.Reset();
                },
            };
        });

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.Contain("was not carried out, because the token provider failed with HttpRequestException"));
        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public async Task Call_CanceledInAPauseAfterALostAnswer_IsUnknown()
    {
        using var caller = new CancellationTokenSource();
        var clock = new Polaris.Client.Testing.ManualTimeProvider();
        var server = new ScriptedServer().Then(200, "[]").ThenFails(Answers.Reset());
        using var polaris = TestClient.Create(server, time: clock);
        await polaris.ObjectLocks.ListAsync();
        var context = new CallContext { CallerToken = caller.Token };

        var call = LockAsync(polaris, context);
        await caller.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => call);
        Assert.That(context.Doubt, Is.EqualTo(Doubt.Unknown));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    private static Task<ObjectLock> LockAsync(PolarisClient polaris, CallContext context) =>
        polaris.CreateApi<IObjectLocksApi>().LockAsync(new ObjectReference(ObjectType.Patron, 1), context);
}
