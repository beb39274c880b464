using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>The data of prompt 142: the record being saved, and the records that look like it.</summary>
public sealed class DuplicateAuthorityRecords
{
    /// <summary>The id of the record being saved.</summary>
    [JsonPropertyName("AuthorityRecordID")]
    public int AuthorityRecordId { get; set; }

    /// <summary>Whether the check was started by saving a record.</summary>
    public bool LaunchedFromSavingRecord { get; set; }

    /// <summary>The records that look like it.</summary>
    public IReadOnlyList<DuplicateAuthorityRecord> DuplicateErrors { get; set => field = value ?? []; } = [];

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
