using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Workflows;

/// <summary>The base class of workflow requests. Each workflow has its own derived type, whose properties are its JSON data.</summary>
/// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
public abstract class WorkflowRequest<TAnswer>
    where TAnswer : class
{
    private readonly WorkflowKind<TAnswer>? _kind;

    /// <summary>Initializes a new instance of the request.</summary>
    /// <param name="kind">The description of the workflow.</param>
    protected WorkflowRequest(WorkflowKind<TAnswer> kind) => _kind = kind ?? throw new ArgumentNullException(nameof(kind));

    private protected WorkflowRequest()
    {
    }

    /// <summary>The branch of the transaction.</summary>
    /// <value><c>null</c> by default: the organization of the client.</value>
    [JsonIgnore]
    public int? TxnBranchId { get; set; }

    /// <summary>The Polaris user of the transaction.</summary>
    /// <value><c>null</c> by default: the user of the client.</value>
    [JsonIgnore]
    public int? TxnUserId { get; set; }

    /// <summary>The workstation of the transaction.</summary>
    /// <value><c>null</c> by default: the workstation of the client.</value>
    [JsonIgnore]
    public int? TxnWorkstationId { get; set; }

    internal virtual WorkflowKind<TAnswer> WorkflowKind => _kind!;

    /// <summary>The JSON data: in nearly all workflows <c>WorkflowData.From(this, SomeJson.Default.ThisType)</c>.</summary>
    protected internal abstract WorkflowData ToData();
}

/// <summary>Describes one workflow: its types, its result, its prompts. Immutable.</summary>
/// <typeparam name="TAnswer">The result of the workflow if it succeeds.</typeparam>
/// <param name="requestType">The type of the workflow.</param>
/// <param name="extensionType">The type of its data.</param>
/// <param name="answerJson">The metadata of its result, from a source-generated context.</param>
public sealed class WorkflowKind<TAnswer>(
    WorkflowRequestType requestType, WorkflowRequestExtensionType extensionType, JsonTypeInfo<TAnswer> answerJson)
    where TAnswer : class
{
    /// <summary>The type of the workflow.</summary>
    public WorkflowRequestType RequestType { get; } = requestType;

    /// <summary>The type of its data.</summary>
    public WorkflowRequestExtensionType ExtensionType { get; } = extensionType;

    /// <summary>Determines the outcome from the result, which is <see langword="null"/> if the server did not send one.</summary>
    /// <value><see langword="null"/> by default: the status alone decides. A result that cannot be read is never <see cref="WorkflowOutcome.Completed"/>.</value>
    public Func<TAnswer?, WorkflowOutcome>? Judge { get; init; }

    /// <summary>Prompts with types of your own, besides those of the library, which are known in every workflow.</summary>
    public IReadOnlyList<PromptKind> Prompts { get; init; } = [];

    internal PromptKind? PromptOf(WorkflowPromptId id) => Prompts.FirstOrDefault(kind => kind.Id == id);

    /// <summary>
    /// Reads the result, whatever its extension type: servers vary it. Data that cannot be read stays visible in the response.
    /// </summary>
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
