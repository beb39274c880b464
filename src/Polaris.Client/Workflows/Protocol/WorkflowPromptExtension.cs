using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>The data of a prompt, and what it is.</summary>
public sealed class WorkflowPromptExtension
{
    /// <summary>What <see cref="Data"/> is.</summary>
    public WorkflowPromptExtensionType WorkflowPromptExtensionType { get; set; }

    /// <summary>The data itself; of kind <see cref="JsonValueKind.Undefined"/> when the server sent none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Data { get; set; }

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
