using Refit;

namespace Polaris.Client.ObjectLocks;

/// <summary>The object lock endpoints, one method each. <see cref="ObjectLocksClient"/> is the friendly way in.</summary>
/// <remarks>Vendor pages: objectlocks/object_locks_overview, post_object_locks, get_object_locks, delete_object_locks.</remarks>
[Headers("Accept: application/json")]
public interface IObjectLocksApi
{
    /// <summary>Locks one object for the calling user and workstation.</summary>
    /// <param name="target">The object.</param>
    /// <param name="context">Says how long to wait for a lock, and learns how the call went; null = as the options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/objectlocks")]
    Task<ObjectLock> LockAsync(
        [Body] ObjectReference target,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Locks several objects of one type for the calling user and workstation.</summary>
    /// <param name="objectTypeId">The type of the objects.</param>
    /// <param name="objectIds">Their ids.</param>
    /// <param name="context">Says how long to wait for a lock, and learns how the call went; null = as the options say.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/objectlocks/{objectTypeId}")]
    Task<IReadOnlyList<ObjectLock>> LockManyAsync(
        int objectTypeId,
        [Body] IReadOnlyList<int> objectIds,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists the locks of the calling user and workstation, or all of the system.</summary>
    /// <param name="getAllLocks">True = all locks of the system; null or false = one's own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/objectlocks")]
    Task<IReadOnlyList<ObjectLock>> ListAsync(
        [Query("", "getAllLocks"), QueryConverter(typeof(LowerCaseBool))] bool? getAllLocks = null, CancellationToken cancellationToken = default);

    /// <summary>Reads the lock of one object; HTTP 404 means that it is not locked.</summary>
    /// <param name="objectTypeId">The type of the object.</param>
    /// <param name="objectId">Its id.</param>
    /// <param name="context">Learns how the call went.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/objectlocks/{objectTypeId}/{objectId}")]
    Task<ObjectLock> GetAsync(
        int objectTypeId,
        int objectId,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Releases one lock of the calling user and workstation.</summary>
    /// <param name="objectTypeId">The type of the object.</param>
    /// <param name="objectId">Its id.</param>
    /// <param name="context">Learns how the call went.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Delete("/objectlocks/{objectTypeId}/{objectId}")]
    Task UnlockAsync(
        int objectTypeId,
        int objectId,
        [Property(CallContext.PropertyKey)] CallContext? context = null,
        CancellationToken cancellationToken = default);

    /// <summary>Releases <em>all</em> locks of the calling user and workstation, also those of other programs that share them.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Delete("/objectlocks")]
    Task UnlockAllAsync(CancellationToken cancellationToken = default);
}
