namespace Polaris.Client.Folio;

/// <summary>A kind of note of a holdings record, such as binding or provenance.</summary>
[FolioResource("holdings-note-types", "holdingsNoteTypes")]
public sealed class HoldingsNoteType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
