using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>A record as it is read from the wire; writing it needs the places of all fields, see
/// <see cref="MarcWireWriter"/>.</summary>
internal sealed class MarcRecordBody
{
    [JsonPropertyName("id")]
    public int Id { get; set; }

    [JsonPropertyName("leader")]
    public string? Leader { get; set; }

    [JsonPropertyName("controlfields")]
    public List<MarcControlField?>? ControlFields { get; set; }

    [JsonPropertyName("datafields")]
    public List<MarcDataField?>? DataFields { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }

    [JsonIgnore]
    public bool IsEmpty => Leader is null && ControlFields is null && DataFields is null;

    public MarcRecord ToRecord()
    {
        MarcRecord record = new(Leader ?? "") { Id = Id, AdditionalMembers = AdditionalMembers };
        foreach (MarcControlField field in (ControlFields ?? []).OfType<MarcControlField>())
        {
            record.ControlFields.Add(field);
        }

        foreach (MarcDataField field in (DataFields ?? []).OfType<MarcDataField>())
        {
            record.DataFields.Add(field);
        }

        return record;
    }
}
