using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>A group of users, such as undergraduates or faculty, on which loan rules depend.</summary>
[FolioResource("groups", "usergroups")]
public sealed class PatronGroup : FolioRecord
{
    /// <summary>The unique name. The server requires it.</summary>
    [JsonPropertyName("group")]
    public string? Name { get; set; }

    /// <summary>A description.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; set; }

    /// <summary>The number of days after which a new user of the group expires.</summary>
    public int? ExpirationOffsetInDays { get; set; }

    /// <summary>Where the group comes from: <c>System</c> or <c>User</c>.</summary>
    public string? Source { get; set; }
}
