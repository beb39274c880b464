using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>The data of prompt 87: the record being saved, and the records that look like it.</summary>
public sealed class DuplicateBibRecords
{
    /// <summary>The id of the record being saved.</summary>
    [JsonPropertyName("BibRecordID")]
    public int BibRecordId { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>Its author.</summary>
    public string? Author { get; set; }

    /// <summary>The number of its type of material: 1 = book.</summary>
    [JsonPropertyName("PrimaryMARCTOMID")]
    public int PrimaryMarcTomId { get; set; }

    /// <summary>Its type of material in words.</summary>
    [JsonPropertyName("MARCTOMDescription")]
    public string? MarcTomDescription { get; set; }

    /// <summary>How many items it has.</summary>
    public int NumberOfLinkedItems { get; set; }

    /// <summary>Its status: 1 = final; other numbers are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int RecordStatusId { get; set; }

    /// <summary>Its status in words.</summary>
    public string? RecordStatusDescription { get; set; }

    /// <summary>Whether the check was started by saving a record.</summary>
    public bool LaunchedFromSavingRecord { get; set; }

    /// <summary>Whether the record is marked as deleted.</summary>
    public bool DeletedRecord { get; set; }

    /// <summary>The title of a record that is not saved yet.</summary>
    public string? TitleNewRecord { get; set; }

    /// <summary>The author of a record that is not saved yet.</summary>
    public string? AuthorNewRecord { get; set; }

    /// <summary>The owner of a record that is not saved yet.</summary>
    public string? OwnerNewRecord { get; set; }

    /// <summary>The id of that owner.</summary>
    [JsonPropertyName("OwnerNewRecordID")]
    public int OwnerNewRecordId { get; set; }

    /// <summary>The records that look like it.</summary>
    public IReadOnlyList<DuplicateBibRecord> BibReplacementRecords { get; set => field = value ?? []; } = [];

    /// <summary>Whether the server checks the permission to modify.</summary>
    public bool CheckBibModifyPermission { get; set; }

    /// <summary>Whether a new record may keep the id of an existing one.</summary>
    public bool MaintainControlNumberEnabled { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
