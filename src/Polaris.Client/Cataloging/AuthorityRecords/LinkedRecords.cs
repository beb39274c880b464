using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Cataloging;

/// <summary>The data of prompt 145: what the change of a heading affects, and what may be done.</summary>
public sealed class LinkedRecords
{
    /// <summary>In words, how many headings of bibliographic records are affected.</summary>
    public string? BibHeading { get; set; }

    /// <summary>In words, how many see-also references are affected.</summary>
    public string? SeeAlsoHeading { get; set; }

    /// <summary>Whether the headings of bibliographic records may be modified.</summary>
    public bool BibModifyHeadingsEnabled { get; set; }

    /// <summary>Whether they may be deleted.</summary>
    public bool BibDeleteHeadingsEnabled { get; set; }

    /// <summary>Whether they may be unlinked.</summary>
    public bool BibUnlinkHeadingsEnabled { get; set; }

    /// <summary>Whether the see-also references may be modified.</summary>
    public bool SeeAlsoModifyHeadingsEnabled { get; set; }

    /// <summary>Whether they may be deleted.</summary>
    public bool SeeAlsoDeleteHeadingsEnabled { get; set; }

    /// <summary>Whether they may be unlinked.</summary>
    public bool SeeAlsoUnlinkHeadingsEnabled { get; set; }

    /// <summary>Why headings of bibliographic records have to be unlinked.</summary>
    public IReadOnlyList<UnlinkReason> BibUnlinkReasons { get; set => field = value ?? []; } = [];

    /// <summary>Why see-also references have to be unlinked.</summary>
    public IReadOnlyList<UnlinkReason> SeeAlsoUnlinkReasons { get; set => field = value ?? []; } = [];

    /// <summary>Members that this library has no name for.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}
