namespace Polaris.Client.Folio;

/// <summary>The scheme of an identifier: ISBN, ISSN, LCCN, and so on.</summary>
public sealed class IdentifierType : ReferenceRecord
{
    internal static ReferenceDataKind<IdentifierType, IIdentifierTypesApi> Kind { get; } = new(
        "identifier-types", "identifierTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>; null = not said.</summary>
    public string? Source { get; set; }
}
