using System.Text.Json.Serialization;
using Polaris.Client.Marc;

namespace Polaris.Client.Testing.Workflows;

/// <summary>The data of request types 13 and 9; the latter has fewer members.</summary>
internal sealed class BibSaveData
{
    [JsonPropertyName("BibRecordID")]
    public int BibRecordId { get; set; }

    public bool IsNewRecord { get; set; }

    [JsonPropertyName("DisplayInPAC")]
    public bool? DisplayInPac { get; set; }

    public bool? DoNotOverlay { get; set; }

    [JsonPropertyName("RecordOwnerID")]
    public int? RecordOwnerId { get; set; }

    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    [JsonPropertyName("MARC21Collection")]
    public MarcCollection? MarcCollection { get; set; }

    [JsonIgnore]
    public MarcRecord? Marc => MarcCollection?.Records.FirstOrDefault();
}
