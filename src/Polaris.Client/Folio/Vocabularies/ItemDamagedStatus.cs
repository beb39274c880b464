namespace Polaris.Client.Folio;

/// <summary>A status that describes whether an item is damaged.</summary>
[FolioResource("item-damaged-statuses", "itemDamageStatuses")]
public sealed class ItemDamagedStatus : ReferenceRecord
{
    /// <summary>Where the status comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
