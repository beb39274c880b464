using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Adds a line item to a purchase order, or updates one.</summary>
/// <remarks>
/// POST workflow, request type 33, extension 30. Vendor page: workflow/save_poline, where the permissions are listed. Not all properties of
/// the page are known: send the others, such as the segments, with <see cref="AdditionalMembers"/>, named exactly as on the page of your
/// server. What the server does if a property is omitted, the data of the response and the IDs of the prompts are not documented.
/// </remarks>
public sealed class SavePurchaseOrderLineItem() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.SavePurchaseOrderLineItem,
        WorkflowRequestExtensionType.PurchaseOrderLineItem,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The line item to update.</summary>
    /// <value>0 by default: a line item is added.</value>
    [JsonPropertyName("POLineItemID")]
    public int LineItemId { get; set; }

    /// <summary>The purchase order. Required to add a line item.</summary>
    [JsonPropertyName("PurchaseOrderID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PurchaseOrderId { get; set; }

    /// <summary>The title that is ordered.</summary>
    [JsonPropertyName("BibliographicRecordID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? BibliographicRecordId { get; set; }

    /// <summary>The list price of one unit, in the base currency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? ListPriceUnitBase { get; set; }

    /// <summary>The discounted price of one unit, in the base currency.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? DiscPriceUnitBase { get; set; }

    /// <summary>The vendor's number of the same name; its values are not documented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public byte? DisplayInPac { get; set; }

    /// <summary>The author; used to add a line item.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Author { get; set; }

    /// <summary>Properties of the vendor's page that this type does not have, sent unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It names neither a line item to update nor a purchase order.</exception>
    protected internal override WorkflowData ToData() => LineItemId < 1 && PurchaseOrderId is null or < 1
        ? throw new InvalidOperationException(
            "SavePurchaseOrderLineItem does not identify a line item: set LineItemId to update one, or PurchaseOrderId to add one.")
        : WorkflowData.From(this, AcquisitionsJson.Default.SavePurchaseOrderLineItem);
}

/// <summary>The JSON metadata of acquisitions workflows, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(LenientValues)])]
[JsonSerializable(typeof(SavePurchaseOrderLineItem))]
internal sealed partial class AcquisitionsJson : JsonSerializerContext;
