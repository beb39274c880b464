using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Tests.Http;

/// <summary>What a handler at the network learns of a call that carries a context.</summary>
public sealed class CallContextTests
{
    [Test]
    public async Task Context_OfALockThatIsWaitedFor_ReportsAttemptsAndTheWait()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(Answers.LockConflict).Then(Answers.LockConflict).Then(200, "{}").Always(_ => Answers.Json("true"));
        using var spy = new ContextSpy(server);
        await using var polaris = PolarisClient.Create(TestClient.Options(), spy, null, clock);

        await polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1), new CallContext());

        Assert.Multiple(() =>
        {
            Assert.That(spy.Seen, Has.Count.EqualTo(3));
            Assert.That(spy.Seen.Select(seen => seen.Attempts), Is.EqualTo(new[] { 1, 2, 3 }));
            Assert.That(spy.Seen[0].LockWaited, Is.EqualTo(TimeSpan.Zero));
            Assert.That(spy.Seen[2].LockWaited, Is.EqualTo(clock.Elapsed).Within(10).Milliseconds, "timers count whole milliseconds");
            Assert.That(clock.Elapsed, Is.GreaterThan(TimeSpan.FromMilliseconds(500)));
            Assert.That(spy.Seen.Select(seen => seen.InDoubt), Has.All.False);
        });
    }

    [Test]
    public async Task Context_OfALockWhoseResponseIsLost_ReportsTheDoubtAndNoWait()
    {
        var server = new ScriptedServer().ThenFails(Answers.Reset()).Always(_ => Answers.Json("{}"));
        using var spy = new ContextSpy(server);
        await using var polaris = PolarisClient.Create(TestClient.Options(), spy, null, TestClient.Clock());

        await polaris.CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 1), new CallContext());

        Assert.That(spy.Seen, Is.EqualTo(new[] { (1, TimeSpan.Zero, false), (2, TimeSpan.Zero, true) }));
    }

    private sealed class ContextSpy(HttpMessageHandler network) : DelegatingHandler(network)
    {
        public List<(int Attempts, TimeSpan LockWaited, bool InDoubt)> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Options.TryGetValue(new HttpRequestOptionsKey<object?>(CallContext.PropertyKey), out var value) && value is CallContext context
                && !request.RequestUri!.AbsolutePath.EndsWith("staffuser", StringComparison.Ordinal))
            {
                Seen.Add((context.Attempts, context.LockWaited, context.EarlierAttemptMayHaveBeenProcessed));
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
