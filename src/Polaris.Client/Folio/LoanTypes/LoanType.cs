namespace Polaris.Client.Folio;

/// <summary>How an item may be lent: can circulate, reading room, and so on.</summary>
public sealed class LoanType : ReferenceRecord
{
    internal static ReferenceDataKind<LoanType, ILoanTypesApi> Kind { get; } = new(
        "loan-types", "loantypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from; null is read as <c>local</c> by the server.</summary>
    public string? Source { get; set; }
}
