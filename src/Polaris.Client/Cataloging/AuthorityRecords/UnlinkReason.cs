using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>Why headings have to be unlinked, and how many.</summary>
public sealed class UnlinkReason
{
    /// <summary>The reason, in the server's words.</summary>
    public string? Reason { get; set; }

    /// <summary>How many, as text; <c>-</c> for none.</summary>
    public string? Count { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
