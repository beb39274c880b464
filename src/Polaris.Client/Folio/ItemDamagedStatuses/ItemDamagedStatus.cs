namespace Polaris.Client.Folio;

/// <summary>Whether an item is damaged.</summary>
public sealed class ItemDamagedStatus : ReferenceRecord
{
    internal static ReferenceDataKind<ItemDamagedStatus, IItemDamagedStatusesApi> Kind { get; } = new(
        "item-damaged-statuses", "itemDamageStatuses",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the status itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
