using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>The data of a workflow request, and what it is.</summary>
public sealed class WorkflowRequestExtension
{
    /// <summary>What <see cref="Data"/> is.</summary>
    public WorkflowRequestExtensionType WorkflowRequestExtensionType { get; set; }

    /// <summary>The data itself.</summary>
    public WorkflowData? Data { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
