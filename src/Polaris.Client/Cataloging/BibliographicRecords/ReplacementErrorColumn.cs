using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>A column of the grid of prompt 148.</summary>
public sealed class ReplacementErrorColumn
{
    /// <summary>Its heading.</summary>
    public string? Name { get; set; }

    /// <summary>The member of a row that it shows.</summary>
    public string? Key { get; set; }

    /// <summary>The type of its values, for example <c>Text</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
