namespace Polaris.Client.ObjectLocks;

/// <summary>Somebody else holds the lock (HTTP 409 with error code 70000); nothing was changed.</summary>
public sealed class ObjectLockedException : RequestFailedException
{
    /// <summary>The server's error code of a lock conflict.</summary>
    public const string LockConflictCode = "70000";

    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="holder">The lock that stands in the way; null when the server did not say.</param>
    /// <param name="failure">The facts of the answer.</param>
    public ObjectLockedException(string message, ObjectLock? holder, ApiFailure failure)
        : base(message, failure) =>
        Holder = holder;

    /// <summary>The lock that stands in the way: who holds it, since when, at which workstation. Null when the server did not say.</summary>
    public ObjectLock? Holder { get; }
}
