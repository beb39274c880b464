using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Folio;

namespace Polaris.Client;

/// <content>
/// The resources, one line each. A client is created when it is first used, so that a view stays cheap; if two threads use it first
/// at the same time, one of them gets a second client that behaves the same.
/// </content>
public sealed partial class FolioClient
{
    /// <summary>The kinds of alternative titles (<c>/alternative-title-types</c>).</summary>
    public VocabularyClient<AlternativeTitleType> AlternativeTitleTypes => field ??= Vocabulary<AlternativeTitleType>();

    /// <summary>The call number schemes (<c>/call-number-types</c>).</summary>
    public VocabularyClient<CallNumberType> CallNumberTypes => field ??= Vocabulary<CallNumberType>();

    /// <summary>The classification schemes (<c>/classification-types</c>).</summary>
    public VocabularyClient<ClassificationType> ClassificationTypes => field ??= Vocabulary<ClassificationType>();

    /// <summary>The kinds of contributor names (<c>/contributor-name-types</c>).</summary>
    public VocabularyClient<ContributorNameType> ContributorNameTypes => field ??= Vocabulary<ContributorNameType>();

    /// <summary>The roles of contributors (<c>/contributor-types</c>).</summary>
    public VocabularyClient<ContributorType> ContributorTypes => field ??= Vocabulary<ContributorType>();

    /// <summary>The relationships of links to their records (<c>/electronic-access-relationships</c>).</summary>
    public VocabularyClient<ElectronicAccessRelationship> ElectronicAccessRelationships => field ??= Vocabulary<ElectronicAccessRelationship>();

    /// <summary>The kinds of holdings notes (<c>/holdings-note-types</c>).</summary>
    public VocabularyClient<HoldingsNoteType> HoldingsNoteTypes => field ??= Vocabulary<HoldingsNoteType>();

    /// <summary>The sources of holdings records (<c>/holdings-sources</c>).</summary>
    public VocabularyClient<HoldingsSource> HoldingsSources => field ??= Vocabulary<HoldingsSource>();

    /// <summary>The kinds of holdings records (<c>/holdings-types</c>).</summary>
    public VocabularyClient<HoldingsType> HoldingsTypes => field ??= Vocabulary<HoldingsType>();

    /// <summary>The identifier schemes (<c>/identifier-types</c>).</summary>
    public VocabularyClient<IdentifierType> IdentifierTypes => field ??= Vocabulary<IdentifierType>();

    /// <summary>The interlibrary loan policies (<c>/ill-policies</c>).</summary>
    public VocabularyClient<IllPolicy> IllPolicies => field ??= Vocabulary<IllPolicy>();

    /// <summary>The carriers of instances (<c>/instance-formats</c>).</summary>
    public VocabularyClient<InstanceFormat> InstanceFormats => field ??= Vocabulary<InstanceFormat>();

    /// <summary>The kinds of instance notes (<c>/instance-note-types</c>).</summary>
    public VocabularyClient<InstanceNoteType> InstanceNoteTypes => field ??= Vocabulary<InstanceNoteType>();

    /// <summary>The kinds of relationships between instances (<c>/instance-relationship-types</c>).</summary>
    public VocabularyClient<InstanceRelationshipType> InstanceRelationshipTypes => field ??= Vocabulary<InstanceRelationshipType>();

    /// <summary>The cataloging statuses of instances (<c>/instance-statuses</c>).</summary>
    public VocabularyClient<InstanceStatus> InstanceStatuses => field ??= Vocabulary<InstanceStatus>();

    /// <summary>The types of instances (<c>/instance-types</c>).</summary>
    public VocabularyClient<InstanceType> InstanceTypes => field ??= Vocabulary<InstanceType>();

    /// <summary>The damage statuses of items (<c>/item-damaged-statuses</c>).</summary>
    public VocabularyClient<ItemDamagedStatus> ItemDamagedStatuses => field ??= Vocabulary<ItemDamagedStatus>();

    /// <summary>The kinds of item notes (<c>/item-note-types</c>).</summary>
    public VocabularyClient<ItemNoteType> ItemNoteTypes => field ??= Vocabulary<ItemNoteType>();

    /// <summary>The loan types of items (<c>/loan-types</c>).</summary>
    public VocabularyClient<LoanType> LoanTypes => field ??= Vocabulary<LoanType>();

    /// <summary>The materials of items (<c>/material-types</c>).</summary>
    public VocabularyClient<MaterialType> MaterialTypes => field ??= Vocabulary<MaterialType>();

    /// <summary>The modes of issuance (<c>/modes-of-issuance</c>).</summary>
    public VocabularyClient<ModeOfIssuance> ModesOfIssuance => field ??= Vocabulary<ModeOfIssuance>();

    /// <summary>The terms for the nature of content (<c>/nature-of-content-terms</c>).</summary>
    public VocabularyClient<NatureOfContentTerm> NatureOfContentTerms => field ??= Vocabulary<NatureOfContentTerm>();

    /// <summary>The groups of statistical codes (<c>/statistical-code-types</c>).</summary>
    public VocabularyClient<StatisticalCodeType> StatisticalCodeTypes => field ??= Vocabulary<StatisticalCodeType>();

    /// <summary>The statistical codes (<c>/statistical-codes</c>).</summary>
    public VocabularyClient<StatisticalCode> StatisticalCodes => field ??= Vocabulary<StatisticalCode>();

    /// <summary>The vocabularies of subject headings (<c>/subject-sources</c>).</summary>
    public VocabularyClient<SubjectSource> SubjectSources => field ??= Vocabulary<SubjectSource>();

    /// <summary>The kinds of subjects (<c>/subject-types</c>).</summary>
    public VocabularyClient<SubjectType> SubjectTypes => field ??= Vocabulary<SubjectType>();

    /// <summary>The parts of bound-withs (<c>/inventory-storage/bound-with-parts</c>).</summary>
    public BoundWithPartClient BoundWithParts => field ??= new(RecordsApi, _pipeline.CreateApi<IBoundWithsApi>(_http), _profile.Json, Tenant, Pauses);

    /// <summary>The campuses (<c>/location-units/campuses</c>).</summary>
    public VocabularyClient<Campus> Campuses => field ??= Vocabulary<Campus>();

    /// <summary>The holdings records (<c>/holdings-storage/holdings</c>).</summary>
    public InventoryClient<HoldingsRecord> Holdings => field ??= Inventory<HoldingsRecord>();

    /// <summary>The settings for human-readable IDs (<c>/hrid-settings-storage/hrid-settings</c>).</summary>
    public HridSettingsClient HridSettings => field ??= new(_pipeline.CreateApi<IHridSettingsApi>(_http));

    /// <summary>The types of instance dates (<c>/instance-date-types</c>).</summary>
    public InstanceDateTypeClient InstanceDateTypes => field ??=
        new(RecordsApi, _pipeline.CreateApi<IInstanceDateTypesApi>(_http), _profile.Json, Tenant, Pauses);

    /// <summary>The relationships between instances (<c>/instance-storage/instance-relationships</c>).</summary>
    public RecordClient<InstanceRelationship> InstanceRelationships => field ??= Plain<InstanceRelationship>();

    /// <summary>The instances (<c>/instance-storage/instances</c>).</summary>
    public InventoryClient<Instance> Instances => field ??= Inventory<Instance>();

    /// <summary>The institutions (<c>/location-units/institutions</c>).</summary>
    public VocabularyClient<Institution> Institutions => field ??= Vocabulary<Institution>();

    /// <summary>The items (<c>/item-storage/items</c>).</summary>
    public InventoryClient<Item> Items => field ??= Inventory<Item>();

    /// <summary>The libraries (<c>/location-units/libraries</c>).</summary>
    public VocabularyClient<Library> Libraries => field ??= Vocabulary<Library>();

    /// <summary>The shelving locations (<c>/locations</c>).</summary>
    public VocabularyClient<Location> Locations => field ??= Vocabulary<Location>();

    /// <summary>The groups of users (<c>/groups</c>).</summary>
    public RecordClient<PatronGroup> PatronGroups => field ??= Plain<PatronGroup>();

    /// <summary>The titles before and after others (<c>/preceding-succeeding-titles</c>).</summary>
    public RecordClient<PrecedingSucceedingTitle> PrecedingSucceedingTitles => field ??= Plain<PrecedingSucceedingTitle>();

    /// <summary>The service points (<c>/service-points</c>).</summary>
    public VocabularyClient<ServicePoint> ServicePoints => field ??= Vocabulary<ServicePoint>();

    /// <summary>The service points at which users may work (<c>/service-points-users</c>).</summary>
    public RecordClient<ServicePointsUser> ServicePointsUsers => field ??= Plain<ServicePointsUser>();

    /// <summary>The users (<c>/users</c>).</summary>
    public RecordClient<User> Users => field ??= Plain<User>();

    private Pauses Pauses => new(_pipeline.Time, _profile.Retry);

    private IRecordsApi RecordsApi => field ??= _pipeline.CreateApi<IRecordsApi>(_http);

    /// <summary>Returns a client for a resource of the usual form for which this library has no property.</summary>
    /// <typeparam name="TRecord">Your record type.</typeparam>
    /// <param name="resource">The path of the resource, without leading or trailing slash, for example <c>note-types</c>.</param>
    /// <param name="listMember">The property of a list response that contains the records, for example <c>noteTypes</c>.</param>
    /// <param name="json">
    /// Your source-generated context, with <c>[JsonSerializable(typeof(RecordPage&lt;YourRecord&gt;))]</c>. Property names are written in
    /// camel case.
    /// </param>
    /// <returns>A new client, with the sign-in, retries, errors and telemetry of this client. Keep it for several calls.</returns>
    /// <exception cref="ArgumentException">
    /// The path is not that of a resource, <paramref name="listMember"/> is empty, or the context lacks the record type.
    /// </exception>
    /// <example>
    /// <code>
    /// RecordClient&lt;NoteType&gt; noteTypes = folio.Records&lt;NoteType&gt;("note-types", "noteTypes", MyJson.Default);
    /// </code>
    /// </example>
    public RecordClient<TRecord> Records<TRecord>(string resource, string listMember, IJsonTypeInfoResolver json)
        where TRecord : FolioRecord
    {
        Arguments.Resource(resource, nameof(resource));
        Arguments.Name(listMember, nameof(listMember));
        var options = FolioJsonOptions.Create<TRecord>(listMember, json ?? throw new ArgumentNullException(nameof(json)));
        return new(_pipeline.CreateApi<IRecordsApi>(_http, options), options, new FolioResourceAttribute(resource, listMember), Tenant, Pauses);
    }

    private VocabularyClient<TRecord> Vocabulary<TRecord>()
        where TRecord : ReferenceRecord, new() =>
        new(RecordsApi, _profile.Json, FolioResourceAttribute.Of(typeof(TRecord)), Tenant, Pauses);

    private RecordClient<TRecord> Plain<TRecord>()
        where TRecord : FolioRecord =>
        new(RecordsApi, _profile.Json, FolioResourceAttribute.Of(typeof(TRecord)), Tenant, Pauses);

    private InventoryClient<TRecord> Inventory<TRecord>()
        where TRecord : FolioRecord =>
        new(RecordsApi, _profile.Json, FolioResourceAttribute.Of(typeof(TRecord)), (_profile.Root, Tenant), Pauses);
}
