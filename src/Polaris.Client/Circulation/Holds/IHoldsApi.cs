using System.Text.Json;
using Refit;

namespace Polaris.Client.Circulation;

/// <summary>
/// The endpoints of hold requests and interlibrary loan requests, one method each. <see cref="HoldsClient"/> is easier and safer to use.
/// </summary>
/// <remarks>
/// Vendor pages: holdrequests/get_holdrequest_local, return_holdrequest_local, get_picklist_header_counts and related pages. The lists of
/// a patron, the defaults and the summary of one status were seen in public clients.
/// </remarks>
[Headers("Accept: application/json")]
public interface IHoldsApi
{
    /// <summary>Reads a hold request.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="history"><see langword="true"/> to add the history; otherwise <see langword="null"/>.</param>
    /// <param name="satisfiedby"><see langword="true"/> to add how the request was satisfied; otherwise <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/holds/{holdRequestId}")]
    Task<HoldRequest> GetAsync(
        int holdRequestId,
        [Query("", "history"), QueryConverter(typeof(LowerCaseBool))] bool? history = null,
        [Query("", "satisfiedby"), QueryConverter(typeof(LowerCaseBool))] bool? satisfiedby = null,
        CancellationToken cancellationToken = default);

    /// <summary>Lists the hold requests of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}/requests/local")]
    Task<IReadOnlyList<PatronHold>> ListOfPatronAsync(int patronId, CancellationToken cancellationToken = default);

    /// <summary>Lists the interlibrary loan requests of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}/requests/ill")]
    Task<IReadOnlyList<JsonElement>> ListIllOfPatronAsync(int patronId, CancellationToken cancellationToken = default);

    /// <summary>Cancels a hold request.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: 1000 in the vendor's samples.</returns>
    [Put("/holds/{holdRequestId}?action=cancel")]
    Task<string?> CancelAsync(int holdRequestId, CancellationToken cancellationToken = default);

    /// <summary>Sets a request that was marked as located by mistake back to pending.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="itemrecordid">The item that is returned.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: 1000 in the vendor's samples.</returns>
    [Put("/holds/{holdRequestId}?action=return")]
    Task<string?> ReturnAsync(int holdRequestId, [Query] int itemrecordid, CancellationToken cancellationToken = default);

    /// <summary>Deletes a hold request, which must have been canceled.</summary>
    /// <param name="holdRequestId">The ID of the request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: 1000 in the vendor's samples.</returns>
    [Delete("/holds/{holdRequestId}")]
    Task<string?> DeleteAsync(int holdRequestId, CancellationToken cancellationToken = default);

    /// <summary>Reads the defaults of hold requests.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/holdsdefaults")]
    Task<HoldDefaults> GetDefaultsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the numbers of requests that a branch has to work on.</summary>
    /// <param name="branchId">The branch.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/holdssummary/{branchId}")]
    Task<HoldCounts> GetCountsAsync(int branchId, CancellationToken cancellationToken = default);

    /// <summary>Reads the summary of the hold requests with one status.</summary>
    /// <param name="branchId">The branch.</param>
    /// <param name="branchTypeId">What the branch is to the requests.</param>
    /// <param name="statusId">The status of the requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/holdssummary/{branchId}/{branchTypeId}/{statusId}")]
    Task<JsonElement> GetSummaryAsync(int branchId, int branchTypeId, int statusId, CancellationToken cancellationToken = default);

    /// <summary>Reads the summary of the interlibrary loan requests with one status.</summary>
    /// <param name="branchId">The branch.</param>
    /// <param name="branchTypeId">What the branch is to the requests.</param>
    /// <param name="illStatusId">The status of the requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/illsummary/{branchId}/{branchTypeId}/{illStatusId}")]
    Task<JsonElement> GetIllSummaryAsync(int branchId, int branchTypeId, int illStatusId, CancellationToken cancellationToken = default);
}
