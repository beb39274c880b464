using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>The data of prompt 82.</summary>
public sealed class LastCopyOptions
{
    /// <summary>Whether the bibliographic records may be deleted.</summary>
    public bool DeleteButtonEnabled { get; set; }

    /// <summary>Whether they may be hidden.</summary>
    public bool SuppressButtonEnabled { get; set; }

    /// <summary>Whether they may be kept as they are.</summary>
    public bool RetainButtonEnabled { get; set; }

    /// <summary>Whether the vendor's program may open them.</summary>
    public bool OpenButtonEnabled { get; set; }

    /// <summary>Whether the vendor's program may print them.</summary>
    public bool PrintButtonEnabled { get; set; }

    /// <summary>The records that are left without items.</summary>
    public IReadOnlyList<WidowedRecord> WidowedRecords { get; set => field = value ?? []; } = [];

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
