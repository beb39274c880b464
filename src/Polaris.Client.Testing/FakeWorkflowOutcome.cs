using Polaris.Client.Testing.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>What a workflow does next: it asks, or it ends.</summary>
public sealed class FakeWorkflowOutcome
{
    private FakeWorkflowOutcome(WorkflowStatus status) => Status = status;

    internal WorkflowStatus Status { get; }

    internal WorkflowPrompt? Prompt { get; private init; }

    internal Func<WorkflowReply, string?>? FaultOfReply { get; private init; }

    internal IReadOnlyList<InformationMessage> Messages { get; private init; } = [];

    internal Func<WorkflowExecution>? Execute { get; private init; }

    /// <summary>Asks, and waits for a reply.</summary>
    /// <param name="prompt">The question; only the results its options offer are taken as a reply.</param>
    public static FakeWorkflowOutcome Ask(WorkflowPrompt prompt) =>
        Ask(prompt ?? throw new ArgumentNullException(nameof(prompt)), faultOfReply: null);

    /// <summary>Does the work, which counts as one executed operation, and ends.</summary>
    /// <param name="message">What the answer tells; null for nothing.</param>
    /// <param name="extension">The data of the answer; null for none.</param>
    public static FakeWorkflowOutcome Complete(string? message = null, WorkflowAnswerExtension? extension = null) =>
        new(WorkflowStatus.CompletedSuccessfully)
        {
            Messages = MessagesOf(InformationMessageType.Information, message),
            Execute = () => new(RecordId: 0, extension),
        };

    /// <summary>Does a part of the work, which counts as one executed operation, and ends with the status of success.</summary>
    /// <param name="message">What was left undone, as the answer's message of the type <see cref="InformationMessageType.Failure"/>.</param>
    /// <param name="extension">The data of the answer; null for none.</param>
    public static FakeWorkflowOutcome CompletePartly(string message, WorkflowAnswerExtension? extension = null) =>
        new(WorkflowStatus.CompletedSuccessfully)
        {
            Messages = MessagesOf(InformationMessageType.Failure, message ?? throw new ArgumentNullException(nameof(message))),
            Execute = () => new(RecordId: 0, extension),
        };

    /// <summary>Ends without doing the work.</summary>
    /// <param name="message">What the answer tells; null for nothing.</param>
    /// <param name="status">How it ends; usually <see cref="WorkflowStatus.CompletedFailure"/>.</param>
    public static FakeWorkflowOutcome Fail(
        string? message = null, WorkflowStatus status = WorkflowStatus.CompletedFailure) =>
        new(status) { Messages = MessagesOf(InformationMessageType.Failure, message) };

    /// <summary>Ends because the caller wants it so; nothing is done.</summary>
    public static FakeWorkflowOutcome Cancel() => new(WorkflowStatus.CompletedCancelled);

    internal static FakeWorkflowOutcome Ask(WorkflowPrompt prompt, Func<WorkflowReply, string?>? faultOfReply) =>
        new(WorkflowStatus.InputRequired) { Prompt = prompt, FaultOfReply = faultOfReply };

    internal static FakeWorkflowOutcome Complete(string message, Func<WorkflowExecution> execute) =>
        new(WorkflowStatus.CompletedSuccessfully)
        {
            Messages = MessagesOf(InformationMessageType.Information, message),
            Execute = execute,
        };

    private static IReadOnlyList<InformationMessage> MessagesOf(InformationMessageType type, string? message) =>
        message is null ? [] : [new() { Type = type, Message = message }];
}
