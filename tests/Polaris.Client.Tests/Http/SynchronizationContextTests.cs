using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Http;

/// <summary>A program with a user interface may block its thread while it waits: nothing of the library needs that thread.</summary>
public sealed class SynchronizationContextTests
{
    private static readonly Func<PolarisClient, Task>[] Calls =
    [
        polaris => polaris.ObjectLocks.ListAsync(),
        polaris => polaris.ObjectLocks.LockAsync(ObjectType.Patron, [1, 2]),
        async polaris => await (await polaris.ObjectLocks.AcquireAsync(ObjectType.Patron, 3).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false),
        polaris => polaris.ObjectLocks.ReleaseLeftoversAsync(),
        polaris => polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue())),
        polaris => polaris.DisposeAsync().AsTask(),
    ];

    [Test]
    public async Task Calls_FromAThreadWithAContext_NeverReturnToIt([Range(0, 5)] int call)
    {
        var clock = new ManualTimeProvider { SkipsDelays = true };
        var fake = new FakePolaris(new FakePolarisOptions { TimeProvider = clock }).WithBib(5);

        // A connection that cannot be established, so that a retry is part of it.
        fake.Faults.Add(new FakeFault(FaultKind.ConnectionRefused) { Path = call == 4 ? "workflow" : "objectlocks" });
        using var polaris = fake.CreateClient();
        var context = new CountingContext();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        Task running;
        try
        {
            running = Calls[call](polaris);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        await running;
        Assert.That(context.Posts, Is.Zero);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }

        public override void Send(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Send(d, state);
        }
    }
}
