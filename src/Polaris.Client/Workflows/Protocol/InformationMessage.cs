using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>A message of the server to the person at the screen.</summary>
public sealed class InformationMessage
{
    /// <summary>What kind of message it is.</summary>
    public InformationMessageType Type { get; set; }

    /// <summary>A heading; often empty, never null.</summary>
    public string Title { get; set => field = value ?? ""; } = "";

    /// <summary>The text; never null.</summary>
    public string Message { get; set => field = value ?? ""; } = "";

    /// <summary>Members of the wire that this type does not know, kept as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
