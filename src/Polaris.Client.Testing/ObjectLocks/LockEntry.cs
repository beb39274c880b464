using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Testing.ObjectLocks;

internal sealed record LockEntry(ObjectReference Target, LockOwner Owner, DateTimeOffset Since, DateTimeOffset? Until);
