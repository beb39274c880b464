namespace Polaris.Client.Testing;

/// <summary>The resources that every <see cref="FakeFolioTenant"/> has.</summary>
public static partial class FakeFolioResourceShapes
{
    // No fields: the order in which the files of the class are initialized is not defined.
    private static string[] NameCodeSource => ["name", "code", "source"];

    private static string[] NameCode => ["name", "code"];

    private static string[] NameSource => ["name", "source"];

    private static string[] Maintainers => ["folio", "local", "consortium"];

    /// <summary>Holdings sources, with the two records that FOLIO ships.</summary>
    public static FakeFolioResourceShape HoldingsSources { get; } = new()
    {
        Path = "holdings-sources",
        CollectionProperty = "holdingsRecordsSources",
        Table = "holdings_records_source",
        ClassName = "HoldingsRecordsSource",
        SourceValues = Maintainers,
        HasIdPattern = true,
        ProtectedSource = "folio",
        ProtectedDeleteText = "Holdings Records Sources with source of folio can not be deleted",
        DeleteNotFoundText = "Entity with id '{0}' not found for deletion",
        Seeds =
        [
            ("f32d531e-df79-46b3-8932-cdd35f7a2264", "FOLIO", "folio"),
            ("036ee84a-6afd-4c3c-9ad3-4a12ab875f59", "MARC", "folio"),
        ],
        SaysDuplicateAsV30 = true,
    };

    /// <summary>Instance types (resource types).</summary>
    public static FakeFolioResourceShape InstanceTypes { get; } = new()
    {
        Path = "instance-types",
        CollectionProperty = "instanceTypes",
        Table = "instance_type",
        ClassName = "InstanceType",
        RequiredFields = NameCodeSource,
        UniqueFields = NameCode,
        KnownFields = NameCodeSource,
        KeepsMetadata = false,
    };

    /// <summary>Holdings types.</summary>
    public static FakeFolioResourceShape HoldingsTypes { get; } = new()
    {
        Path = "holdings-types",
        CollectionProperty = "holdingsTypes",
        Table = "holdings_type",
        ClassName = "HoldingsType",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
        HasOwnDuplicateError = true,
    };

    /// <summary>Material types.</summary>
    public static FakeFolioResourceShape MaterialTypes { get; } = new()
    {
        Path = "material-types",
        CollectionProperty = "mtypes",
        Table = "material_type",
        ClassName = "Mtype",
        RefusesUnknownFields = true,
        V29DuplicateText = "Material Type exists",
    };

    /// <summary>Loan types.</summary>
    public static FakeFolioResourceShape LoanTypes { get; } = new()
    {
        Path = "loan-types",
        CollectionProperty = "loantypes",
        Table = "loan_type",
        ClassName = "Loantype",
        DefaultSource = "local",
        RefusesUnknownFields = true,
    };

    /// <summary>Call number types, of which those with source <c>system</c> cannot be changed.</summary>
    public static FakeFolioResourceShape CallNumberTypes { get; } = new()
    {
        Path = "call-number-types",
        CollectionProperty = "callNumberTypes",
        Table = "call_number_type",
        ClassName = "CallNumberType",
        RequiredFields = NameSource,
        RefusesUnknownFields = true,
        ProtectedSource = "system",
        ProtectedDeleteText = "System call number type couldn't be deleted",
        ProtectedUpdateText = "System call number type couldn't be updated",
        SaysDuplicateAsV30 = true,
    };

    /// <summary>All resource shapes.</summary>
    public static IReadOnlyList<FakeFolioResourceShape> All => field ??=
    [
        HoldingsSources, InstanceTypes, HoldingsTypes, MaterialTypes, LoanTypes, CallNumberTypes,
        AlternativeTitleTypes, ClassificationTypes, ContributorNameTypes, ContributorTypes, IdentifierTypes,
        InstanceFormats, InstanceNoteTypes, InstanceRelationshipTypes, InstanceStatuses, ModesOfIssuance,
        NatureOfContentTerms, SubjectSources, SubjectTypes, ElectronicAccessRelationships, HoldingsNoteTypes,
        IllPolicies, ItemDamagedStatuses, ItemNoteTypes, StatisticalCodes, StatisticalCodeTypes,
        Instances, Holdings, Items, Locations, Institutions, Campuses, Libraries, ServicePoints,
        BoundWithParts, InstanceRelationships, PrecedingSucceedingTitles, InstanceDateTypes, Users, PatronGroups, ServicePointsUsers,
    ];
}
