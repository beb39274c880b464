using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing;

/// <summary>The next step of a workflow: a prompt, or its end. <see cref="FakeAnswers"/> has the documented ends.</summary>
public sealed class FakeWorkflowOutcome
{
    private const int InputRequired = -3;
    private const int Completed = 1;
    private const int Canceled = 3;
    private const int Information = 1;
    private const int Failure = 4;

    private FakeWorkflowOutcome(int status) => Status = status;

    internal int Status { get; }

    internal FakePrompt? Prompt { get; private init; }

    internal Func<FakeWorkflowReply, string?>? FaultOfReply { get; private init; }

    internal IReadOnlyList<JsonObject> Messages { get; private init; } = [];

    internal Func<WorkflowExecution>? Execute { get; private init; }

    /// <summary>Shows a prompt and waits for a reply.</summary>
    /// <param name="prompt">The prompt; only the results that its options offer are accepted as a reply.</param>
    public static FakeWorkflowOutcome Ask(FakePrompt prompt) =>
        Ask(prompt ?? throw new ArgumentNullException(nameof(prompt)), faultOfReply: null);

    /// <summary>Executes the operation, which is counted, and ends.</summary>
    /// <param name="message">The message of the response; <c>null</c> for none.</param>
    /// <param name="extensionType">The type of the response data; <c>null</c> for no data.</param>
    /// <param name="data">The data of the response.</param>
    public static FakeWorkflowOutcome Complete(string? message = null, int? extensionType = null, JsonNode? data = null) =>
        Complete(Information, message, () => new(RecordId: 0, extensionType, data));

    /// <summary>Executes a part of the operation, which is counted, and ends with the status of success.</summary>
    /// <param name="message">What was not done, sent as a message of type 4.</param>
    /// <param name="extensionType">The type of the response data; <c>null</c> for no data.</param>
    /// <param name="data">The data of the response.</param>
    public static FakeWorkflowOutcome CompletePartly(string message, int? extensionType = null, JsonNode? data = null) => Complete(
        Failure, message ?? throw new ArgumentNullException(nameof(message)), () => new(RecordId: 0, extensionType, data));

    /// <summary>Ends without executing the operation.</summary>
    /// <param name="message">The message of the response; <c>null</c> for none.</param>
    /// <param name="status">The final status; usually <see cref="WorkflowStatus.CompletedFailure"/>.</param>
    public static FakeWorkflowOutcome Fail(string? message = null, WorkflowStatus status = WorkflowStatus.CompletedFailure) =>
        new((int)status) { Messages = MessagesOf(Failure, message) };

    /// <summary>Ends because the caller canceled; nothing is executed.</summary>
    public static FakeWorkflowOutcome Cancel() => new(Canceled);

    /// <summary>Returns the same step with one more message, such as a notice of the server.</summary>
    /// <param name="message">The message.</param>
    /// <param name="type">The type of the message.</param>
    /// <param name="title">The heading.</param>
    /// <example><code>
    /// FakeWorkflowOutcome.Complete().WithMessage("Check the links.", InformationMessageType.Notice, "Re-establish links")
    /// </code></example>
    public FakeWorkflowOutcome WithMessage(string message, InformationMessageType type = InformationMessageType.Information, string title = "") => new(Status)
    {
        Prompt = Prompt,
        FaultOfReply = FaultOfReply,
        Execute = Execute,
        Messages = [.. Messages, MessageOf((int)type, message ?? throw new ArgumentNullException(nameof(message)), title)],
    };

    internal static FakeWorkflowOutcome Ask(FakePrompt prompt, Func<FakeWorkflowReply, string?>? faultOfReply) =>
        new(InputRequired) { Prompt = prompt, FaultOfReply = faultOfReply };

    internal static FakeWorkflowOutcome Complete(string message, Func<WorkflowExecution> execute) =>
        Complete(Information, message, execute);

    internal static FakeWorkflowOutcome CompletePartly(string? message, Func<WorkflowExecution> execute) =>
        Complete(Failure, message, execute);

    private static FakeWorkflowOutcome Complete(int messageType, string? message, Func<WorkflowExecution> execute) => new(Completed)
    {
        Messages = MessagesOf(messageType, message),
        Execute = execute,
    };

    private static IReadOnlyList<JsonObject> MessagesOf(int type, string? message) =>
        message is null ? [] : [MessageOf(type, message, title: "")];

    private static JsonObject MessageOf(int type, string message, string title) => new() { ["Type"] = type, ["Title"] = title, ["Message"] = message };
}

/// <summary>The result of an executed operation, which is not counted if nothing was done, because every record was blocked.</summary>
internal readonly record struct WorkflowExecution(int RecordId, int? ExtensionType = null, JsonNode? Data = null, bool WasDone = true);
