using Refit;

namespace Polaris.Client.ObjectLocks;

/// <summary>The object lock endpoints, one method each. <see cref="ObjectLocksClient"/> is easier and safer to use.</summary>
/// <remarks>Vendor pages: objectlocks/object_locks_overview, post_object_locks, get_object_locks, delete_object_locks.</remarks>
[Headers("Accept: application/json")]
public interface IObjectLocksApi
{
    /// <summary>Locks one object for the calling user and workstation.</summary>
    /// <param name="target">The object.</param>
    /// <param name="context">Limits the wait for a lock and reports how the call went; <see langword="null"/> to use the options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/objectlocks")]
    Task<ObjectLock> LockAsync(
        [Body] ObjectReference target,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Locks several objects of one type for the calling user and workstation.</summary>
    /// <param name="objectTypeId">The type of the objects.</param>
    /// <param name="objectIds">The IDs of the objects.</param>
    /// <param name="context">Limits the wait for a lock and reports how the call went; <see langword="null"/> to use the options.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/objectlocks/{objectTypeId}")]
    Task<IReadOnlyList<ObjectLock>> LockManyAsync(
        int objectTypeId,
        [Body] IReadOnlyList<int> objectIds,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists the locks of the calling user and workstation, or all of the system.</summary>
    /// <param name="getAllLocks"><see langword="true"/> for all locks of the system; otherwise the caller's own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/objectlocks")]
    Task<IReadOnlyList<ObjectLock>> ListAsync(
        [Query("", "getAllLocks"), QueryConverter(typeof(LowerCaseBool))] bool? getAllLocks = null, CancellationToken cancellationToken = default);

    /// <summary>Reads the lock of one object; HTTP 404 means that it is not locked.</summary>
    /// <param name="objectTypeId">The type of the object.</param>
    /// <param name="objectId">The ID of the object.</param>
    /// <param name="context">Reports how the call went; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/objectlocks/{objectTypeId}/{objectId}")]
    Task<ObjectLock> GetAsync(
        int objectTypeId,
        int objectId,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Releases one lock of the calling user and workstation.</summary>
    /// <param name="objectTypeId">The type of the object.</param>
    /// <param name="objectId">The ID of the object.</param>
    /// <param name="context">Reports how the call went; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the JSON value true, or nothing.</returns>
    [Delete("/objectlocks/{objectTypeId}/{objectId}")]
    Task<string?> UnlockAsync(
        int objectTypeId,
        int objectId,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Releases <em>all</em> locks of the calling user and workstation, also those of other programs that share them.</summary>
    /// <param name="context">Reports how the call went; may be <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the JSON value true, or nothing.</returns>
    [Delete("/objectlocks")]
    Task<string?> UnlockAllAsync(
        [Property(CallContext.PropertyKey)] CallContext? context = null, CancellationToken cancellationToken = default);
}
