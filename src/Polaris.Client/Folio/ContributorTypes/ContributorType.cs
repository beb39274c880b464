namespace Polaris.Client.Folio;

/// <summary>What a contributor did for the work: author, illustrator, translator, and so on (the MARC relator terms).</summary>
public sealed class ContributorType : ReferenceRecord
{
    internal static ReferenceDataKind<ContributorType, IContributorTypesApi> Kind { get; } = new(
        "contributor-types", "contributorTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>The unique code, for example <c>aut</c>. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the type itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
