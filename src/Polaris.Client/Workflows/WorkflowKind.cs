using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Workflows;

/// <summary>All that the conductor needs to know of one workflow: its numbers, its answer, its prompts. Immutable.</summary>
/// <typeparam name="TAnswer">What the workflow tells when it has succeeded.</typeparam>
/// <param name="requestType">The number of the workflow.</param>
/// <param name="extensionType">The number of its data.</param>
/// <param name="answerJson">How its answer is read, from a source-generated context.</param>
public sealed class WorkflowKind<TAnswer>(
    WorkflowRequestType requestType, WorkflowRequestExtensionType extensionType, JsonTypeInfo<TAnswer> answerJson)
    where TAnswer : class
{
    /// <summary>The number of the workflow.</summary>
    public WorkflowRequestType RequestType { get; } = requestType;

    /// <summary>The number of its data.</summary>
    public WorkflowRequestExtensionType ExtensionType { get; } = extensionType;

    /// <summary>The number of its answer; null = not documented, so that any is read.</summary>
    public WorkflowAnswerExtensionType? AnswerExtensionType { get; init; }

    /// <summary>Tells from the answer whether something was left undone; null = the status tells all.</summary>
    public Func<TAnswer, bool>? IsPartial { get; init; }

    /// <summary>The prompts it can raise that have a type of their own. Any other prompt comes as plain <see cref="Prompt"/>.</summary>
    public IReadOnlyList<PromptKind> Prompts { get; init; } = [];

    internal Prompt CreatePrompt(PromptContext context)
    {
        for (var i = 0; i < Prompts.Count; i++)
        {
            if (Prompts[i].Id == context.Wire.WorkflowPromptId)
            {
                return Prompts[i].TryCreate(context) ?? new Prompt(context);
            }
        }

        return new Prompt(context);
    }

    /// <summary>The typed answer; null when the server sent none, or one of another kind, which stays visible in the raw answer.</summary>
    internal TAnswer? ReadAnswer(WorkflowAnswer answer)
    {
        if (answer.AnswerExtension is not { Data.ValueKind: JsonValueKind.Object } extension
            || (AnswerExtensionType is { } expected && extension.WorkflowAnswerExtensionType != expected))
        {
            return null;
        }

        try
        {
            return extension.Data.Deserialize(answerJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
