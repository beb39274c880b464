namespace Polaris.Client.Folio;

/// <summary>A kind of note of an instance, such as bibliography, dissertation or language.</summary>
[FolioResource("instance-note-types", "instanceNoteTypes")]
public sealed class InstanceNoteType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
