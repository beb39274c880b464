using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>A gate exists only as long as it is held or waited for, or a long-running program would leak one for each record.</summary>
public sealed class ObjectLockGatesTests
{
    private const int Workstation = 15;
    private static readonly ObjectReference Book = new(ObjectType.BibliographicRecord, 7);

    private ManualTimeProvider _clock = null!;
    private LockKey _key;

    [SetUp]
    public void Build()
    {
        _clock = new ManualTimeProvider();
        _key = new LockKey($"gates{TestContext.CurrentContext.Test.ID}.test", "user", Workstation, Book);
    }

    [Test]
    public async Task EnterAsync_AndLeft_KeepsNoGate()
    {
        var entry = await EnterAsync(Book);
        Assert.That(ObjectLockGates.IsInUse(_key), Is.True);

        entry!.Dispose();

        Assert.That(ObjectLockGates.IsInUse(_key), Is.False);
    }

    [Test]
    public async Task EnterAsync_ObjectsAndWorkstationsThatDiffer_HaveTheirOwnGates()
    {
        var entries = new[]
        {
            await EnterAsync(Book),
            await EnterAsync(Book with { ObjectId = 8 }),
            await EnterAsync(Book with { ObjectType = ObjectType.Patron }),
            await EnterAsync(_key with { WorkstationId = 16 }),
            await EnterAsync(_key with { User = "another" }),
            await EnterAsync(_key with { Server = "another.test" }),
        };

        Assert.That(entries, Has.None.Null);
        Array.ForEach(entries, entry => entry!.Dispose());
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
        Assert.That(await EnterAsync(Book), Is.Null, "still held");
        held!.Dispose();
        Assert.That(ObjectLockGates.IsInUse(_key), Is.False);
    }

    [Test]
    public async Task EnterAsync_CanceledWhileWaiting_LeavesNoGateBehind()
    {
        var held = await EnterAsync(Book);
        using var cancellation = new CancellationTokenSource();
        var waiting = ObjectLockGates.EnterAsync(_key, TimeSpan.FromDays(1), _clock, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => waiting);
        held!.Dispose();
        Assert.That(ObjectLockGates.IsInUse(_key), Is.False);
    }

    [Test]
    public async Task Dispose_WhileAnotherWaits_HandsTheGateOver()
    {
        var first = await EnterAsync(Book);
        var waiting = EnterAsync(Book, seconds: 30);

        first!.Dispose();

        using var second = await waiting;
        Assert.That(second, Is.Not.Null);
        Assert.That(await EnterAsync(Book), Is.Null, "no other lease passes beside it");
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
        EnterAsync(_key with { Target = target }, seconds);

    private Task<ObjectLockGates.Entry?> EnterAsync(LockKey key, int seconds = 0) =>
        ObjectLockGates.EnterAsync(key, TimeSpan.FromSeconds(seconds), _clock, CancellationToken.None);
}
