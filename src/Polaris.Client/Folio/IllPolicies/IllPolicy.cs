namespace Polaris.Client.Folio;

/// <summary>Whether holdings are lent to other libraries (interlibrary loan): will lend, will not lend, and so on.</summary>
public sealed class IllPolicy : ReferenceRecord
{
    internal static ReferenceDataKind<IllPolicy, IIllPoliciesApi> Kind { get; } = new(
        "ill-policies", "illPolicies",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the policy itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
