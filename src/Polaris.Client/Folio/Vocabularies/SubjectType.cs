namespace Polaris.Client.Folio;

/// <summary>A kind of subject, such as a person, a place or a topical term.</summary>
/// <remarks>A type with the source <c>folio</c> cannot be created, and its source cannot be changed.</remarks>
[FolioResource("subject-types", "subjectTypes")]
public sealed class SubjectType : ReferenceRecord
{
    /// <summary>Who maintains it: <c>folio</c>, <c>local</c> or <c>consortium</c>. The server requires it and accepts no other value.</summary>
    public string? Source { get; set; }
}
