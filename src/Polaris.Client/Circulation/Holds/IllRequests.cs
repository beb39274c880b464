using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Circulation;

/// <summary>Receives the item of an interlibrary loan request.</summary>
/// <remarks>
/// POST workflow, request type 18, extension 14. Vendor page: workflow/receive_ill_request. The server may raise prompt 55, in which a
/// brief item is entered and to which clients in production reply Continue: reply to it by its ID,
/// <see cref="WorkflowPromptId.BriefItemEntry"/>.
/// </remarks>
public sealed class ReceiveIllRequest() : WorkflowRequest<IllRequestReceived>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<IllRequestReceived> Kind { get; } = new(
        WorkflowRequestType.ReceiveIllRequest,
        WorkflowRequestExtensionType.ReceiveIll,
        CirculationJson.Default.IllRequestReceived);

    /// <summary>The ID of the interlibrary loan request. Required.</summary>
    [JsonPropertyName("ILLRequestID")]
    public int IllRequestId { get; set; }

    /// <summary>The type of the transaction, which is not on the vendor's page; a client in production sends 12.</summary>
    [JsonPropertyName("circTranType"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CircTranType { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="IllRequestId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => IllRequestId < 1
        ? throw new InvalidOperationException("ReceiveIllRequest.IllRequestId is not set: set it to the ID of the interlibrary loan request.")
        : WorkflowData.From(this, CirculationJson.Default.ReceiveIllRequest);
}

/// <summary>The data returned when an interlibrary loan was received. Seen in public clients; the vendor does not document it.</summary>
public sealed class IllRequestReceived
{
    /// <summary>The interlibrary loan request, as received; <see langword="null"/> if the server did not return it.</summary>
    [JsonPropertyName("ILLRequestInfo")]
    public JsonElement? IllRequestInfo { get; set; }

    /// <summary>Properties that this library does not know, as received.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>Deletes an interlibrary loan request.</summary>
/// <remarks>
/// POST workflow, request type 19, extension 15. Vendor page: workflow/delete_workflow_ill_request. The staff help allows it only for
/// requests that are inactive, canceled or returned; a returned one loses its linked item and brief bibliographic record too. The IDs of
/// the prompts are not known: they are raised as plain prompts.
/// </remarks>
public sealed class DeleteIllRequest() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.DeleteIllRequest,
        WorkflowRequestExtensionType.DeleteIllRequest,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The ID of the interlibrary loan request. Required.</summary>
    [JsonPropertyName("ILLRequestID")]
    public int IllRequestId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="IllRequestId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => IllRequestId < 1
        ? throw new InvalidOperationException("DeleteIllRequest.IllRequestId is not set: set it to the ID of the interlibrary loan request.")
        : WorkflowData.From(this, CirculationJson.Default.DeleteIllRequest);
}

/// <summary>Turns a hold request into an interlibrary loan request.</summary>
/// <remarks>
/// POST workflow, request type 20, extension 16. Vendor page: workflow/convert_to_ill_request. The data of the response and the IDs of the
/// prompts are not documented.
/// </remarks>
public sealed class ConvertHoldToIll() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.ConvertHoldToIll,
        WorkflowRequestExtensionType.ConvertHoldToIll,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The ID of the hold request. Required.</summary>
    [JsonPropertyName("SysHoldRequestID")]
    public int HoldRequestId { get; set; }

    /// <summary>Whether the prompt about the limit of interlibrary loan requests is skipped.</summary>
    /// <value><c>false</c> by default.</value>
    [JsonPropertyName("SkipTotalILLLimitExceededPrompt")]
    public bool SkipTotalIllLimitExceededPrompt { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="HoldRequestId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => HoldRequestId < 1
        ? throw new InvalidOperationException("ConvertHoldToIll.HoldRequestId is not set: set it to the ID of the hold request to convert.")
        : WorkflowData.From(this, CirculationJson.Default.ConvertHoldToIll);
}
