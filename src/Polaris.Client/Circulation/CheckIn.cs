using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Checks an item in.</summary>
/// <remarks>
/// POST workflow, request type 1, extension 2. The vendor's page of the workflow documents its number and <see cref="CheckInType"/>;
/// the other members were seen in clients in production, and the data of the answer is not documented. The server may ask the prompts
/// 8 and 30 (the item fills another request: transfer it?), to which clients in production reply Yes: answer them by their number,
/// <see cref="WorkflowPromptId.UpdateItemRecord"/> and <see cref="WorkflowPromptId.FillsAnotherRequest"/>.
/// </remarks>
public sealed class CheckIn() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CheckIn,
        WorkflowRequestExtensionType.CheckIn,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>How the item comes back.</summary>
    /// <value><see cref="CheckInType.Normal"/> by default.</value>
    [JsonPropertyName("CheckinTypeID")]
    public CheckInType CheckInType { get; set; } = CheckInType.Normal;

    /// <summary>The barcode of the item.</summary>
    public string ItemBarcode { get; set; } = "";

    /// <summary>The vendor's number of free days.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FreeDays { get; set; }

    /// <summary>Whether messages about the inventory status are left out.</summary>
    [JsonPropertyName("ignoreInventoryStatusMessages"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IgnoreInventoryStatusMessages { get; set; }

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, CirculationJson.Default.CheckIn);
}

/// <summary>How an item comes back.</summary>
/// <remarks>Open: more numbers exist than the vendor documents; any is sent as it is. Their constants are all that is
/// documented, so each is described here.</remarks>
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
