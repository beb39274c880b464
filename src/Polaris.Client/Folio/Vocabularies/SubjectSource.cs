namespace Polaris.Client.Folio;

/// <summary>The vocabulary from which a subject heading is taken, such as Medical Subject Headings.</summary>
/// <remarks>A source with the source <c>folio</c> cannot be created, and its source cannot be changed.</remarks>
[FolioResource("subject-sources", "subjectSources", HasUniqueCode = true)]
public sealed class SubjectSource : ReferenceRecord
{
    /// <summary>The unique code; <c>null</c> if there is none.</summary>
    public string? Code { get; set; }

    /// <summary>Who maintains it: <c>folio</c>, <c>local</c> or <c>consortium</c>. The server requires it and accepts no other value.</summary>
    public string? Source { get; set; }
}
