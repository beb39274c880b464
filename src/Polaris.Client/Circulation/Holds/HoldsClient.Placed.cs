using Polaris.Client.Compatibility;

namespace Polaris.Client.Circulation;

/// <content>Finds the request that a workflow has placed.</content>
public sealed partial class HoldsClient
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Finds the request that <see cref="CreateHoldRequest"/> has placed, whose ID the workflow does not return.</summary>
    /// <param name="placed">The request as it was run.</param>
    /// <param name="before">The patron's requests before it was run, from <see cref="ListOfPatronAsync"/>.</param>
    /// <param name="waitUpTo">How long to wait for it; <see langword="null"/> for 30 seconds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The new requests that match, normally one. Empty if none appeared in time, or if a reply to prompt 88 changed an existing request.
    /// Several if more than one matching request was placed meanwhile.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The patron's ID is less than 1, or the time to wait is negative.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /patrons/{patronId}/requests/local, repeatedly: a new request appears only after some seconds. A request matches if it is not
    /// in <paramref name="before"/> and has the title (its ID, or the text of an unlocked request), the pickup branch and the text of
    /// PacDisplayNotes that <paramref name="placed"/> names. Polaris may place a request on a host title instead: then nothing matches.
    /// </remarks>
    /// <example><code>
    /// var before = await polaris.Holds.ListOfPatronAsync(request.PatronId);
    /// await polaris.Workflows.RunAsync(request, handlers);
    /// PatronHold hold = (await polaris.Holds.FindPlacedAsync(request, before)).Single();
    /// </code></example>
    public async Task<IReadOnlyList<PatronHold>> FindPlacedAsync(
        CreateHoldRequest placed,
        IEnumerable<PatronHold> before,
        TimeSpan? waitUpTo = null,
        CancellationToken cancellationToken = default)
    {
        _ = placed ?? throw new ArgumentNullException(nameof(placed));
        _ = before ?? throw new ArgumentNullException(nameof(before));
        var limit = waitUpTo ?? UsualWait;
        if (limit < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(waitUpTo), waitUpTo, "The time to wait must not be negative.");
        }

        var known = new HashSet<int>(before.Select(hold => hold.HoldRequestId));
        var since = _time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause + pause < LongestPause ? pause + pause : LongestPause)
        {
            var holds = await ListOfPatronAsync(placed.PatronId, cancellationToken).ConfigureAwait(false);
            List<PatronHold> found = [.. holds.Where(hold => !known.Contains(hold.HoldRequestId) && IsOf(hold, placed))];
            var left = limit - _time.GetElapsedTime(since);
            if (found.Count > 0 || left <= TimeSpan.Zero)
            {
                return found;
            }

            await _time.PauseAsync(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsOf(PatronHold hold, CreateHoldRequest placed) =>
        IsOnTitle(hold, placed)
        && (hold.PickupBranchId is null || hold.PickupBranchId == placed.PickupBranchId)
        && (placed.PacDisplayNotes is not { Length: > 0 } notes || hold.PacDisplayNotes?.Contains(notes) == true);

    private static bool IsOnTitle(PatronHold hold, CreateHoldRequest placed) => placed switch
    {
        { BibliographicRecordId: > 0 } => hold.BibliographicRecordId == placed.BibliographicRecordId,
        { UnlockedRequest: true, Title: not null } => string.Equals(hold.Title, placed.Title, StringComparison.OrdinalIgnoreCase),
        _ => true,
    };
}
