using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Checks an item in.</summary>
/// <remarks>
/// POST workflow, request type 1, extension 2. The vendor's page of the workflow documents its request type and <see cref="CheckInType"/>;
/// the other properties were seen in clients in production, and the data of the response is not documented. The server may raise prompts
/// 8 and 30 (the item fills another request: transfer it?), to which clients in production reply Yes: reply to them by their IDs,
/// <see cref="WorkflowPromptId.UpdateItemRecord"/> and <see cref="WorkflowPromptId.FillsAnotherRequest"/>.
/// </remarks>
public sealed class CheckIn() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CheckIn,
        WorkflowRequestExtensionType.CheckIn,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The kind of check-in.</summary>
    /// <value><see cref="CheckInType.Normal"/> by default.</value>
    [JsonPropertyName("CheckinTypeID")]
    public CheckInType CheckInType { get; set; } = CheckInType.Normal;

    /// <summary>The barcode of the item. Required.</summary>
    public string ItemBarcode { get; set; } = "";

    /// <summary>The vendor's number of free days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FreeDays { get; set; }

    /// <summary>Whether messages about the inventory status are omitted.</summary>
    [JsonPropertyName("ignoreInventoryStatusMessages"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreInventoryStatusMessages { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="ItemBarcode"/> is not set.</exception>
    protected internal override WorkflowData ToData() => string.IsNullOrWhiteSpace(ItemBarcode)
        ? throw new InvalidOperationException("CheckIn.ItemBarcode is not set: set it to the barcode of the item.")
        : WorkflowData.From(this, CirculationJson.Default.CheckIn);
}

/// <summary>The kinds of check-in.</summary>
/// <remarks>Open: more values exist than the vendor documents; any value is sent unchanged. Only the names of the constants are
/// documented, so each is described by its name.</remarks>
[JsonConverter(typeof(OpenEnumConverter<CheckInType>))]
public enum CheckInType
{
    /// <summary>CHKIN_NORM.</summary>
    Normal = 1,

    /// <summary>CHKIN_BULK.</summary>
    Bulk = 2,

    /// <summary>CHKIN_INVENTORY.</summary>
    Inventory = 3,

    /// <summary>CHKIN_INHOUSE.</summary>
    InHouse = 4,

    /// <summary>CHKIN_QUIC.</summary>
    Quick = 5,

    /// <summary>CHKIN_OFFL.</summary>
    Offline = 13,

    /// <summary>CHKIN_INVENTORY_OFFL.</summary>
    InventoryOffline = 14,

    /// <summary>CHKIN_OFFLQUIC.</summary>
    OfflineQuick = 15,

    /// <summary>CHKIN_ITEMWF.</summary>
    ItemWf = 23,

    /// <summary>CHKIN_ITEMLST.</summary>
    ItemList = 24,
}
