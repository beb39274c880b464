using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Changes a hold request: its pickup branch, status or dates.</summary>
/// <remarks>
/// POST workflow, request type 21, extension 17. Vendor page: workflow/update_hold_request. Not all properties are documented: the others
/// can be sent with <see cref="AdditionalMembers"/>. What the server does if a property is omitted is not documented either, so read the
/// request with <c>PolarisClient.Holds</c> and repeat the values that stay. The data of the response is not documented.
/// </remarks>
public sealed class UpdateHoldRequest() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.UpdateHold,
        WorkflowRequestExtensionType.UpdateHoldRequest,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The ID of the request. Required.</summary>
    [JsonPropertyName("SysHoldRequestID")]
    public int HoldRequestId { get; set; }

    /// <summary>The branch where the patron picks the item up. Required, also if it stays the same.</summary>
    [JsonPropertyName("PickupBranchID")]
    public int PickupBranchId { get; set; }

    /// <summary>The status of the request.</summary>
    [JsonPropertyName("SysHoldStatusID"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldStatus? Status { get; set; }

    /// <summary>The day or instant from which the request is active.</summary>
    [JsonConverter(typeof(ActivationDateConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldDate? ActivationDate { get; set; }

    /// <summary>The day or instant at which the request expires.</summary>
    [JsonConverter(typeof(ExpirationDateConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldDate? ExpirationDate { get; set; }

    /// <summary>The day or instant until which the item is held for the patron.</summary>
    [JsonConverter(typeof(ExpirationDateConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HoldDate? HoldTillDate { get; set; }

    /// <summary>Properties of the vendor's page that this type does not have, sent unchanged.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="HoldRequestId"/> or <see cref="PickupBranchId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => this switch
    {
        { HoldRequestId: < 1 } => throw new InvalidOperationException(
            "UpdateHoldRequest.HoldRequestId is not set: set it to the ID of the hold request to change."),
        { PickupBranchId: < 1 } => throw new InvalidOperationException(
            "UpdateHoldRequest.PickupBranchId is not set: set it to the branch of the hold request, also if it stays the same."),
        _ => WorkflowData.From(this, CirculationJson.Default.UpdateHoldRequest),
    };
}
