using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Http;

namespace Polaris.Client.Circulation;

/// <summary>Reads patrons, and changes what the vendor documents.</summary>
/// <remarks>
/// Thread-safe. What it returns is personal data: show it, do not log it. Exceptions and log messages of this library hold IDs at most.
/// </remarks>
public sealed partial class PatronsClient
{
    /// <summary>The kind of client that the vendor names for normal processing: CHECKOUT_TYPE_LEAP.</summary>
    private const int NormalProcessing = 51;

    private readonly IPatronsApi _api;
    private readonly int _organizationId;

    internal PatronsClient(IPatronsApi api, int organizationId)
    {
        _api = api;
        _organizationId = organizationId;
    }

    /// <summary>Reads a patron with the registration.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="details">What to add; nothing by default.</param>
    /// <param name="registrationPermissionFirst">
    /// Whether the server checks the permission to access the registration before the one to access the status of the patron.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1, or the details hold an unknown flag.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not this patron.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /patrons/{patronId}. Vendor page: patrons/get_patron.</remarks>
    /// <example><code>
    /// Patron patron = await polaris.Patrons.GetAsync(await polaris.Patrons.GetIdAsync("21756003332022"));
    /// </code></example>
    public async Task<Patron> GetAsync(
        int patronId,
        PatronDetails details = PatronDetails.None,
        bool registrationPermissionFirst = false,
        CancellationToken cancellationToken = default)
    {
        var patron = await _api.GetAsync(
            Checked(patronId),
            Flag(PatronDetails.PreCheckoutBrief),
            Flag(PatronDetails.BasicData),
            Flag(PatronDetails.HeaderData),
            Flag(PatronDetails.BlocksSummary),
            Flag(PatronDetails.DateInfo),
            registrationPermissionFirst ? true : null,
            cancellationToken).ConfigureAwait(false);
        return patron.PatronId == patronId
            ? patron
            : throw RecordResponses.Unexpected("GET /patrons/{patronId}", $"is not patron {patronId}");

        int? Flag(PatronDetails flag) => (int)details is < 0 or > 31
            ? throw new ArgumentOutOfRangeException(nameof(details), details, "Combine the values of PatronDetails only.")
            : (details & flag) == 0 ? null : 1;
    }

    /// <summary>Reads a patron who may not exist.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="details">What to add; nothing by default.</param>
    /// <param name="registrationPermissionFirst">
    /// Whether the server checks the permission to access the registration before the one to access the status of the patron.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The patron; <see langword="null"/> if Polaris reports that the patron does not exist.</returns>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <inheritdoc cref="GetAsync" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    /// <remarks>GET /patrons/{patronId}. Vendor page: patrons/get_patron.</remarks>
    public Task<Patron?> FindAsync(
        int patronId,
        PatronDetails details = PatronDetails.None,
        bool registrationPermissionFirst = false,
        CancellationToken cancellationToken = default) =>
        GetAsync(patronId, details, registrationPermissionFirst, cancellationToken).OrNullAsync();

    /// <summary>Reads the ID of the patron with a barcode, user name or user-defined field.</summary>
    /// <param name="value">The barcode or other value, exactly as stored.</param>
    /// <param name="identifier">What the value is; the barcode by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The value is blank or contains a control character.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind of identifier is unknown.</exception>
    /// <exception cref="NotFoundException">No patron has this value, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not an ID.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /ids/patrons?id=&amp;type=. Vendor page: identifiers/get_patron_id.</remarks>
    public async Task<int> GetIdAsync(
        string value, PatronIdentifier identifier = PatronIdentifier.Barcode, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Any(char.IsControl))
        {
            // The value is personal data, so the message does not contain it.
            throw new ArgumentException("A value that identifies a patron must not be blank, and must not contain control characters.", nameof(value));
        }

        if (identifier is < PatronIdentifier.Barcode or > PatronIdentifier.Username)
        {
            throw new ArgumentOutOfRangeException(nameof(identifier), identifier, "Use one of the values of PatronIdentifier.");
        }

        var id = await _api.GetIdAsync(value, identifier.ToString(), cancellationToken).ConfigureAwait(false);
        return id > 0 ? id : throw RecordResponses.Unexpected("GET /ids/patrons", "is not the ID of a patron");
    }

    /// <summary>Reads the ID of the patron with a barcode, user name or user-defined field, if there is one.</summary>
    /// <param name="value">The barcode or other value, exactly as stored.</param>
    /// <param name="identifier">What the value is; the barcode by default.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ID; <see langword="null"/> if Polaris reports that no patron has this value.</returns>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <inheritdoc cref="GetIdAsync" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    /// <remarks>GET /ids/patrons?id=&amp;type=. Vendor page: identifiers/get_patron_id.</remarks>
    public async Task<int?> FindIdAsync(
        string value, PatronIdentifier identifier = PatronIdentifier.Barcode, CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetIdAsync(value, identifier, cancellationToken).ConfigureAwait(false);
        }
        catch (NotFoundException missing) when (ObjectLocks.PolarisAnswers.IsFromPolaris(missing))
        {
            return null;
        }
    }

    /// <summary>Reads the barcode of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="InvalidResponseException">The response is not a barcode.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /barcodes/patrons/{patronId}, seen in public clients; the vendor does not document it.</remarks>
    public Task<string> GetBarcodeAsync(int patronId, CancellationToken cancellationToken = default) =>
        _api.GetBarcodeAsync(Checked(patronId), cancellationToken).AsBarcodeAsync("GET /barcodes/patrons/{patronId}");

    /// <summary>Reads the barcode of a patron who may not exist.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The barcode; <see langword="null"/> if Polaris reports that the patron does not exist.</returns>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <inheritdoc cref="GetBarcodeAsync" path="/exception[not(contains(@cref, 'NotFound'))]"/>
    /// <remarks>GET /barcodes/patrons/{patronId}, seen in public clients; the vendor does not document it.</remarks>
    public Task<string?> FindBarcodeAsync(int patronId, CancellationToken cancellationToken = default) =>
        GetBarcodeAsync(patronId, cancellationToken).OrNullAsync();

    /// <summary>Lists the blocks of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="ofAssociatedPatrons">Whether to list only the blocks of the patrons who are associated with this one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The blocks; empty if Polaris responds with HTTP 404. Servers do so for a patron without blocks, and the vendor documents it for a
    /// patron who does not exist: the two cannot be distinguished.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">A 404 that does not come from Polaris: another server responds at this address.</exception>
    /// <exception cref="PermissionDeniedException">The user or the workstation may not see blocks.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /patrons/{patronId}/blockssummary?logonBranchID=&amp;associatedblocks=, with the organization of this client as branch. Vendor
    /// page: patronblocks/patron_blocks.
    /// </remarks>
    public async Task<IReadOnlyList<PatronBlock>> ListBlocksAsync(
        int patronId, bool ofAssociatedPatrons = false, CancellationToken cancellationToken = default) =>
        await _api.ListBlocksAsync(Checked(patronId), _organizationId, ofAssociatedPatrons, cancellationToken).WithoutNullsAsync().OrNullAsync().ConfigureAwait(false) ?? [];

    /// <summary>Lists the blocks that a branch has defined for its patrons.</summary>
    /// <param name="organizationId">The branch.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The organization is less than 1.</exception>
    /// <exception cref="NotFoundException">The organization does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>GET /patronblocks?orgID=. Vendor page: patronblocks/patron_blocks.</remarks>
    public Task<IReadOnlyList<LibraryPatronBlock>> ListLibraryBlocksAsync(int organizationId, CancellationToken cancellationToken = default) =>
        _api.ListLibraryBlocksAsync(Argument.Id(organizationId, "an organization"), cancellationToken).WithoutNullsAsync();

    /// <summary>Lists the items that a patron has checked out.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ID is less than 1.</exception>
    /// <exception cref="NotFoundException">The patron does not exist, or another server responds at this address.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /patrons/{patronId}/itemsout?ilsTransactionSubTypeCode=51, the vendor's value for normal processing. Vendor page:
    /// patrons/get_items_out.
    /// </remarks>
    public Task<IReadOnlyList<PatronItemOut>> ListItemsOutAsync(int patronId, CancellationToken cancellationToken = default) =>
        _api.ListItemsOutAsync(Checked(patronId), NormalProcessing, cancellationToken).WithoutNullsAsync();

    /// <summary>Lists the fines and fees of a patron, with payments, the latest first.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="ListItemsOutAsync" path="/exception"/>
    /// <remarks>GET /patrons/{patronId}/accounttransactions. Vendor page: finesandfees/get_transaction_summary.</remarks>
    public Task<IReadOnlyList<PatronAccountTransaction>> ListAccountTransactionsAsync(
        int patronId, CancellationToken cancellationToken = default) =>
        _api.ListAccountTransactionsAsync(Checked(patronId), cancellationToken).WithoutNullsAsync();

    /// <summary>Reads what a patron owes.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON as received, because its shape is not documented. For typed rows use <see cref="ListAccountTransactionsAsync"/>.</returns>
    /// <inheritdoc cref="ListItemsOutAsync" path="/exception"/>
    /// <remarks>GET /patrons/{patronId}/account/outstanding, seen in public clients; the vendor does not document it.</remarks>
    public Task<JsonElement> GetOutstandingAccountAsync(int patronId, CancellationToken cancellationToken = default) =>
        _api.GetOutstandingAccountAsync(Checked(patronId), cancellationToken);

    /// <summary>Lists the patrons who are associated with a patron, such as the members of a family, the latest first.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <inheritdoc cref="ListItemsOutAsync" path="/exception"/>
    /// <remarks>GET /patrons/{patronId}/associations. Vendor page: patrons/patron_associations.</remarks>
    public Task<IReadOnlyList<PatronAssociation>> ListAssociationsAsync(int patronId, CancellationToken cancellationToken = default) =>
        _api.ListAssociationsAsync(Checked(patronId), cancellationToken).WithoutNullsAsync();

    /// <summary>Lists the custom fields that the organization of this client defined for a type of registration.</summary>
    /// <param name="registrationType">The ID of the type of registration.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The type is negative.</exception>
    /// <exception cref="RequestFailedException">The server refused the request.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /patroncustomdata/{registrationType}. Vendor page: patroncustomdata/patron_custom_data. The values of a patron are in
    /// <see cref="PatronRegistration.CustomData"/>.
    /// </remarks>
    public Task<IReadOnlyList<PatronCustomData>> ListCustomDataAsync(int registrationType, CancellationToken cancellationToken = default) =>
        _api.ListCustomDataAsync(Argument.NotNegative(registrationType, "The ID of a type of registration"), cancellationToken).WithoutNullsAsync();

    internal static int Checked(int patronId) => Argument.Id(patronId, "a patron");
}
