namespace Polaris.Client.Folio;

/// <summary>A kind of contributor name: that of a person, a corporate body or a meeting.</summary>
[FolioResource("contributor-name-types", "contributorNameTypes")]
public sealed class ContributorNameType : ReferenceRecord
{
    /// <summary>The position of the type among the others, as text; <c>null</c> if not stated.</summary>
    public string? Ordering { get; set; }

    /// <summary>Where the type comes from, for example <c>local</c>; <c>null</c> if not stated.</summary>
    public string? Source { get; set; }
}
