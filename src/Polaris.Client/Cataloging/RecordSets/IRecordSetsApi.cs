using Refit;

namespace Polaris.Client.Cataloging;

/// <summary>The endpoints of record sets, one method each. <see cref="RecordSetsClient"/> is easier and safer to use.</summary>
/// <remarks>
/// Vendor pages: recordsets/get_recordsets, get_recordset_contents, post_create_recordset, post_create_unlinked_recordset and
/// post_create_associated_recordset.
/// </remarks>
[Headers("Accept: application/json")]
public interface IRecordSetsApi
{
    /// <summary>Reads the header of a record set.</summary>
    /// <param name="recordSetId">The ID of the record set.</param>
    /// <param name="ownerInfoOnly"><see langword="true"/> to read only the owner, for which no permission is needed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/recordsets/{recordSetId}")]
    Task<RecordSet> GetAsync(
        int recordSetId,
        [Query("", "ownerInfoOnly"), QueryConverter(typeof(LowerCaseBool))] bool? ownerInfoOnly = null,
        CancellationToken cancellationToken = default);

    /// <summary>Reads a part of the records of a record set.</summary>
    /// <param name="recordSetId">The ID of the record set.</param>
    /// <param name="startIndex">The position of the first record, from 0.</param>
    /// <param name="numRecords">The number of records; 0 for all of them.</param>
    /// <param name="sortResults">Whether the records are sorted.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Get("/recordsets/{recordSetId}/records")]
    Task<RecordSetContents> ListRecordsAsync(
        int recordSetId,
        [Query] int startIndex,
        [Query] int numRecords,
        [Query("", "sortResults"), QueryConverter(typeof(LowerCaseBool))] bool? sortResults = null,
        CancellationToken cancellationToken = default);

    /// <summary>Changes the name, the owner and the note of a record set.</summary>
    /// <param name="recordSetId">The ID of the record set.</param>
    /// <param name="header">The new header.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The body as received: the vendor does not document one.</returns>
    [Put("/recordsets/{recordSetId}")]
    Task<string?> UpdateAsync(int recordSetId, [Body] RecordSetHeader header, CancellationToken cancellationToken = default);

    /// <summary>Creates a record set.</summary>
    /// <param name="recordSet">The record set, with its records.</param>
    /// <param name="generateNoLinks"><see langword="true"/> to fill it with the records that no other record is linked to.</param>
    /// <param name="allowLargeRecordSet"><see langword="true"/> to allow more than 1,000 records, or what the system is set to.</param>
    /// <param name="itemCircStatusFilter">Selects items by status, as bits.</param>
    /// <param name="patronCodesFilter">Selects patrons by code, separated by commas.</param>
    /// <param name="includeDelete"><see langword="true"/> to include deleted items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    [Post("/recordsets")]
    Task<RecordSetCreated> CreateAsync(
        [Body] NewRecordSet recordSet,
        [Query("", "generateNoLinks"), QueryConverter(typeof(LowerCaseBool))] bool? generateNoLinks = null,
        [Query("", "allowLargeRecordSet"), QueryConverter(typeof(LowerCaseBool))] bool? allowLargeRecordSet = null,
        [Query] long? itemCircStatusFilter = null,
        [Query] string? patronCodesFilter = null,
        [Query("", "includeDelete"), QueryConverter(typeof(LowerCaseBool))] bool? includeDelete = null,
        CancellationToken cancellationToken = default);
}
