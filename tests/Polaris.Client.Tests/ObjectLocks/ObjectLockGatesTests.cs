using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>A gate exists only as long as somebody holds it or waits for it, or a long-running program would leak one for each record.</summary>
public sealed class ObjectLockGatesTests
{
    private const int Workstation = 15;
    private static readonly ObjectReference Book = new(ObjectType.BibliographicRecord, 7);

    private ManualTimeProvider _clock = null!;
    private ObjectLockGates _gates = null!;

    [SetUp]
    public void Build()
    {
        _clock = new ManualTimeProvider();
        _gates = new ObjectLockGates(_clock);
    }

    [Test]
    public async Task EnterAsync_AndLeft_KeepsNoGate()
    {
        var entry = await EnterAsync(Book);
        Assert.That(_gates.Count, Is.EqualTo(1));

        entry!.Dispose();

        Assert.That(_gates.Count, Is.Zero);
    }

    [Test]
    public async Task EnterAsync_ObjectsAndWorkstationsThatDiffer_HaveTheirOwnGates()
    {
        var entries = new[]
        {
            await EnterAsync(Book),
            await EnterAsync(Book with { ObjectId = 8 }),
            await EnterAsync(Book with { ObjectType = ObjectType.Patron }),
            await _gates.EnterAsync(16, Book, TimeSpan.Zero, CancellationToken.None),
        };

        Assert.That(entries, Has.None.Null);
        Assert.That(_gates.Count, Is.EqualTo(4));
    }

    [Test]
    public async Task EnterAsync_HeldAllTheTime_GivesUpAtTheEndOfTheWaitAndLeavesTheHolderAlone()
    {
        var held = await EnterAsync(Book);
        var waiting = EnterAsync(Book, seconds: 30);

        _clock.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        Assert.That(waiting.IsCompleted, Is.False);
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.That(await waiting, Is.Null);
        Assert.That((_gates.Count, await EnterAsync(Book)), Is.EqualTo((1, (ObjectLockGates.Entry?)null)), "still held");
        held!.Dispose();
        Assert.That(_gates.Count, Is.Zero);
    }

    [Test]
    public async Task EnterAsync_CancelledWhileWaiting_LeavesNoGateBehind()
    {
        var held = await EnterAsync(Book);
        using var cancellation = new CancellationTokenSource();
        var waiting = _gates.EnterAsync(Workstation, Book, TimeSpan.FromDays(1), cancellation.Token);

        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => waiting);
        held!.Dispose();
        Assert.That(_gates.Count, Is.Zero);
    }

    [Test]
    public async Task Dispose_WhileAnotherWaits_HandsTheGateOver()
    {
        var first = await EnterAsync(Book);
        var waiting = EnterAsync(Book, seconds: 30);

        first!.Dispose();

        using var second = await waiting;
        Assert.That(second, Is.Not.Null);
        Assert.That((_gates.Count, await EnterAsync(Book)), Is.EqualTo((1, (ObjectLockGates.Entry?)null)), "nobody passes beside it");
    }

    [Test]
    public async Task Dispose_Twice_LetsOnlyOneIn()
    {
        var first = await EnterAsync(Book);
        var waiting = EnterAsync(Book, seconds: 30);
        first!.Dispose();
        first.Dispose();

        using var second = await waiting;

        Assert.That(await EnterAsync(Book), Is.Null);
    }

    private Task<ObjectLockGates.Entry?> EnterAsync(ObjectReference target, int seconds = 0) =>
        _gates.EnterAsync(Workstation, target, TimeSpan.FromSeconds(seconds), CancellationToken.None);
}
