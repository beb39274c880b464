using System.Text.Json.Serialization;
using Polaris.Client.Workflows;

namespace Polaris.Client.Cataloging;

/// <summary>Deletes item records, as far as nothing stands in the way, such as a hold.</summary>
/// <remarks>
/// POST workflow, request type 10, extension 8. Seen in a client in production; the vendor page is workflow/delete_item_record.
/// </remarks>
public sealed class DeleteItemRecords() : WorkflowRequest<RecordsDeleted>(Kind)
{
    /// <summary>What the conductor needs to know of this workflow.</summary>
    public static WorkflowKind<RecordsDeleted> Kind { get; } = new(
        WorkflowRequestType.DeleteItemRecords,
        WorkflowRequestExtensionType.DeleteItemRecord,
        WorkflowsJson.Default.RecordsDeleted)
    {
        AnswerExtensionType = WorkflowAnswerExtensionType.DeleteResult,
        IsPartial = deleted => deleted.IsPartial,
        Prompts = [ConfirmItemDeletePrompt.Kind, LinksWillBeBrokenPrompt.Kind, LastCopyPrompt.Kind],
    };

    /// <summary>The vendor's flag for automatic deletion.</summary>
    /// <value>False by default.</value>
    public bool IsAutoDelete { get; set; }

    /// <summary>The records to delete.</summary>
    [JsonPropertyName("ItemRecordIDs")]
    public IReadOnlyList<int> ItemRecordIds { get; set; } = [];

    /// <inheritdoc/>
    protected internal override WorkflowData ToData() => WorkflowData.From(this, ItemRecordsJson.Default.DeleteItemRecords);
}
