namespace Polaris.Client.Folio;

/// <summary>A kind of note of an item, such as binding or provenance.</summary>
[FolioResource("item-note-types", "itemNoteTypes")]
public sealed class ItemNoteType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
