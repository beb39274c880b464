using System.Net;
using Microsoft.Extensions.Logging;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Polaris.Client.ObjectLocks;

/// <summary>The owner of the locks of one client, and what is needed to acquire and release them.</summary>
/// <param name="Api">The endpoints, as the owner.</param>
/// <param name="Server">The host and port of the server.</param>
/// <param name="User">The user, as far as the options identify one; part of the key of a gate.</param>
/// <param name="WorkstationId">The logged-on workstation.</param>
/// <param name="SignedInUserId">Returns the Polaris user that the token belongs to, if known.</param>
/// <param name="Options">The options of the client.</param>
/// <param name="CallTimeout">The time limit of an attempt, if this view has one of its own.</param>
/// <param name="Identity">What identifies the client in telemetry.</param>
/// <param name="Clock">The clock of the server's lock dates.</param>
/// <param name="Background">Completes work for which no caller waits.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">The logger.</param>
internal sealed record ObjectLocksContext(
    IObjectLocksApi Api,
    string Server,
    string User,
    int WorkstationId,
    Func<CancellationToken, ValueTask<int?>> SignedInUserId,
    PolarisClientOptions Options,
    TimeSpan? CallTimeout,
    ClientIdentity Identity,
    LockClock Clock,
    BackgroundWork Background,
    TimeProvider Time,
    ILogger Logger)
{
    private const int AttemptsWithinReleaseTimeout = 4;

    public RetryOptions Retry => Options.Retry;

    public TimeSpan DefaultWait => Retry.Enabled ? Retry.LockWait : TimeSpan.Zero;

    /// <summary>The time limit of an attempt: that of the client or that of this view, whichever is shorter.</summary>
    public TimeSpan ShortestTimeout => CallTimeout < Options.Timeout ? CallTimeout.Value : Options.Timeout;

    /// <summary>A server may complete a request long after the attempt has timed out; a shorter time limit of this view does not change that.</summary>
    public TimeSpan DefaultReleaseTimeout => TimeSpan.FromTicks(Math.Min(
        AttemptsWithinReleaseTimeout * (CallTimeout > Options.Timeout ? CallTimeout.Value : Options.Timeout).Ticks, TimeSpan.TicksPerDay));

    public LockKey KeyOf(ObjectReference target) => new(Server, User, WorkstationId, target);

    /// <summary>Waits for the gate of one object.</summary>
    /// <exception cref="ObjectLockedException">Another lease or call of this process did not end in the time allowed.</exception>
    public async Task<ObjectLockGates.Entry> EnterAsync(ObjectReference target, TimeSpan wait, string route, CancellationToken caller) =>
        await ObjectLockGates.EnterAsync(KeyOf(target), NotNegative(wait), Time, caller).ConfigureAwait(false)
            ?? throw new ObjectLockedException(
                $"{target.ObjectType} {target.ObjectId} is held by another lease of this process, which did not end in the time allowed. "
                + "Allow more time with AcquireOptions.WaitUpTo or RetryOptions.LockWait, or end the other lease first.",
                new ObjectLock { ObjectType = target.ObjectType, ObjectId = target.ObjectId, WorkstationId = WorkstationId },
                new ApiFailure { StatusCode = HttpStatusCode.Conflict, Route = route, ErrorCode = ObjectLockedException.LockConflictCode, Attempts = 0 });

    /// <summary>Reads the lock of one object; null if it is not locked.</summary>
    /// <exception cref="InvalidResponseException">The response is about another object.</exception>
    public async Task<ObjectLock?> FindAsync(ObjectReference target, CallContext context, CancellationToken cancellationToken)
    {
        try
        {
            var found = await Api.GetAsync((int)target.ObjectType, target.ObjectId, context, cancellationToken).ConfigureAwait(false);
            return IsAbout(target, found) ? found : throw PolarisAnswers.Unexpected("GET /objectlocks/{objectTypeId}/{objectId}", $"the lock of {target.ObjectType} {target.ObjectId}", context);
        }
        catch (NotFoundException missing) when (PolarisAnswers.IsFromPolaris(missing))
        {
            return null;
        }
    }

    /// <summary>Releases one lock; returns false if it was not locked.</summary>
    /// <exception cref="InvalidResponseException">The response does not confirm the release.</exception>
    public async Task<bool> UnlockAsync(ObjectReference target, CallContext context, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await Api.UnlockAsync((int)target.ObjectType, target.ObjectId, context, cancellationToken).ConfigureAwait(false);
            return PolarisAnswers.Confirms(answer) ? true : throw PolarisAnswers.Unexpected("DELETE /objectlocks/{objectTypeId}/{objectId}", "true", context);
        }
        catch (NotFoundException missing) when (PolarisAnswers.IsFromPolaris(missing))
        {
            return false;
        }
    }

    /// <summary>Whether a lock belongs to this workstation and, where both are known, to this user.</summary>
    public async ValueTask<bool> IsMineAsync(ObjectLock found, CancellationToken cancellationToken) =>
        found.WorkstationId == WorkstationId
        && (found.PolarisUserId == 0 || await UserIdAsync(cancellationToken).ConfigureAwait(false) is not { } user || user == found.PolarisUserId);

    public static TimeSpan NotNegative(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    public static bool IsAbout(ObjectReference target, ObjectLock found) =>
        found.ObjectType == target.ObjectType && found.ObjectId == target.ObjectId;

    private async ValueTask<int?> UserIdAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SignedInUserId(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Without a token the user is not known; the workstation still is.
            return null;
        }
    }
}

/// <summary>Determines which responses are trusted: a proxy, a sign-in page or another program may respond too.</summary>
internal static class PolarisAnswers
{
    /// <summary>A release is confirmed by the JSON value true or by an empty body.</summary>
    public static bool Confirms(string? body) => body?.Trim(' ', '\t', '\r', '\n', '\uFEFF') is null or "" or "true";

    /// <summary>Whether a 404 comes from Polaris, as JSON in its casing, and not from a web server or gateway in front of it.</summary>
    public static bool IsFromPolaris(NotFoundException missing) =>
        missing.Failure.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
        && (missing.ErrorCode is not null || missing.Body?.IndexOf("\"Message\"", StringComparison.Ordinal) >= 0);

    public static InvalidResponseException Unexpected(string route, string expected, CallContext context) => new(
        $"The response to {route} is not {expected}. Check whether another program responds at this address; the server may have acted on the request.",
        new ApiFailure { StatusCode = HttpStatusCode.OK, Route = route, Attempts = context.Attempts, MayHaveBeenProcessed = true });
}
