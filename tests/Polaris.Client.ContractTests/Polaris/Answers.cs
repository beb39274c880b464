using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>What all documented answers of workflows have in common.</summary>
internal static class Answers
{
    /// <summary>The workflow has completed, with the message of the server.</summary>
    public static WorkflowAnswer Completed(WorkflowRequestType type, Guid requestGuid, string message) => new()
    {
        WorkflowRequestGuid = requestGuid,
        WorkflowRequestType = type,
        WorkflowStatus = WorkflowStatus.CompletedSuccessfully,
        InformationMessages = [new InformationMessage { Type = InformationMessageType.Information, Message = message }],
        ReceiptUrl = "",
        FineEReceiptSent = false,
    };

    /// <summary>The server asks.</summary>
    public static WorkflowAnswer Asked(WorkflowRequestType type, Guid requestGuid, WorkflowPrompt prompt) => new()
    {
        WorkflowRequestGuid = requestGuid,
        WorkflowRequestType = type,
        WorkflowStatus = WorkflowStatus.InputRequired,
        Prompt = prompt,
        ReceiptUrl = "",
        FineEReceiptSent = false,
    };

    /// <summary>The texts that a prompt does not reword come empty, not null.</summary>
    public static WorkflowPrompt Prompt(WorkflowPrompt prompt)
    {
        prompt.AlternateMessage ??= "";
        prompt.AlternateYesText ??= "";
        prompt.AlternateNoText ??= "";
        prompt.AlternateCancelText ??= "";
        prompt.AlternateContinueText ??= "";
        return prompt;
    }
}
