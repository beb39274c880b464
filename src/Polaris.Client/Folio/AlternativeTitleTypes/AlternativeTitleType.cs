namespace Polaris.Client.Folio;

/// <summary>What kind of other title an instance has: uniform title, variant title, and so on.</summary>
public sealed class AlternativeTitleType : ReferenceRecord
{
    internal static ReferenceDataKind<AlternativeTitleType, IAlternativeTitleTypesApi> Kind { get; } = new(
        "alternative-title-types", "alternativeTitleTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
