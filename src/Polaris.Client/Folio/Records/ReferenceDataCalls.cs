namespace Polaris.Client.Folio;

/// <summary>The five endpoints that every resource of reference data has, taken from its interface.</summary>
/// <param name="ListAsync">GET with query, offset, limit and totalRecords; null leaves one out.</param>
/// <param name="GetAsync">GET of one record.</param>
/// <param name="CreateAsync">POST of a record.</param>
/// <param name="UpdateAsync">PUT of a record.</param>
/// <param name="DeleteAsync">DELETE of a record.</param>
internal sealed record ReferenceDataCalls<TRecord>(
    Func<string?, int?, int?, string?, CancellationToken, Task<RecordPage<TRecord>>> ListAsync,
    Func<Guid, CancellationToken, Task<TRecord>> GetAsync,
    Func<TRecord, CancellationToken, Task<TRecord>> CreateAsync,
    Func<Guid, TRecord, CancellationToken, Task> UpdateAsync,
    Func<Guid, CancellationToken, Task> DeleteAsync)
    where TRecord : ReferenceRecord;
