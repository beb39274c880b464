using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Http;

namespace Polaris.Client.Circulation;

/// <summary>Reads, cancels and deletes hold requests, and reads interlibrary loan requests.</summary>
/// <remarks>
/// Thread-safe. To place or change a hold, run <see cref="CreateHoldRequest"/> or <see cref="UpdateHoldRequest"/> with
/// <c>PolarisClient.Workflows</c>. The results hold personal data: show them, do not log them.
/// </remarks>
public sealed partial class HoldsClient
{
    private readonly IHoldsApi _api;
    private readonly TimeProvider _time;

    internal HoldsClient(IHoldsApi api, TimeProvider time)
    {
        _api = api;
        _time = time;
    }

    /// <summary>Reads a hold request.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The request does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this request.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /holds/{holdRequestId}. Vendor page: holdrequests/get_holdrequest_local. A request that was filled no longer exists.
    /// </remarks>
    /// <example><code>
    /// HoldRequest hold = await polaris.Holds.GetAsync(7301);
    /// if (hold.Status == HoldStatus.Held) { ... }
    /// </code></example>
    public Task<HoldRequest> GetAsync(int holdRequestId, CancellationToken cancellationToken = default) =>
        ReadAsync(holdRequestId, history: null, satisfiedBy: null, cancellationToken);

    /// <summary>Reads a hold request that may not exist.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request; <see langword="null"/> if Polaris reports that it does not exist, for example because it was filled.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this request.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /holds/{holdRequestId}. Vendor page: holdrequests/get_holdrequest_local.</remarks>
    public Task<HoldRequest?> FindAsync(int holdRequestId, CancellationToken cancellationToken = default) =>
        GetAsync(holdRequestId, cancellationToken).OrNullAsync();

    /// <summary>Reads a hold request with its history.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The request does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this request.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /holds/{holdRequestId}?history=true. Vendor page: holdrequests/get_holdrequest_local. The vendor does not document the list:
    /// it is in <see cref="HoldRequest.AdditionalMembers"/>, as received.
    /// </remarks>
    public Task<HoldRequest> GetWithHistoryAsync(int holdRequestId, CancellationToken cancellationToken = default) =>
        ReadAsync(holdRequestId, history: true, satisfiedBy: null, cancellationToken);

    /// <summary>Reads a hold request with the list of what satisfied it.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The request does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this request.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /holds/{holdRequestId}?satisfiedby=true. Vendor page: holdrequests/get_holdrequest_local. The vendor does not document the
    /// list: it is in <see cref="HoldRequest.AdditionalMembers"/>, as received.
    /// </remarks>
    public Task<HoldRequest> GetWithSatisfiedByAsync(int holdRequestId, CancellationToken cancellationToken = default) =>
        ReadAsync(holdRequestId, history: null, satisfiedBy: true, cancellationToken);

    /// <summary>Lists the hold requests of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /patrons/{patronId}/requests/local. Seen in public clients. A new request appears only after some seconds.</remarks>
    public async Task<IReadOnlyList<PatronHold>> ListOfPatronAsync(int patronId, CancellationToken cancellationToken = default) =>
        await _api.ListOfPatronAsync(PatronsClient.Checked(patronId), cancellationToken).WithoutNullsAsync().ConfigureAwait(false);

    /// <summary>Lists the interlibrary loan requests of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /patrons/{patronId}/requests/ill. Seen in public clients. The rows are not documented, so they are JSON as received.
    /// </remarks>
    public async Task<IReadOnlyList<JsonElement>> ListIllOfPatronAsync(int patronId, CancellationToken cancellationToken = default) =>
        await _api.ListIllOfPatronAsync(PatronsClient.Checked(patronId), cancellationToken).ConfigureAwait(false);

    /// <summary>Cancels a hold request.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The request does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The server did not confirm it with 1000; read the request to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused it.</exception>
    /// <exception cref="TransportException">The server did not respond; see <see cref="TransportException.MayHaveBeenProcessed"/>.</exception>
    /// <remarks>
    /// PUT /holds/{holdRequestId}?action=cancel. Vendor page: the one that cancels a hold request. Its optional parameters
    /// (activePending, isstatuslistlimited, patronId) are not sent, because their meaning is not documented. The call is never repeated.
    /// </remarks>
    /// <example><code>
    /// await polaris.Holds.CancelAsync(7301);
    /// await polaris.Holds.DeleteAsync(7301);
    /// </code></example>
    public Task CancelAsync(int holdRequestId, CancellationToken cancellationToken = default) =>
        _api.CancelAsync(Checked(holdRequestId), cancellationToken)
            .ConfirmAsync("PUT /holds/{holdRequestId}?action=cancel", $"hold request {holdRequestId}");

    /// <summary>Deletes a hold request. Cancel it first: a pending, active, held or shipped request is not deleted.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="ValidationFailedException">The request was not deleted, probably because it was not canceled before.</exception>
    /// <exception cref="NotFoundException">The request does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The server did not confirm it with 1000; read the request to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused it.</exception>
    /// <exception cref="TransportException">The server did not respond; see <see cref="TransportException.MayHaveBeenProcessed"/>.</exception>
    /// <remarks>DELETE /holds/{holdRequestId}. Vendor page: the one that deletes a hold request. The call is never repeated.</remarks>
    public async Task DeleteAsync(int holdRequestId, CancellationToken cancellationToken = default)
    {
        try
        {
            await _api.DeleteAsync(Checked(holdRequestId), cancellationToken)
                .ConfirmAsync("DELETE /holds/{holdRequestId}", $"hold request {holdRequestId}").ConfigureAwait(false);
        }
        catch (ValidationFailedException refused)
        {
            throw new ValidationFailedException(
                $"Hold request {holdRequestId} was not deleted: the server responded with HTTP {(int)refused.StatusCode}. It does not delete "
                + "a pending, active, held or shipped request: cancel it first, with CancelAsync. See ServerMessage and Body for the reason.",
                refused.Failure,
                refused);
        }
    }

    /// <summary>Sets a request that was marked as located by mistake back to pending.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="itemRecordId">The item that is returned.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">An ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The request does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The server did not confirm it with 1000; read the request to find out.</exception>
    /// <exception cref="RequestFailedException">The server refused it.</exception>
    /// <exception cref="TransportException">The server did not respond; see <see cref="TransportException.MayHaveBeenProcessed"/>.</exception>
    /// <remarks>
    /// PUT /holds/{holdRequestId}?action=return. Vendor page: holdrequests/return_holdrequest_local. The name of the action is in doubt:
    /// the page prints action=locate in the address, and then requires the value return, which is sent here. Try it on a test server
    /// first, and read the request afterwards. The call is never repeated.
    /// </remarks>
    public Task ReturnAsync(int holdRequestId, int itemRecordId, CancellationToken cancellationToken = default) =>
        _api.ReturnAsync(Checked(holdRequestId), ItemRecordsClient.Checked(itemRecordId), cancellationToken)
            .ConfirmAsync("PUT /holds/{holdRequestId}?action=return", $"hold request {holdRequestId}");

    /// <summary>Reads the defaults of hold requests.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /holdsdefaults. Seen in public clients.</remarks>
    public Task<HoldDefaults> GetDefaultsAsync(CancellationToken cancellationToken = default) => _api.GetDefaultsAsync(cancellationToken);

    /// <summary>Reads the numbers of requests that a branch has to work on.</summary>
    /// <param name="branchId">The branch.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /holdssummary/{branchId}. Vendor page: holdrequests/get_picklist_header_counts.</remarks>
    public Task<HoldCounts> GetCountsAsync(int branchId, CancellationToken cancellationToken = default) =>
        _api.GetCountsAsync(CheckedBranch(branchId), cancellationToken);

    /// <summary>Reads the summary of the hold requests with one status.</summary>
    /// <param name="branchId">The branch.</param>
    /// <param name="branchTypeId">What the branch is to the requests; the values are not documented.</param>
    /// <param name="status">The status of the requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID of the branch is less than 1.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /holdssummary/{branchId}/{branchTypeId}/{statusId}. Seen in public clients. The response is not documented, so it is JSON as
    /// received.
    /// </remarks>
    public Task<JsonElement> GetSummaryAsync(
        int branchId, int branchTypeId, HoldStatus status, CancellationToken cancellationToken = default) =>
        _api.GetSummaryAsync(CheckedBranch(branchId), branchTypeId, (int)status, cancellationToken);

    /// <summary>Reads the summary of the interlibrary loan requests with one status.</summary>
    /// <param name="branchId">The branch.</param>
    /// <param name="branchTypeId">What the branch is to the requests; the values are not documented.</param>
    /// <param name="illStatusId">The status of the requests; the values are not documented.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID of the branch is less than 1.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /illsummary/{branchId}/{branchTypeId}/{illStatusId}. Vendor page: that of the ILL summary. The response is not documented, so
    /// it is JSON as received.
    /// </remarks>
    public Task<JsonElement> GetIllSummaryAsync(
        int branchId, int branchTypeId, int illStatusId, CancellationToken cancellationToken = default) =>
        _api.GetIllSummaryAsync(CheckedBranch(branchId), branchTypeId, illStatusId, cancellationToken);

    private async Task<HoldRequest> ReadAsync(int holdRequestId, bool? history, bool? satisfiedBy, CancellationToken cancellationToken)
    {
        var hold = await _api.GetAsync(Checked(holdRequestId), history, satisfiedBy, cancellationToken).ConfigureAwait(false);
        if (hold.HoldRequestId == 0)
        {
            // The vendor's sample does not contain the ID.
            hold.HoldRequestId = holdRequestId;
        }

        return hold.HoldRequestId == holdRequestId && hold.PatronId > 0
            ? hold
            : throw RecordResponses.Unexpected("GET /holds/{holdRequestId}", $"is not hold request {holdRequestId}");
    }

    private static int Checked(int holdRequestId) => Argument.Id(holdRequestId, "a hold request");

    private static int CheckedBranch(int branchId) => Argument.Id(branchId, "a branch");
}
