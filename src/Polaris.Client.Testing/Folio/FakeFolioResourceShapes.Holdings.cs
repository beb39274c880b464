namespace Polaris.Client.Testing;

/// <content>Reference data for holdings, items and statistics.</content>
public static partial class FakeFolioResourceShapes
{
    /// <summary>Electronic access relationships.</summary>
    public static FakeFolioResourceShape ElectronicAccessRelationships { get; } = new()
    {
        Path = "electronic-access-relationships",
        CollectionProperty = "electronicAccessRelationships",
        Table = "electronic_access_relationship",
        ClassName = "ElectronicAccessRelationship",
        V29DuplicateText = "Relationship type exists",
    };

    /// <summary>Holdings note types.</summary>
    public static FakeFolioResourceShape HoldingsNoteTypes { get; } = new()
    {
        Path = "holdings-note-types",
        CollectionProperty = "holdingsNoteTypes",
        Table = "holdings_note_type",
        ClassName = "HoldingsNoteType",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
    };

    /// <summary>ILL policies.</summary>
    public static FakeFolioResourceShape IllPolicies { get; } = new()
    {
        Path = "ill-policies",
        CollectionProperty = "illPolicies",
        Table = "ill_policy",
        ClassName = "IllPolicy",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
    };

    /// <summary>Item damaged statuses.</summary>
    public static FakeFolioResourceShape ItemDamagedStatuses { get; } = new()
    {
        Path = "item-damaged-statuses",
        CollectionProperty = "itemDamageStatuses",
        Table = "item_damaged_status",
        ClassName = "ItemDamageStatus",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
    };

    /// <summary>Item note types.</summary>
    public static FakeFolioResourceShape ItemNoteTypes { get; } = new()
    {
        Path = "item-note-types",
        CollectionProperty = "itemNoteTypes",
        Table = "item_note_type",
        ClassName = "ItemNoteType",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
    };

    /// <summary>Statistical codes; a code is unique within its type.</summary>
    public static FakeFolioResourceShape StatisticalCodes { get; } = new()
    {
        Path = "statistical-codes",
        CollectionProperty = "statisticalCodes",
        Table = "statistical_code",
        ClassName = "StatisticalCode",
        RequiredFields = ["name", "code", "statisticalCodeTypeId", "source"],
        UniqueFields = ["code, statisticalCodeTypeId", "name"],
        KnownFields = ["name", "code", "statisticalCodeTypeId", "source"],
        References = [("statisticalCodeTypeId", "statistical-code-types")],
        RefusesUnknownFields = true,
    };

    /// <summary>Statistical code types. Their names are not unique: the index is on a <c>code</c>, which the schema lacks.</summary>
    public static FakeFolioResourceShape StatisticalCodeTypes { get; } = new()
    {
        Path = "statistical-code-types",
        CollectionProperty = "statisticalCodeTypes",
        Table = "statistical_code_type",
        ClassName = "StatisticalCodeType",
        RequiredFields = NameSource,
        UniqueFields = ["code"],
        V29DuplicateText = "Statistical Code Type exists",
    };
}
