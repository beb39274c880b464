namespace Polaris.Client.Folio;

/// <summary>A kind of holdings record, such as monograph, serial or electronic.</summary>
[FolioResource("holdings-types", "holdingsTypes")]
public sealed class HoldingsType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>folio</c> or <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
