namespace Polaris.Client.Folio;

/// <summary>An identifier scheme, such as ISBN, ISSN or LCCN.</summary>
[FolioResource("identifier-types", "identifierTypes")]
public sealed class IdentifierType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>; <c>null</c> if not stated.</summary>
    public string? Source { get; set; }
}
