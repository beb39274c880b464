namespace Polaris.Client.Folio;

/// <summary>What a note of an item is about: binding, provenance, and so on.</summary>
public sealed class ItemNoteType : ReferenceRecord
{
    internal static ReferenceDataKind<ItemNoteType, IItemNoteTypesApi> Kind { get; } = new(
        "item-note-types", "itemNoteTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
