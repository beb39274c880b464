using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What a caller wants a workflow to do. Each workflow has its own derived type, whose members are its wire data.</summary>
/// <typeparam name="TAnswer">What the workflow tells when it has succeeded.</typeparam>
public abstract class WorkflowRequest<TAnswer>
    where TAnswer : class
{
    private readonly WorkflowKind<TAnswer>? _kind;

    /// <summary>Makes a request.</summary>
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
