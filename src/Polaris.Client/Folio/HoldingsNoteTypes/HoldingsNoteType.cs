namespace Polaris.Client.Folio;

/// <summary>What a note of a holdings record is about: binding, provenance, and so on.</summary>
public sealed class HoldingsNoteType : ReferenceRecord
{
    internal static ReferenceDataKind<HoldingsNoteType, IHoldingsNoteTypesApi> Kind { get; } = new(
        "holdings-note-types", "holdingsNoteTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
