namespace Polaris.Client.Folio;

/// <summary>The relationship of one instance to another, such as part and whole.</summary>
/// <remarks>Nothing in it is unique: creating the same relationship twice stores it twice.</remarks>
[FolioResource("instance-storage/instance-relationships", "instanceRelationships")]
public sealed class InstanceRelationship : FolioRecord
{
    /// <summary>The ID of the <see cref="Instance"/> above. The server requires it.</summary>
    public Guid? SuperInstanceId { get; set; }

    /// <summary>The ID of the <see cref="Instance"/> below. The server requires it.</summary>
    public Guid? SubInstanceId { get; set; }

    /// <summary>The ID of the <see cref="InstanceRelationshipType"/>. The server requires it.</summary>
    public Guid? InstanceRelationshipTypeId { get; set; }
}

/// <summary>The title that a serial continues, or by which it is continued.</summary>
/// <remarks>
/// The server requires at least one of the two instances; a title outside of the tenant is described by <see cref="Title"/>,
/// <see cref="Hrid"/> and <see cref="Identifiers"/>. Nothing in it is unique: creating the same title twice stores it twice.
/// </remarks>
[FolioResource("preceding-succeeding-titles", "precedingSucceedingTitles")]
public sealed class PrecedingSucceedingTitle : FolioRecord
{
    /// <summary>The ID of the <see cref="Instance"/> before.</summary>
    public Guid? PrecedingInstanceId { get; set; }

    /// <summary>The ID of the <see cref="Instance"/> after.</summary>
    public Guid? SucceedingInstanceId { get; set; }

    /// <summary>The title of the other resource.</summary>
    public string? Title { get; set; }

    /// <summary>The human-readable ID of the other resource.</summary>
    public string? Hrid { get; set; }

    /// <summary>The identifiers of the other resource.</summary>
    public List<Identifier>? Identifiers { get; set; }
}
