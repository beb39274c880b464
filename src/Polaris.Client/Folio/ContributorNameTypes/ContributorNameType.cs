namespace Polaris.Client.Folio;

/// <summary>What kind of name a contributor has: that of a person, a corporate body or a meeting.</summary>
public sealed class ContributorNameType : ReferenceRecord
{
    internal static ReferenceDataKind<ContributorNameType, IContributorNameTypesApi> Kind { get; } = new(
        "contributor-name-types", "contributorNameTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type stands among the others, as a text; null = not said.</summary>
    public string? Ordering { get; set; }

    /// <summary>Where the type itself comes from, for example <c>local</c>; null = not said.</summary>
    public string? Source { get; set; }
}
