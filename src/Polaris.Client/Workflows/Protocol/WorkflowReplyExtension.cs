using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>The data of a reply, and what it is.</summary>
public sealed class WorkflowReplyExtension
{
    /// <summary>What <see cref="Data"/> is.</summary>
    public WorkflowReplyExtensionType WorkflowReplyExtensionType { get; set; }

    /// <summary>The data itself.</summary>
    public WorkflowData? Data { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
