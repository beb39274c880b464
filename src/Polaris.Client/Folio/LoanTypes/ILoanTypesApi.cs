using Refit;

namespace Polaris.Client.Folio;

/// <summary>The loan type endpoints, one method each. <see cref="FolioClient.LoanTypes"/> is the friendly way in.</summary>
/// <remarks>Interface <c>loan-types</c> 2.4; permissions <c>inventory-storage.loan-types.*</c>.</remarks>
public interface ILoanTypesApi
{
    /// <summary>Lists loan types; null leaves a parameter to the server.</summary>
    [Get("/loan-types")]
    Task<RecordPage<LoanType>> ListAsync(string? query, int? offset, int? limit, string? totalRecords, CancellationToken cancellationToken = default);

    /// <summary>Reads one loan type.</summary>
    [Get("/loan-types/{id}")]
    Task<LoanType> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Creates one loan type.</summary>
    [Post("/loan-types")]
    Task<LoanType> CreateAsync([Body] LoanType record, CancellationToken cancellationToken = default);

    /// <summary>Replaces one loan type.</summary>
    [Put("/loan-types/{id}")]
    Task UpdateAsync(Guid id, [Body] LoanType record, CancellationToken cancellationToken = default);

    /// <summary>Deletes one loan type.</summary>
    [Delete("/loan-types/{id}")]
    Task DeleteAsync(Guid id, CancellationToken cancellationToken = default);
}
