namespace Polaris.Client.Folio;

/// <summary>The role of a contributor, such as author, illustrator or translator (the MARC relator terms).</summary>
[FolioResource("contributor-types", "contributorTypes", HasUniqueCode = true)]
public sealed class ContributorType : ReferenceRecord
{
    /// <summary>The unique code, for example <c>aut</c>. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the type comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
