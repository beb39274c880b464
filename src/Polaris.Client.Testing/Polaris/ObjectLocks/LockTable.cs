namespace Polaris.Client.Testing;

/// <summary>The object of a lock: its type and its ID.</summary>
internal readonly record struct LockTarget(int ObjectType, int ObjectId)
{
    public const int Authority = 1;
    public const int Bib = 2;
    public const int Item = 3;
    public const int Patron = 27;
    public const int Hold = 28;
    public const int IllRequest = 30;

    /// <summary>The target, or null if its ID is not valid.</summary>
    public static IEnumerable<LockTarget> Of(int objectType, params int?[] ids) =>
        ids.Where(id => id > 0).Select(id => new LockTarget(objectType, id!.Value));
}

/// <summary>The owner of a lock: a user at a workstation.</summary>
internal sealed record LockOwner(int UserId, string UserName, int WorkstationId)
{
    public string WorkstationName => $"Workstation {WorkstationId}";
}

internal sealed record LockEntry(LockTarget Target, LockOwner Owner, DateTimeOffset Since, DateTimeOffset? Until);

/// <summary>The locks that are held.</summary>
internal sealed class LockTable(FakePolarisOptions options)
{
    private readonly Dictionary<LockTarget, LockEntry> _locks = [];

    public IEnumerable<LockEntry> All => _locks.Keys.ToList().Select(Find).OfType<LockEntry>();

    public LockEntry? Find(LockTarget target)
    {
        bool isOver = _locks.TryGetValue(target, out LockEntry? held) && held.Until <= options.TimeProvider.GetUtcNow();
        if (isOver)
        {
            _locks.Remove(target);
        }

        return isOver ? null : held;
    }

    /// <summary>The conflicting lock of another owner; <c>null</c> if there is none.</summary>
    public LockEntry? ConflictFor(LockOwner owner, LockTarget target) =>
        Find(target) is { } held && held.Owner != owner ? held : null;

    public LockEntry Put(LockOwner owner, LockTarget target, TimeSpan? releaseAfter = null)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        return _locks[target] = new(target, owner, now, now + releaseAfter);
    }

    public void Remove(LockTarget target) => _locks.Remove(target);

    public void RemoveAllOf(LockOwner owner) => RemoveWhere(held => held.Owner == owner);

    public void RemoveWhere(Func<LockEntry, bool> which)
    {
        foreach (LockEntry held in All.Where(which).ToList())
        {
            _locks.Remove(held.Target);
        }
    }
}
