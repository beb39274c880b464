using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Circulation;

/// <summary>The data of prompt 94.</summary>
public sealed class SerialHoldChoices
{
    /// <summary>How many items there are.</summary>
    public int ItemRecordCount { get; set; }

    /// <summary>The parts to choose from.</summary>
    public IReadOnlyList<string> DesignationsOrVolumes { get; set => field = value ?? []; } = [];

    /// <summary>Whether the parts are designations; otherwise they are volumes.</summary>
    public bool IsDesignation { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
