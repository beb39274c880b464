namespace Polaris.Client.ObjectLocks;

/// <summary>One lock of a lease.</summary>
/// <param name="Target">The object.</param>
/// <param name="Lock">What the server answered.</param>
/// <param name="IsOurs">Whether this lease took it, and so has to free it.</param>
/// <param name="Entry">The place at the gate inside this process.</param>
internal sealed record HeldLock(ObjectReference Target, ObjectLock Lock, bool IsOurs, ObjectLockGates.Entry Entry);
