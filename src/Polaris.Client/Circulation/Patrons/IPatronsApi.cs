using System.Text.Json;
using Refit;

namespace Polaris.Client.Circulation;

/// <summary>The endpoints of patrons, one method each. <see cref="PatronsClient"/> is easier and safer to use.</summary>
/// <remarks>
/// Vendor pages: patrons/get_patron, post_patron, patron_patch, patron_associations, get_items_out and get_patron_defaults,
/// identifiers/get_patron_id, patronblocks/patron_blocks, patroncustomdata/patron_custom_data, patronnotes/add_patron_notes,
/// patronreaderservices/get_ors_patron, finesandfees/get_transaction_summary. The barcode of a patron, the outstanding account and the
/// removal of a block were seen in public clients.
/// </remarks>
[Headers("Accept: application/json")]
public interface IPatronsApi
{
    /// <summary>Reads a patron with the registration.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="precheckoutbrief">1 to add the data that a check-out needs.</param>
    /// <param name="basicdata">1 to add the basic data.</param>
    /// <param name="headerdata">1 to add the data of the header of the patron's record.</param>
    /// <param name="blockssummary">1 to add the blocks.</param>
    /// <param name="dateinfo">1 to add the dates.</param>
    /// <param name="regpermissionpriority">Whether the permission to access the registration is checked first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}")]
    Task<Patron> GetAsync(
        int patronId,
        [Query] int? precheckoutbrief = null,
        [Query] int? basicdata = null,
        [Query] int? headerdata = null,
        [Query] int? blockssummary = null,
        [Query] int? dateinfo = null,
        [Query("", "regpermissionpriority"), QueryConverter(typeof(LowerCaseBool))] bool? regpermissionpriority = null,
        CancellationToken cancellationToken = default);

    /// <summary>Finds the ID of the patron with a barcode, user name or user-defined field.</summary>
    /// <param name="id">The value.</param>
    /// <param name="type">What the value is: Barcode, PatronId, User1 to User5, or Username.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/ids/patrons")]
    Task<int> GetIdAsync([Query] string id, [Query] string type, CancellationToken cancellationToken = default);

    /// <summary>Reads the barcode of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON as received: a string in quotes.</returns>
    [Get("/barcodes/patrons/{patronId}")]
    Task<string?> GetBarcodeAsync(int patronId, CancellationToken cancellationToken = default);

    /// <summary>Lists the blocks of a patron; HTTP 404 if there are none.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="logonBranchID">The branch whose rules apply.</param>
    /// <param name="associatedblocks">Whether only the blocks of associated patrons are returned.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}/blockssummary")]
    Task<IReadOnlyList<PatronBlock>> ListBlocksAsync(
        int patronId,
        [Query] int logonBranchID,
        [Query("", "associatedblocks"), QueryConverter(typeof(LowerCaseBool))] bool? associatedblocks,
        CancellationToken cancellationToken = default);

    /// <summary>Removes one block of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="blockType">The type of the block.</param>
    /// <param name="blockId">The ID of the block within its type.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether the block was removed; <see langword="null"/> if the server did not report it.</returns>
    [Delete("/patrons/{patronId}/blocks/{blockType}/{blockId}")]
    Task<bool?> RemoveBlockAsync(int patronId, int blockType, int blockId, CancellationToken cancellationToken = default);

    /// <summary>Lists the blocks that a library has defined.</summary>
    /// <param name="orgID">The branch.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patronblocks")]
    Task<IReadOnlyList<LibraryPatronBlock>> ListLibraryBlocksAsync([Query] int orgID, CancellationToken cancellationToken = default);

    /// <summary>Lists the items that a patron has checked out.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="ilsTransactionSubTypeCode">The kind of client: 51 is the vendor's value for normal processing.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}/itemsout")]
    Task<IReadOnlyList<PatronItemOut>> ListItemsOutAsync(
        int patronId, [Query] int ilsTransactionSubTypeCode, CancellationToken cancellationToken = default);

    /// <summary>Lists the fines and fees of a patron, with payments.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}/accounttransactions")]
    Task<IReadOnlyList<PatronAccountTransaction>> ListAccountTransactionsAsync(int patronId, CancellationToken cancellationToken = default);

    /// <summary>Reads what a patron owes.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON as received: its shape is not documented.</returns>
    [Get("/patrons/{patronId}/account/outstanding")]
    Task<JsonElement> GetOutstandingAccountAsync(int patronId, CancellationToken cancellationToken = default);

    /// <summary>Lists the associated patrons, such as the members of a family.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}/associations")]
    Task<IReadOnlyList<PatronAssociation>> ListAssociationsAsync(int patronId, CancellationToken cancellationToken = default);

    /// <summary>Associates other patrons with a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="associations">The other patrons.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The associated patrons.</returns>
    [Post("/patrons/{patronId}/associations")]
    Task<IReadOnlyList<PatronAssociation>> AddAssociationsAsync(
        int patronId, [Body] IReadOnlyList<NewPatronAssociation> associations, CancellationToken cancellationToken = default);

    /// <summary>Lists the custom fields of one type of registration.</summary>
    /// <param name="registrationType">The ID of the type of registration.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patroncustomdata/{registrationType}")]
    Task<IReadOnlyList<PatronCustomData>> ListCustomDataAsync(int registrationType, CancellationToken cancellationToken = default);

    /// <summary>Adds a note that does not block the patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="note">The note.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the vendor does not document one.</returns>
    [Post("/patrons/{patronId}?type=nonblockingnotes")]
    Task<string?> AddNonBlockingNoteAsync(int patronId, [Body] PatronNonBlockingNote note, CancellationToken cancellationToken = default);

    /// <summary>Sets a flag of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="flag">The flag and its value.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the vendor does not document one.</returns>
    [Patch("/patrons/{patronId}?type=flags")]
    Task<string?> SetFlagAsync(int patronId, [Body] PatronFlag flag, CancellationToken cancellationToken = default);

    /// <summary>Renews or upgrades the membership of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="membership">The membership.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the vendor does not document one.</returns>
    [Patch("/patrons/{patronId}?type=membership")]
    Task<string?> RenewMembershipAsync(int patronId, [Body] PatronMembership membership, CancellationToken cancellationToken = default);

    /// <summary>Changes the card of a patron: its barcode or its status.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="card">The new barcode or status.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the vendor does not document one.</returns>
    [Patch("/patrons/{patronId}?type=membershipcard")]
    Task<string?> UpdateCardAsync(int patronId, [Body] PatronCard card, CancellationToken cancellationToken = default);

    /// <summary>Replaces all notes of a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="notes">The notes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the vendor does not document one.</returns>
    [Post("/patrons/{patronId}/notes")]
    Task<string?> ReplaceNotesAsync(int patronId, [Body] PatronNotes notes, CancellationToken cancellationToken = default);

    /// <summary>Reads how outreach services serve a patron.</summary>
    /// <param name="patronId">The ID of the patron.</param>
    /// <param name="extendedData">Whether the name of the patron and those of delivery mode and route are added.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrons/{patronId}/readerservices")]
    Task<PatronReaderServices> GetReaderServicesAsync(
        int patronId,
        [Query("", "extendedData"), QueryConverter(typeof(LowerCaseBool))] bool? extendedData = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads the defaults for the registration of patrons.</summary>
    /// <param name="orgid">The organization.</param>
    /// <param name="type">The kind of registration: normal or express.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/patrondefaults")]
    Task<PatronDefaults> GetDefaultsAsync([Query] int orgid, [Query] string type, CancellationToken cancellationToken = default);
}
