namespace Polaris.Client.Folio;

/// <summary>A kind of alternative title of an instance, such as a uniform title or a variant title.</summary>
[FolioResource("alternative-title-types", "alternativeTitleTypes")]
public sealed class AlternativeTitleType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
