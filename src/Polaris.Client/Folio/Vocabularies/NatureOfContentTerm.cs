namespace Polaris.Client.Folio;

/// <summary>The nature of the content of an instance, such as bibliography, textbook or festschrift.</summary>
[FolioResource("nature-of-content-terms", "natureOfContentTerms")]
public sealed class NatureOfContentTerm : ReferenceRecord
{
    /// <summary>Where the term comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
