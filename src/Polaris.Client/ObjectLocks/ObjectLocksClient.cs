using System.Net;

namespace Polaris.Client.ObjectLocks;

/// <summary>Locks Polaris objects, tells who holds a lock, and releases it.</summary>
/// <remarks>
/// <para>
/// A lock belongs to the signed-in user <em>and</em> the workstation. The server has no lease and no expiry: a lock that nobody
/// releases stays. <see cref="AcquireAsync(ObjectType, int, AcquireOptions?, CancellationToken)"/> is the safe way.
/// </para>
/// <para>Thread-safe. Vendor pages: objectlocks/object_locks_overview and its neighbours.</para>
/// </remarks>
public sealed class ObjectLocksClient
{
    private readonly IObjectLocksApi _api;
    private readonly LeaseKeeper _leases;

    internal ObjectLocksClient(IObjectLocksApi api, ObjectLocksContext context)
    {
        _api = api;
        _leases = new LeaseKeeper(api, context);
    }

    /// <summary>Reads the lock of one object.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">Its primary id; of a patron the PatronID, not the barcode.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lock and its holder; null when the object is not locked.</returns>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    /// <remarks>GET /objectlocks/{objectTypeId}/{objectId}.</remarks>
    public Task<ObjectLock?> FindAsync(ObjectType objectType, int objectId, CancellationToken cancellationToken = default) =>
        FindAsync(_api, new ObjectReference(objectType, objectId), null, cancellationToken);

    /// <summary>Lists locks: those of the signed-in user at this workstation, or all of the system.</summary>
    /// <param name="allUsers">True for the locks of everybody.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    /// <remarks>GET /objectlocks. Worth calling when a program starts: a crash leaves its locks behind.</remarks>
    public Task<IReadOnlyList<ObjectLock>> ListAsync(bool allUsers = false, CancellationToken cancellationToken = default) =>
        _api.ListAsync(allUsers ? true : null, cancellationToken);

    /// <summary>Locks one object. Whoever locks must also unlock; <c>AcquireAsync</c> does so by itself.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">Its primary id.</param>
    /// <param name="cancellationToken">Cancels the call; the server may have taken the lock all the same.</param>
    /// <returns>The lock; its <see cref="ObjectLock.ExistingLock"/> is true when this user and workstation held it already.</returns>
    /// <exception cref="ObjectLockedException">Somebody else holds it and did not release it within <see cref="RetryOptions.LockWait"/>.</exception>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    /// <remarks>POST /objectlocks.</remarks>
    public Task<ObjectLock> LockAsync(ObjectType objectType, int objectId, CancellationToken cancellationToken = default) =>
        _api.LockAsync(new ObjectReference(objectType, objectId), null, cancellationToken);

    /// <summary>Locks several objects of one type in one call.</summary>
    /// <param name="objectType">The type of the objects.</param>
    /// <param name="objectIds">Their primary ids, at least one.</param>
    /// <param name="cancellationToken">Cancels the call; the server may have taken the locks all the same.</param>
    /// <exception cref="ObjectLockedException">Somebody else holds one of them. Whether the others were locked is not documented: list them.</exception>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    /// <remarks>POST /objectlocks/{objectTypeId}.</remarks>
    public Task<IReadOnlyList<ObjectLock>> LockAsync(
        ObjectType objectType, IReadOnlyList<int> objectIds, CancellationToken cancellationToken = default)
    {
        if (objectIds is null || objectIds.Count == 0)
        {
            throw new ArgumentException("Name at least one object to lock.", nameof(objectIds));
        }

        return _api.LockManyAsync((int)objectType, objectIds, null, cancellationToken);
    }

    /// <summary>Releases one lock of this user and workstation.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">Its primary id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused; HTTP 409 when the lock belongs to another user or workstation.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    /// <remarks>DELETE /objectlocks/{objectTypeId}/{objectId}.</remarks>
    public Task UnlockAsync(ObjectType objectType, int objectId, CancellationToken cancellationToken = default) =>
        _api.UnlockAsync((int)objectType, objectId, new CallContext { LockWait = TimeSpan.Zero }, cancellationToken);

    /// <summary>Releases <em>all</em> locks of this user and workstation, also those of other programs that share them.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    /// <remarks>DELETE /objectlocks. Open leases of this process lose their locks too.</remarks>
    public Task UnlockAllAsync(CancellationToken cancellationToken = default) => _api.UnlockAllAsync(cancellationToken);

    /// <summary>Locks one object for the length of an <c>await using</c> block.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">Its primary id.</param>
    /// <param name="options">How long to wait; null = the defaults.</param>
    /// <param name="cancellationToken">Cancels the waiting; a lock that was taken meanwhile is released.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time of the options is negative or longer than a day.</exception>
    /// <exception cref="ObjectLockedException">Somebody else held it all the time that was allowed.</exception>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came; a lock that was taken all the same was released, if it could be.</exception>
    /// <remarks>
    /// POST /objectlocks, and DELETE /objectlocks/{objectTypeId}/{objectId} at the end.
    /// The server would grant the same lock to two tasks of one user and workstation, so leases are serialised inside the process.
    /// A lease frees only what it took: see <see cref="ObjectLockLease.WasAlreadyHeld"/>.
    /// </remarks>
    public Task<ObjectLockLease> AcquireAsync(
        ObjectType objectType, int objectId, AcquireOptions? options = null, CancellationToken cancellationToken = default) =>
        AcquireAsync([new ObjectReference(objectType, objectId)], options, cancellationToken);

    /// <summary>Locks several objects, all or none, for the length of an <c>await using</c> block.</summary>
    /// <param name="objects">The objects, of any types, at least one.</param>
    /// <param name="options">How long to wait for all of them together; null = the defaults.</param>
    /// <param name="cancellationToken">Cancels the waiting; locks that were taken meanwhile are released.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time of the options is negative or longer than a day.</exception>
    /// <exception cref="ObjectLockedException">Somebody else held one of them all the time that was allowed.</exception>
    /// <exception cref="RequestFailedException">The server refused.</exception>
    /// <exception cref="TransportException">No answer came; locks that were taken all the same were released, if they could be.</exception>
    /// <remarks>
    /// POST /objectlocks for each, and DELETE /objectlocks/{objectTypeId}/{objectId} at the end. They are taken one by one in the
    /// order of type and id, so that two callers cannot wait for each other for ever.
    /// </remarks>
    public Task<ObjectLockLease> AcquireAsync(
        IEnumerable<ObjectReference> objects, AcquireOptions? options = null, CancellationToken cancellationToken = default)
    {
        var ordered = (objects ?? throw new ArgumentNullException(nameof(objects)))
            .Distinct().OrderBy(target => target?.ObjectType).ThenBy(target => target?.ObjectId).ToList();
        if (ordered.Count == 0 || ordered[0] is null)
        {
            throw new ArgumentException("Name at least one object to lock, and no null.", nameof(objects));
        }

        options ??= new AcquireOptions();
        options.EnsureValid();
        return _leases.AcquireAsync(ordered, options, cancellationToken);
    }

    internal static async Task<ObjectLock?> FindAsync(
        IObjectLocksApi api, ObjectReference target, CallContext? context, CancellationToken cancellationToken)
    {
        try
        {
            return await api.GetAsync((int)target.ObjectType, target.ObjectId, context, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException missing) when (!IsPage(missing.Failure))
        {
            return null;
        }
    }

    /// <summary>The web server's own 404 page means a wrong address, not an object without lock.</summary>
    private static bool IsPage(ApiFailure failure) =>
        failure.MediaType?.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0 && failure.StatusCode == HttpStatusCode.NotFound;
}
