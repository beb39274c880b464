namespace Polaris.Client.Testing;

/// <content>Reference data for instances.</content>
public static partial class FakeFolioResourceShapes
{
    /// <summary>Alternative title types.</summary>
    public static FakeFolioResourceShape AlternativeTitleTypes { get; } = new()
    {
        Path = "alternative-title-types",
        CollectionProperty = "alternativeTitleTypes",
        Table = "alternative_title_type",
        ClassName = "AlternativeTitleType",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
    };

    /// <summary>Classification types.</summary>
    public static FakeFolioResourceShape ClassificationTypes { get; } = new()
    {
        Path = "classification-types",
        CollectionProperty = "classificationTypes",
        Table = "classification_type",
        ClassName = "ClassificationType",
        SaysDuplicateAsV30 = true,
    };

    /// <summary>Contributor name types, which have an <c>ordering</c>.</summary>
    public static FakeFolioResourceShape ContributorNameTypes { get; } = new()
    {
        Path = "contributor-name-types",
        CollectionProperty = "contributorNameTypes",
        Table = "contributor_name_type",
        ClassName = "ContributorNameType",
        KnownFields = ["name", "ordering", "source"],
    };

    /// <summary>Contributor types.</summary>
    public static FakeFolioResourceShape ContributorTypes { get; } = new()
    {
        Path = "contributor-types",
        CollectionProperty = "contributorTypes",
        Table = "contributor_type",
        ClassName = "ContributorType",
        RequiredFields = NameCodeSource,
        UniqueFields = NameCode,
        KnownFields = NameCodeSource,
        KeepsMetadata = false,
    };

    /// <summary>Identifier types.</summary>
    public static FakeFolioResourceShape IdentifierTypes { get; } = new()
    {
        Path = "identifier-types",
        CollectionProperty = "identifierTypes",
        Table = "identifier_type",
        ClassName = "IdentifierType",
    };

    /// <summary>Instance formats.</summary>
    public static FakeFolioResourceShape InstanceFormats { get; } = new()
    {
        Path = "instance-formats",
        CollectionProperty = "instanceFormats",
        Table = "instance_format",
        ClassName = "InstanceFormat",
        RequiredFields = NameCodeSource,
        UniqueFields = NameCode,
        KnownFields = NameCodeSource,
        KeepsMetadata = false,
    };

    /// <summary>Instance note types.</summary>
    public static FakeFolioResourceShape InstanceNoteTypes { get; } = new()
    {
        Path = "instance-note-types",
        CollectionProperty = "instanceNoteTypes",
        Table = "instance_note_type",
        ClassName = "InstanceNoteType",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
    };

    /// <summary>Instance relationship types, which have a name only.</summary>
    public static FakeFolioResourceShape InstanceRelationshipTypes { get; } = new()
    {
        Path = "instance-relationship-types",
        CollectionProperty = "instanceRelationshipTypes",
        Table = "instance_relationship_type",
        ClassName = "InstanceRelationshipType",
        KnownFields = ["name"],
    };

    /// <summary>Instance statuses.</summary>
    public static FakeFolioResourceShape InstanceStatuses { get; } = new()
    {
        Path = "instance-statuses",
        CollectionProperty = "instanceStatuses",
        Table = "instance_status",
        ClassName = "InstanceStatus",
        RequiredFields = NameCodeSource,
        UniqueFields = NameCode,
        KnownFields = NameCodeSource,
        V29DuplicateText = "Instance status exists",
    };

    /// <summary>Modes of issuance.</summary>
    public static FakeFolioResourceShape ModesOfIssuance { get; } = new()
    {
        Path = "modes-of-issuance",
        CollectionProperty = "issuanceModes",
        Table = "mode_of_issuance",
        ClassName = "IssuanceMode",
        V29DuplicateText = "Mode of issuance exists",
    };

    /// <summary>Nature of content terms.</summary>
    public static FakeFolioResourceShape NatureOfContentTerms { get; } = new()
    {
        Path = "nature-of-content-terms",
        CollectionProperty = "natureOfContentTerms",
        Table = "nature_of_content_term",
        ClassName = "NatureOfContentTerm",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
    };

    /// <summary>Subject sources, whose code is optional.</summary>
    public static FakeFolioResourceShape SubjectSources { get; } = new()
    {
        Path = "subject-sources",
        CollectionProperty = "subjectSources",
        Table = "subject_source",
        ClassName = "SubjectSource",
        RequiredFields = NameSource,
        UniqueFields = NameCode,
        KnownFields = NameCodeSource,
        SourceValues = Maintainers,
        SaysDuplicateAsV30 = true,
        GuardsFolioSource = true,
        UpdateNotFoundText = "SubjectSource was not found",
        DeleteNotFoundText = "SubjectSource was not found",
    };

    /// <summary>Subject types.</summary>
    public static FakeFolioResourceShape SubjectTypes { get; } = new()
    {
        Path = "subject-types",
        CollectionProperty = "subjectTypes",
        Table = "subject_type",
        ClassName = "SubjectType",
        RequiredFields = NameSource,
        SourceValues = Maintainers,
        SaysDuplicateAsV30 = true,
        GuardsFolioSource = true,
        UpdateNotFoundText = "SubjectType was not found",

        // The module names the other resource here.
        DeleteNotFoundText = "SubjectSource was not found",
    };
}
