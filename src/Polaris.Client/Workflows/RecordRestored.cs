using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>What the server told of a record that was brought back.</summary>
/// <remarks>The vendor says that status, modification date and display in PAC are told, but not under which names: so all is kept as it came.</remarks>
public sealed class RecordRestored
{
    /// <summary>All members of the data.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Members { get; set; } = [];
}
