using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

/// <summary>A part of a record.</summary>
public abstract class RecordPart
{
    /// <summary>Properties that this library does not know.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalMembers { get; set; }
}

/// <summary>A link.</summary>
public sealed class ElectronicAccess : RecordPart
{
    /// <summary>The address, as text. The server requires it.</summary>
    public string? Uri { get; set; }

    /// <summary>The text of the link.</summary>
    public string? LinkText { get; set; }

    /// <summary>A description of the linked resource.</summary>
    public string? MaterialsSpecification { get; set; }

    /// <summary>A note for the public.</summary>
    public string? PublicNote { get; set; }

    /// <summary>The ID of the <see cref="ElectronicAccessRelationship"/>.</summary>
    public Guid? RelationshipId { get; set; }
}

/// <summary>A call number with its prefix and suffix.</summary>
public sealed class CallNumberComponents : RecordPart
{
    /// <summary>The ID of the <see cref="CallNumberType"/>.</summary>
    public Guid? TypeId { get; set; }

    /// <summary>The prefix.</summary>
    public string? Prefix { get; set; }

    /// <summary>The call number itself.</summary>
    public string? CallNumber { get; set; }

    /// <summary>The suffix.</summary>
    public string? Suffix { get; set; }
}

/// <summary>The tags of a record.</summary>
public sealed class Tags : RecordPart
{
    /// <summary>The tags.</summary>
    public List<string>? TagList { get; set; }
}
