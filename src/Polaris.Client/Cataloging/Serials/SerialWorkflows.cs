using System.Text.Json.Serialization;
using Polaris.Client.Json;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deletes a serial issue or a standing order part.</summary>
/// <remarks>
/// POST workflow, request type 27, extension 24. Vendor page: workflow/delete_serial_issue_or_part. The staff help warns that a linked item
/// record can be deleted too. The data of the response and the IDs of the prompts are not documented.
/// </remarks>
public sealed class DeleteSerialIssueOrPart() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.DeleteSerialIssueOrPart,
        WorkflowRequestExtensionType.DeleteSerialIssuePart,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The issue or part to delete. Required.</summary>
    [JsonPropertyName("IssueOrPartID")]
    public int IssueOrPartId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="IssueOrPartId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => IssueOrPartId < 1
        ? throw new InvalidOperationException("DeleteSerialIssueOrPart.IssueOrPartId is not set: set it to the ID of the issue or part to delete.")
        : WorkflowData.From(this, SerialsJson.Default.DeleteSerialIssueOrPart);
}

/// <summary>Combines two serial issues or standing order parts.</summary>
/// <remarks>
/// POST workflow, request type 28, extension 25. Vendor page: workflow/combine_serial_issues. The data of the response and the IDs of the
/// prompts are not documented.
/// </remarks>
public sealed class CombineSerialIssues() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.CombineSerialIssues,
        WorkflowRequestExtensionType.CombineSerialIssues,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The issues or parts to combine. Two are required; whether the server accepts more is not documented.</summary>
    [JsonPropertyName("IssueOrPartIDs")]
    public IReadOnlyList<int> IssueOrPartIds { get; set; } = [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="IssueOrPartIds"/> has fewer than two IDs.</exception>
    protected internal override WorkflowData ToData() => IssueOrPartIds is not { Count: > 1 }
        ? throw new InvalidOperationException("CombineSerialIssues.IssueOrPartIds must contain the IDs of the two issues or parts to combine.")
        : WorkflowData.From(this, SerialsJson.Default.CombineSerialIssues);
}

/// <summary>Deletes a serial holdings record.</summary>
/// <remarks>
/// POST workflow, request type 31, extension 28. Vendor page: workflow/delete_serial_holdings_record. The data of the response and the IDs
/// of the prompts are not documented.
/// </remarks>
public sealed class DeleteSerialHoldingsRecord() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.DeleteSerialHoldingsRecord,
        WorkflowRequestExtensionType.DeleteSerialHoldingsRecord,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The serial holdings record to delete. Required.</summary>
    [JsonPropertyName("CopyID")]
    public int SerialHoldingsRecordId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="SerialHoldingsRecordId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => SerialHoldingsRecordId < 1
        ? throw new InvalidOperationException(
            "DeleteSerialHoldingsRecord.SerialHoldingsRecordId is not set: set it to the ID of the serial holdings record to delete.")
        : WorkflowData.From(this, SerialsJson.Default.DeleteSerialHoldingsRecord);
}

/// <summary>Checks in many subscription issues.</summary>
/// <remarks>
/// POST workflow, request type 40, extension 33. Vendor page: workflow/checkin_serial_bulk. Permissions: CR_AccessSerials_Allow,
/// CR_SerialIssuesStandingOrderParts_CheckIn. The server may raise prompt 107, in which an item is created and whose default is Cancel:
/// reply to it by its ID, <see cref="WorkflowPromptId.CreateItemForIssue"/>. The data of the response is not documented: see
/// <see cref="CustomWorkflowAnswer.Data"/>, or <see cref="CustomWorkflowAnswer.Elements"/> if it is an array.
/// </remarks>
public sealed class SerialBulkCheckIn() : WorkflowRequest<CustomWorkflowAnswer>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<CustomWorkflowAnswer> Kind { get; } = new(
        WorkflowRequestType.SerialBulkCheckIn,
        WorkflowRequestExtensionType.SerialBulkCheckIn,
        WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <summary>The issues to check in. Required.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> IssueIds { get; set; } = [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="IssueIds"/> is empty.</exception>
    protected internal override WorkflowData ToData() => IssueIds is not { Count: > 0 }
        ? throw new InvalidOperationException("SerialBulkCheckIn.IssueIds is empty: add the IDs of the issues to check in.")
        : WorkflowData.From(IssueIds, SerialsJson.Default.IReadOnlyListInt32);
}

/// <summary>The JSON metadata of serial workflows, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(LenientValues)])]
[JsonSerializable(typeof(DeleteSerialIssueOrPart))]
[JsonSerializable(typeof(CombineSerialIssues))]
[JsonSerializable(typeof(DeleteSerialHoldingsRecord))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
internal sealed partial class SerialsJson : JsonSerializerContext;
