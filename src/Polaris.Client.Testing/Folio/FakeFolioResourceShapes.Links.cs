namespace Polaris.Client.Testing;

/// <content>Resources without names: links between instances and items, and date types.</content>
public static partial class FakeFolioResourceShapes
{
    /// <summary>Parts of bound-withs.</summary>
    public static FakeFolioResourceShape BoundWithParts { get; } = new()
    {
        Path = "inventory-storage/bound-with-parts",
        CollectionProperty = "boundWithParts",
        Table = "bound_with_part",
        ClassName = "BoundWithPart",
        RequiredFields = ["holdingsRecordId", "itemId"],
        UniqueFields = ["itemId, holdingsRecordId"],
        KnownFields = ["holdingsRecordId", "itemId"],
        References = [("itemId", "item-storage/items"), ("holdingsRecordId", "holdings-storage/holdings")],
        HasIdPattern = true,
        RefusesUnknownFields = true,
    };

    /// <summary>Relationships between instances.</summary>
    public static FakeFolioResourceShape InstanceRelationships { get; } = new()
    {
        Path = "instance-storage/instance-relationships",
        CollectionProperty = "instanceRelationships",
        Table = "instance_relationship",
        ClassName = "InstanceRelationship",
        RequiredFields = ["superInstanceId", "subInstanceId", "instanceRelationshipTypeId"],
        UniqueFields = [],
        KnownFields = ["superInstanceId", "subInstanceId", "instanceRelationshipTypeId"],
        References =
        [
            ("superInstanceId", "instance-storage/instances"), ("subInstanceId", "instance-storage/instances"),
            ("instanceRelationshipTypeId", "instance-relationship-types"),
        ],
        RefusesUnknownFields = true,
    };

    /// <summary>Preceding and succeeding titles.</summary>
    public static FakeFolioResourceShape PrecedingSucceedingTitles { get; } = new()
    {
        Path = "preceding-succeeding-titles",
        CollectionProperty = "precedingSucceedingTitles",
        Table = "preceding_succeeding_title",
        ClassName = "InstancePrecedingSucceedingTitle",
        RequiredFields = [],
        UniqueFields = [],
        KnownFields = ["precedingInstanceId", "succeedingInstanceId", "title", "hrid"],
        OtherFields = ["identifiers"],
        References =
        [
            ("precedingInstanceId", "instance-storage/instances"), ("succeedingInstanceId", "instance-storage/instances"),
        ],
        CheckRules = FolioModuleRules.OfPrecedingSucceedingTitle,
        HasIdPattern = true,
        RefusesUnknownFields = true,
        PutDeclares422 = true,
    };

    /// <summary>Types of instance dates, which every tenant has; they can only be listed and renamed.</summary>
    public static FakeFolioResourceShape InstanceDateTypes { get; } = new()
    {
        Path = "instance-date-types",
        CollectionProperty = "instanceDateTypes",
        Table = "instance_date_type",
        ClassName = "InstanceDateType",
        RequiredFields = [],
        UniqueFields = [],
        KnownFields = ["name", "code", "source"],
        OtherFields = ["displayFormat"],
        RefusesUnknownFields = true,
        IsListOnly = true,
    };
}
