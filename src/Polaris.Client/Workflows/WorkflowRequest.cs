using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Workflows;

/// <summary>What a caller wants a workflow to do. Each workflow has its own derived type, whose members are its wire data.</summary>
/// <typeparam name="TAnswer">The result of the workflow when it has succeeded.</typeparam>
public abstract class WorkflowRequest<TAnswer>
    where TAnswer : class
{
    private readonly WorkflowKind<TAnswer>? _kind;

    /// <summary>Initializes a new request.</summary>
    /// <param name="kind">What the conductor needs to know of the workflow.</param>
    protected WorkflowRequest(WorkflowKind<TAnswer> kind) => _kind = kind ?? throw new ArgumentNullException(nameof(kind));

    private protected WorkflowRequest()
    {
    }

    /// <summary>The branch of the transaction.</summary>
    /// <value>Null by default: the organization of the client.</value>
    [JsonIgnore]
    public int? TxnBranchId { get; set; }

    /// <summary>The Polaris user of the transaction.</summary>
    /// <value>Null by default: the user of the client.</value>
    [JsonIgnore]
    public int? TxnUserId { get; set; }

    /// <summary>The workstation of the transaction.</summary>
    /// <value>Null by default: the workstation of the client.</value>
    [JsonIgnore]
    public int? TxnWorkstationId { get; set; }

    internal virtual WorkflowKind<TAnswer> WorkflowKind => _kind!;

    /// <summary>The wire data: in nearly all workflows <c>WorkflowData.From(this, SomeJson.Default.ThisType)</c>.</summary>
    protected internal abstract WorkflowData ToData();
}

/// <summary>All that the conductor needs to know of one workflow: its numbers, its answer, its prompts. Immutable.</summary>
/// <typeparam name="TAnswer">The result of the workflow when it has succeeded.</typeparam>
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

    /// <summary>Judges what was done from the result, which is <see langword="null"/> when the server sent none.</summary>
    /// <value><see langword="null"/> by default: the status alone decides. A result that cannot be read is never <see cref="WorkflowOutcome.Completed"/>.</value>
    public Func<TAnswer?, WorkflowOutcome>? Judge { get; init; }

    /// <summary>Prompts with types of your own, besides those of the library, which are known in every workflow.</summary>
    public IReadOnlyList<PromptKind> Prompts { get; init; } = [];

    internal PromptKind? PromptOf(WorkflowPromptId id) => Prompts.FirstOrDefault(kind => kind.Id == id);

    /// <summary>Reads the result, whatever the number of its extension: servers vary it. What cannot be read stays visible in the answer.</summary>
    internal (TAnswer? Result, WorkflowOutcome Outcome) Read(WorkflowAnswer answer)
    {
        var data = answer.AnswerExtension?.Data ?? default;
        try
        {
            var result = data.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : data.Deserialize(answerJson);
            return (result, Judge?.Invoke(result) ?? WorkflowOutcome.Completed);
        }
        catch (JsonException)
        {
            return (null, WorkflowOutcome.Unconfirmed);
        }
    }
}
