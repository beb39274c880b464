using Polaris.Client.ObjectLocks;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/locks.md.</summary>
internal static class LocksSnippets
{
    public static async Task LeaseAsync(PolarisClient polaris, Func<int, Task> edit)
    {
        // snippet
        await using (var lease = await polaris.ObjectLocks.AcquireAsync(
            ObjectType.BibliographicRecord, 1126739, new AcquireOptions { WaitUpTo = TimeSpan.FromSeconds(30) }))
        {
            await EditAsync(1126739);
        }
        // end

        Task EditAsync(int id) => edit(id);
    }

    public static async Task<int> SingleCallsAsync(PolarisClient polaris)
    {
        // snippet
        ObjectLock? held = await polaris.ObjectLocks.FindAsync(ObjectType.Patron, 29937); // null if it is not locked
        IReadOnlyList<ObjectLock> mine = await polaris.ObjectLocks.ListAsync();
        ObjectLock taken = await polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937);
        await polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937);
        // end
        return mine.Count + taken.ObjectId + (held?.ObjectId ?? 0);
    }

    public static async Task<int> LeftoversAsync(PolarisClient polaris)
    {
        // snippet
        // Keep what is younger than an hour: another program may just be using it.
        var hourAgo = DateTimeOffset.UtcNow.AddHours(-1);
        var released = await polaris.ObjectLocks.ReleaseLeftoversAsync(held => held.LockDate < hourAgo);
        // end
        return released.Count;
    }
}
