using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Testing.ObjectLocks;

internal sealed class LockTable(TimeProvider timeProvider)
{
    private readonly Dictionary<ObjectReference, LockEntry> _locks = [];

    public IEnumerable<LockEntry> All => _locks.Keys.ToList().Select(Find).OfType<LockEntry>();

    public LockEntry? Find(ObjectReference target)
    {
        bool isOver = _locks.TryGetValue(target, out LockEntry? held) && held.Until <= timeProvider.GetUtcNow();
        if (isOver)
        {
            _locks.Remove(target);
        }

        return isOver ? null : held;
    }

    /// <summary>The lock of someone else that stands in the way; null when there is none.</summary>
    public LockEntry? ConflictFor(LockOwner owner, ObjectReference target) =>
        Find(target) is { } held && held.Owner != owner ? held : null;

    public LockEntry Put(LockOwner owner, ObjectReference target, TimeSpan? releaseAfter = null)
    {
        DateTimeOffset now = timeProvider.GetUtcNow();
        return _locks[target] = new(target, owner, now, now + releaseAfter);
    }

    public void Remove(ObjectReference target) => _locks.Remove(target);

    public void RemoveAllOf(LockOwner owner)
    {
        foreach (LockEntry held in All.Where(held => held.Owner == owner).ToList())
        {
            _locks.Remove(held.Target);
        }
    }
}
