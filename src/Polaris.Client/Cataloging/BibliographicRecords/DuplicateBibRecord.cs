using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>A record that looks like the one being saved.</summary>
public sealed class DuplicateBibRecord
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("RecordID")]
    public int RecordId { get; set; }

    /// <summary>Its status: 1 = final; other numbers are not documented.</summary>
    [JsonPropertyName("RecordStatusID")]
    public int? RecordStatusId { get; set; }

    /// <summary>Its status in words.</summary>
    public string? RecordStatusDescription { get; set; }

    /// <summary>The organization that owns it.</summary>
    [JsonPropertyName("OwnerID")]
    public int OwnerId { get; set; }

    /// <summary>The name of that organization.</summary>
    public string? OwnerName { get; set; }

    /// <summary>Its author.</summary>
    public string? Author { get; set; }

    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>The number of its format.</summary>
    [JsonPropertyName("FormatID")]
    public int FormatId { get; set; }

    /// <summary>Its format in words.</summary>
    public string? FormatDescription { get; set; }

    /// <summary>How many items it has.</summary>
    public int NumberOfLinkedItems { get; set; }

    /// <summary>Why it looks like the same, for example <c>LCCN;ISBN;Author/Title</c>.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether it is protected from being replaced.</summary>
    public bool DoNotOverlay { get; set; }

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
