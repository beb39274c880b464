using System.Text.Json.Serialization;
using Polaris.Client.Marc;

namespace Polaris.Client.Testing.Workflows;

/// <summary>The data of request type 35.</summary>
internal sealed class AuthoritySaveData
{
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    public bool IsNewRecord { get; set; }

    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    [JsonPropertyName("MARC21Collection")]
    public MarcCollection? MarcCollection { get; set; }

    [JsonIgnore]
    public MarcRecord? Marc => MarcCollection?.Records.FirstOrDefault();
}
