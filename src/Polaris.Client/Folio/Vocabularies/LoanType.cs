namespace Polaris.Client.Folio;

/// <summary>A loan type of an item, such as can circulate or reading room.</summary>
[FolioResource("loan-types", "loantypes")]
public sealed class LoanType : ReferenceRecord
{
    /// <summary>Where the type comes from; the server reads <c>null</c> as <c>local</c>.</summary>
    public string? Source { get; set; }
}
