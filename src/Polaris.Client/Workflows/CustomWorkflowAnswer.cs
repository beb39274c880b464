using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>The data of an answer that the library has no type for.</summary>
public sealed class CustomWorkflowAnswer
{
    /// <summary>All members of the data.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Members { get; set; } = [];
}
