namespace Polaris.Client.Folio;

/// <summary>A mode of issuance, such as single unit, serial or integrating resource.</summary>
[FolioResource("modes-of-issuance", "issuanceModes")]
public sealed class ModeOfIssuance : ReferenceRecord
{
    /// <summary>Where the mode comes from, for example <c>local</c>; <c>null</c> if not stated.</summary>
    public string? Source { get; set; }
}
