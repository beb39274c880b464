using System.Runtime.ExceptionServices;
using Polaris.Client.Http;
using Polaris.Client.Json;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>Locks Polaris objects, shows who holds a lock, and releases it.</summary>
/// <remarks>
/// <para>
/// A lock belongs to the signed-in user <em>and</em> the workstation. A lock has no documented expiry: one that is not
/// released stays. <see cref="AcquireAsync(ObjectType, int, AcquireOptions?, CancellationToken)"/> is the safe way.
/// </para>
/// <para>Thread-safe. Vendor pages: objectlocks/object_locks_overview and related pages.</para>
/// </remarks>
public sealed class ObjectLocksClient
{
    private readonly ObjectLocksContext _owner;
    private readonly LeaseAcquisition _acquisition;

    internal ObjectLocksClient(ObjectLocksContext owner)
    {
        _owner = owner;
        _acquisition = new LeaseAcquisition(owner);
    }

    /// <summary>Reads the lock of one object.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">The primary ID of the object; for a patron the PatronID, not the barcode.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The lock and its holder; <see langword="null"/> if the object is not locked.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The type or the ID is less than 1.</exception>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not the lock of this object.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /objectlocks/{objectTypeId}/{objectId}.</remarks>
    /// <example><code>
    /// if (await polaris.ObjectLocks.FindAsync(ObjectType.BibliographicRecord, 1126739) is { } held)
    /// {
    ///     Console.WriteLine($"Locked since {held.LockDate} at workstation {held.WorkstationId}");
    /// }
    /// </code></example>
    public Task<ObjectLock?> FindAsync(ObjectType objectType, int objectId, CancellationToken cancellationToken = default) =>
        _owner.FindAsync(Checked(objectType, objectId), new CallContext(), cancellationToken);

    /// <summary>Lists the locks of the signed-in user at this workstation, or all locks of the system.</summary>
    /// <param name="allUsers"><see langword="true"/> for the locks of all users.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /objectlocks.</remarks>
    public async Task<IReadOnlyList<ObjectLock>> ListAsync(bool allUsers = false, CancellationToken cancellationToken = default) =>
        TolerantJson.Present(await _owner.Api.ListAsync(allUsers ? true : null, cancellationToken).ConfigureAwait(false));

    /// <summary>Locks one object. The caller must unlock it; <c>AcquireAsync</c> does so automatically.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">The primary ID of the object.</param>
    /// <param name="cancellationToken">Cancels the call; a lock that the server sets nevertheless is released in the background.</param>
    /// <returns>The lock; its <see cref="ObjectLock.ExistingLock"/> is <see langword="true"/> if this user and workstation already held it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The type or the ID is less than 1.</exception>
    /// <exception cref="ObjectLockedException">
    /// Another user, or a lease of this process, held it for all of <see cref="RetryOptions.LockWait"/>.
    /// </exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond; a lock that it set nevertheless is released.</exception>
    /// <remarks>POST /objectlocks, preceded by GET /objectlocks/{objectTypeId}/{objectId} as described for <c>AcquireAsync</c>.</remarks>
    /// <example><code>
    /// ObjectLock held = await polaris.ObjectLocks.LockAsync(ObjectType.Patron, 29937);
    /// await polaris.ObjectLocks.UnlockAsync(ObjectType.Patron, 29937);
    /// </code></example>
    public Task<ObjectLock> LockAsync(ObjectType objectType, int objectId, CancellationToken cancellationToken = default) =>
        _acquisition.LockAsync(Checked(objectType, objectId), cancellationToken);

    /// <summary>Locks several objects of one type in one call.</summary>
    /// <param name="objectType">The type of the objects.</param>
    /// <param name="objectIds">The primary IDs of the objects, at least one.</param>
    /// <param name="cancellationToken">Cancels the call; locks that the server sets nevertheless are released in the background.</param>
    /// <exception cref="ArgumentException">No ID was given.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The type or an ID is less than 1.</exception>
    /// <exception cref="InvalidResponseException">The response does not contain a lock of each object for this user and workstation: list them.</exception>
    /// <exception cref="ObjectLockedException">
    /// Another user, or a lease of this process, held one of them for all of <see cref="RetryOptions.LockWait"/>. Whether the server
    /// locked the others is not documented: list them.
    /// </exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond, and may have locked some or all of them: list them.</exception>
    /// <remarks>POST /objectlocks/{objectTypeId}. Prefer <c>AcquireAsync</c>, which finds out the outcome if a response is lost.</remarks>
    public Task<IReadOnlyList<ObjectLock>> LockAsync(
        ObjectType objectType, IReadOnlyList<int> objectIds, CancellationToken cancellationToken = default)
    {
        if (objectIds is null || objectIds.Count == 0)
        {
            throw new ArgumentException("Name at least one object to lock.", nameof(objectIds));
        }

        return _acquisition.LockManyAsync(objectType, [.. objectIds.Select(id => Checked(objectType, id).ObjectId)], cancellationToken);
    }

    /// <summary>Releases one lock of this user and workstation. An object that is not locked is not an error.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">The primary ID of the object.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The type or the ID is less than 1.</exception>
    /// <exception cref="ObjectLockedException">The lock belongs to another user or workstation.</exception>
    /// <exception cref="InvalidResponseException">The response does not confirm the release.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>DELETE /objectlocks/{objectTypeId}/{objectId}.</remarks>
    public Task UnlockAsync(ObjectType objectType, int objectId, CancellationToken cancellationToken = default) =>
        UnlockInTurnAsync(Checked(objectType, objectId), cancellationToken);

    /// <summary>Releases <em>all</em> locks of this user and workstation, also those of other programs that share them.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidResponseException">The response does not confirm the release.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>DELETE /objectlocks. Open leases of this process lose their locks too: prefer <see cref="ReleaseLeftoversAsync"/>.</remarks>
    public async Task UnlockAllAsync(CancellationToken cancellationToken = default)
    {
        var context = new CallContext { LockWait = TimeSpan.Zero };
        var body = await _owner.Api.UnlockAllAsync(context, cancellationToken).ConfigureAwait(false);
        if (!PolarisAnswers.Confirms(body))
        {
            throw PolarisAnswers.Unexpected("DELETE /objectlocks", "true", context);
        }
    }

    /// <summary>Releases the locks that an earlier run of a program left behind for this user and workstation, for use when a worker starts.</summary>
    /// <param name="which">Chooses which of the locks to release; <see langword="null"/> to release all of them.</param>
    /// <param name="cancellationToken">Cancels the calls; locks that were released stay released.</param>
    /// <returns>The locks that were released.</returns>
    /// <exception cref="RequestFailedException">The server refused to list the locks, or to release one of them; the others were tried.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /objectlocks, and DELETE /objectlocks/{objectTypeId}/{objectId} for each. Locks of leases of this process are left alone;
    /// those of other programs that use the same user and workstation look like leftovers, so give each program its own workstation.
    /// </remarks>
    /// <example><code>
    /// // Keep locks that are less than an hour old: another program may still be using them.
    /// var hourAgo = DateTimeOffset.UtcNow.AddHours(-1);
    /// var released = await polaris.ObjectLocks.ReleaseLeftoversAsync(held =&gt; held.LockDate &lt; hourAgo);
    /// </code></example>
    public async Task<IReadOnlyList<ObjectLock>> ReleaseLeftoversAsync(
        Func<ObjectLock, bool>? which = null, CancellationToken cancellationToken = default)
    {
        var released = new List<ObjectLock>();
        PolarisClientException? failure = null;
        foreach (var left in await ListAsync(allUsers: false, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (await ReleaseLeftoverAsync(left, which, cancellationToken).ConfigureAwait(false))
                {
                    released.Add(left);
                }
            }
            catch (PolarisClientException exception)
            {
                failure ??= exception;
            }
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Capture(failure).Throw();
        }

        return released;
    }

    /// <summary>Locks one object until the end of an <c>await using</c> block.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">The primary ID of the object.</param>
    /// <param name="options">How long to wait; <see langword="null"/> to use the defaults.</param>
    /// <param name="cancellationToken">
    /// Cancels the call immediately; a lock that the server sets nevertheless is released in the background.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The type or the ID is less than 1, or a time of the options is out of range.</exception>
    /// <exception cref="ObjectLockedException">Another user or lease held it for all of the allowed time.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">
    /// The server did not respond; a lock that it set nevertheless is released. See the message.
    /// </exception>
    /// <remarks>
    /// POST /objectlocks, and DELETE /objectlocks/{objectTypeId}/{objectId} at the end. GET /objectlocks/{objectTypeId}/{objectId}
    /// precedes the POST until the clock of the server's lock dates is known, so that the owner of the lock can be determined
    /// after a lost response. The server would grant the same lock to two tasks of one user and workstation, so leases take turns within
    /// the process. A lease releases only what it acquired: see <see cref="ObjectLockLease.WasAlreadyHeld"/>.
    /// </remarks>
    /// <example><code>
    /// await using var lease = await polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 1126739);
    /// </code></example>
    public Task<ObjectLockLease> AcquireAsync(
        ObjectType objectType, int objectId, AcquireOptions? options = null, CancellationToken cancellationToken = default) =>
        AcquireAsync([new ObjectReference(objectType, objectId)], options, cancellationToken);

    /// <summary>Locks several objects, all or none, until the end of an <c>await using</c> block.</summary>
    /// <param name="objects">The objects, of any types, at least one.</param>
    /// <param name="options">How long to wait for all of them together; <see langword="null"/> to use the defaults.</param>
    /// <param name="cancellationToken">
    /// Cancels the call immediately; locks that the server sets nevertheless are released in the background.
    /// </param>
    /// <exception cref="ArgumentException">No object was given, or one is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A type or ID is less than 1, or a time of the options is out of range.</exception>
    /// <exception cref="ObjectLockedException">Another user or lease held one of them for all of the allowed time.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">
    /// The server did not respond; locks that it set nevertheless are released. See the message.
    /// </exception>
    /// <remarks>
    /// POST /objectlocks for each object, as the overload for one object describes. The locks are taken one by one in the order of type and id, so that two callers cannot wait
    /// for each other forever, and released in parallel.
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

        ordered.ForEach(target => Checked(target.ObjectType, target.ObjectId));
        options ??= new AcquireOptions();
        options.EnsureValid();
        return _acquisition.AcquireAsync(ordered, options, cancellationToken);
    }

    private static ObjectReference Checked(ObjectType objectType, int objectId) =>
        objectType < (ObjectType)1 ? throw new ArgumentOutOfRangeException(nameof(objectType), objectType, "An object type must be 1 or more.")
        : new ObjectReference(objectType, Argument.Id(objectId, "an object"));

    private async Task UnlockInTurnAsync(ObjectReference target, CancellationToken cancellationToken)
    {
        // No other lease of this process may acquire the lock between two attempts, or the second one would release it. A lease that holds
        // the gate already is not waited for, because its owner may be the one who calls; then there is no second attempt.
        using var entry = await ObjectLockGates.EnterAsync(_owner.KeyOf(target), TimeSpan.Zero, _owner.Time, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            var context = new CallContext { LockWait = TimeSpan.Zero, IsSentOnce = entry is null };
            await _owner.UnlockAsync(target, context, cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            Log.UnlockAfterDisposal(_owner.Logger, (int)target.ObjectType, target.ObjectId);
            throw;
        }
    }

    private async Task<bool> ReleaseLeftoverAsync(ObjectLock left, Func<ObjectLock, bool>? which, CancellationToken cancellationToken)
    {
        var target = new ObjectReference(left.ObjectType, left.ObjectId);
        if (!await _owner.IsMineAsync(left, cancellationToken).ConfigureAwait(false) || which?.Invoke(left) == false)
        {
            return false;
        }

        using var entry = await ObjectLockGates.EnterAsync(_owner.KeyOf(target), TimeSpan.Zero, _owner.Time, cancellationToken)
            .ConfigureAwait(false);
        return entry is not null
            && await _owner.UnlockAsync(target, new CallContext { LockWait = TimeSpan.Zero }, cancellationToken).ConfigureAwait(false);
    }
}
