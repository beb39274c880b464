using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>What the stubs of deletions answer, as typed values. They are designed: no example shows a deletion.</summary>
internal static class DeletionExamples
{
    /// <summary>Both prompts that ask whether to delete look alike.</summary>
    public static WorkflowPrompt Confirm(WorkflowPromptId id, string records) => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = id,
        WorkflowPromptType = WorkflowPromptType.Plain,
        WorkflowPromptOptions = WorkflowPromptOptions.ContinueCancel,
        DefaultPromptOption = WorkflowPromptResult.Continue,
        Title = "Delete",
        Message = $"The {records} will be marked for deletion. Do you want to continue?",
    });

    /// <summary>Its set of buttons is not a documented one, and its default deletes the bibliographic record.</summary>
    public static WorkflowPrompt LastCopy() => Answers.Prompt(new WorkflowPrompt
    {
        WorkflowPromptId = WorkflowPromptId.LastCopyOptions,
        WorkflowPromptType = WorkflowPromptType.LastCopy,
        WorkflowPromptOptions = (WorkflowPromptOptions)10,
        DefaultPromptOption = WorkflowPromptResult.Delete,
        Title = "Last copy",
        Message = "The last item of these records is deleted.",
        PromptExtension = new WorkflowPromptExtension
        {
            WorkflowPromptExtensionType = WorkflowPromptExtensionType.LastCopyOptions,
        },
    });

    public static LastCopyOptions LastCopyOptions() => new()
    {
        DeleteButtonEnabled = true,
        SuppressButtonEnabled = true,
        RetainButtonEnabled = true,
        WidowedRecords =
        [
            new WidowedRecord
            {
                ObjectType = ObjectType.BibliographicRecord,
                RecordId = 1126739,
                Description = "Test OTF Title 1000",
            },
        ],
    };

    public static RecordsDeleted OneOfTwoBibs() => new()
    {
        DeletedRecordIds = [1126739],
        BlockedRecordIds = [1126740],
        RecordSetId = 7001,
    };

    public static RecordsDeleted BothItems() => new() { DeletedRecordIds = [29937, 29938], RecordSetId = 0 };

    /// <summary>The workflow has ended successfully, with this message.</summary>
    public static WorkflowAnswer Ended(
        WorkflowRequestType type,
        Guid requestGuid,
        InformationMessage message,
        WorkflowAnswerExtensionType? extension = WorkflowAnswerExtensionType.DeleteResult)
    {
        WorkflowAnswer answer = Answers.Completed(type, requestGuid, message.Message);
        answer.InformationMessages = [message];
        answer.AnswerExtension = extension is { } number
            ? new WorkflowAnswerExtension { WorkflowAnswerExtensionType = number }
            : null;
        return answer;
    }
}
