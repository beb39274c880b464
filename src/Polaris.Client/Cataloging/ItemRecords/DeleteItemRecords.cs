using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deletes item records, except those whose deletion is blocked, for example by a hold.</summary>
/// <remarks>
/// POST workflow, request type 10, extension 8. Seen in a client in production; the vendor page is workflow/delete_item_record.
/// </remarks>
public sealed class DeleteItemRecords() : WorkflowRequest<RecordsDeleted>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeleteItemRecords,
        WorkflowRequestExtensionType.DeleteItemRecord,
        WorkflowsJson.Default.RecordsDeleted)
    {
        Judge = RecordsDeleted.Judge,
    };

    /// <summary>The vendor's flag for automatic deletion.</summary>
    /// <value><c>false</c> by default.</value>
    public bool IsAutoDelete { get; set; }

    /// <summary>The records to delete. Required.</summary>
    [JsonPropertyName("ItemRecordIDs")]
    public IReadOnlyList<int> ItemRecordIds { get; set; } = [];

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="ItemRecordIds"/> is empty, or contains an ID that is less than 1.</exception>
    protected internal override WorkflowData ToData() => ItemRecordIds is not { Count: > 0 } || ItemRecordIds.Any(id => id < 1)
        ? throw new InvalidOperationException("DeleteItemRecords.ItemRecordIds must contain the IDs of the records to delete, each 1 or more.")
        : WorkflowData.From(this, ItemRecordsJson.Default.DeleteItemRecords);
}

/// <summary>Restores an item record that is marked as deleted.</summary>
/// <remarks>
/// POST workflow, request type 16, extension 5. Vendor page: workflow/undelete_item_record. A message of the type notice may ask to re-establish links.
/// </remarks>
public sealed class UndeleteItemRecord() : WorkflowRequest<RecordRestored>(Kind)
{
    /// <summary>Describes this workflow to the client, for example to resume it from a bookmark.</summary>
    public static WorkflowKind<RecordRestored> Kind { get; } = new(
        WorkflowRequestType.UndeleteItemRecord,
        WorkflowRequestExtensionType.RecordId,
        WorkflowsJson.Default.RecordRestored);

    /// <summary>The ID of the record to restore. Required.</summary>
    [JsonPropertyName("RecordID")]
    public int ItemRecordId { get; set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="ItemRecordId"/> is not set.</exception>
    protected internal override WorkflowData ToData() => ItemRecordId < 1
        ? throw new InvalidOperationException("UndeleteItemRecord.ItemRecordId is not set: set it to the ID of the record to restore.")
        : WorkflowData.From(this, ItemRecordsJson.Default.UndeleteItemRecord);
}

/// <summary>The item records will be deleted: continue?</summary>
/// <param name="context">The prompt as received.</param>
/// <remarks>Prompt 73.</remarks>
public sealed class ConfirmItemDeletePrompt(PromptContext context) : ConfirmPrompt(context)
{
    /// <summary>Maps prompt ID 73 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.ConfirmItemDelete, context => new ConfirmItemDeletePrompt(context));
}

/// <summary>Deleting the items breaks links to other records: continue?</summary>
/// <param name="context">The prompt as received.</param>
/// <remarks>Prompt 75. Its buttons are not documented; a client in production replies Continue.</remarks>
public sealed class LinksWillBeBrokenPrompt(PromptContext context) : ConfirmPrompt(context)
{
    /// <summary>Maps prompt ID 75 to this type.</summary>
    public static PromptKind Kind { get; } = PromptKind.Of(WorkflowPromptId.LinksWillBeBroken, context => new LinksWillBeBrokenPrompt(context));
}
