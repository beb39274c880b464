using System.Text.Json.Serialization;

namespace Polaris.Client.Testing.Workflows;

/// <summary>The data of reply extension 18.</summary>
internal sealed class ReplaceRecordsData
{
    [JsonPropertyName("RecordToMaintainID")]
    public int RecordToMaintainId { get; set; }

    [JsonPropertyName("RecordIDs")]
    public List<int> RecordIds { get; set; } = [];
}
