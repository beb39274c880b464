namespace Polaris.Client.Folio;

/// <summary>A classification scheme, such as Dewey or Library of Congress.</summary>
[FolioResource("classification-types", "classificationTypes")]
public sealed class ClassificationType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>; <c>null</c> if not stated.</summary>
    public string? Source { get; set; }
}
