using Polaris.Client.Folio;

namespace Polaris.Client;

/// <content>
/// The resources. Each is made when it is first asked for, so that a view stays cheap; when two threads ask at once one of
/// them gets a twin, which does the same.
/// </content>
public sealed partial class FolioClient
{
    /// <summary>The kinds of other titles of instances (<c>/alternative-title-types</c>).</summary>
    public ReferenceDataClient<AlternativeTitleType> AlternativeTitleTypes => field ??= ClientOf(AlternativeTitleType.Kind);

    /// <summary>The schemes of call numbers (<c>/call-number-types</c>).</summary>
    public ReferenceDataClient<CallNumberType> CallNumberTypes => field ??= ClientOf(CallNumberType.Kind);

    /// <summary>The schemes of classification numbers (<c>/classification-types</c>).</summary>
    public ReferenceDataClient<ClassificationType> ClassificationTypes => field ??= ClientOf(ClassificationType.Kind);

    /// <summary>The kinds of names that contributors have (<c>/contributor-name-types</c>).</summary>
    public ReferenceDataClient<ContributorNameType> ContributorNameTypes => field ??= ClientOf(ContributorNameType.Kind);

    /// <summary>What contributors did for a work (<c>/contributor-types</c>).</summary>
    public ReferenceDataClient<ContributorType> ContributorTypes => field ??= ClientOf(ContributorType.Kind);

    /// <summary>What links lead to (<c>/electronic-access-relationships</c>).</summary>
    public ReferenceDataClient<ElectronicAccessRelationship> ElectronicAccessRelationships => field ??= ClientOf(ElectronicAccessRelationship.Kind);

    /// <summary>What notes of holdings records are about (<c>/holdings-note-types</c>).</summary>
    public ReferenceDataClient<HoldingsNoteType> HoldingsNoteTypes => field ??= ClientOf(HoldingsNoteType.Kind);

    /// <summary>Where holdings records come from (<c>/holdings-sources</c>).</summary>
    public ReferenceDataClient<HoldingsSource> HoldingsSources => field ??= ClientOf(HoldingsSource.Kind);

    /// <summary>What holdings records describe (<c>/holdings-types</c>).</summary>
    public ReferenceDataClient<HoldingsType> HoldingsTypes => field ??= ClientOf(HoldingsType.Kind);

    /// <summary>The schemes of identifiers (<c>/identifier-types</c>).</summary>
    public ReferenceDataClient<IdentifierType> IdentifierTypes => field ??= ClientOf(IdentifierType.Kind);

    /// <summary>Whether holdings are lent to other libraries (<c>/ill-policies</c>).</summary>
    public ReferenceDataClient<IllPolicy> IllPolicies => field ??= ClientOf(IllPolicy.Kind);

    /// <summary>What carries instances (<c>/instance-formats</c>).</summary>
    public ReferenceDataClient<InstanceFormat> InstanceFormats => field ??= ClientOf(InstanceFormat.Kind);

    /// <summary>What notes of instances are about (<c>/instance-note-types</c>).</summary>
    public ReferenceDataClient<InstanceNoteType> InstanceNoteTypes => field ??= ClientOf(InstanceNoteType.Kind);

    /// <summary>How instances belong to each other (<c>/instance-relationship-types</c>).</summary>
    public ReferenceDataClient<InstanceRelationshipType> InstanceRelationshipTypes => field ??= ClientOf(InstanceRelationshipType.Kind);

    /// <summary>How far the cataloguing of instances has come (<c>/instance-statuses</c>).</summary>
    public ReferenceDataClient<InstanceStatus> InstanceStatuses => field ??= ClientOf(InstanceStatus.Kind);

    /// <summary>What instances are (<c>/instance-types</c>).</summary>
    public ReferenceDataClient<InstanceType> InstanceTypes => field ??= ClientOf(InstanceType.Kind);

    /// <summary>Whether items are damaged (<c>/item-damaged-statuses</c>).</summary>
    public ReferenceDataClient<ItemDamagedStatus> ItemDamagedStatuses => field ??= ClientOf(ItemDamagedStatus.Kind);

    /// <summary>What notes of items are about (<c>/item-note-types</c>).</summary>
    public ReferenceDataClient<ItemNoteType> ItemNoteTypes => field ??= ClientOf(ItemNoteType.Kind);

    /// <summary>How items may be lent (<c>/loan-types</c>).</summary>
    public ReferenceDataClient<LoanType> LoanTypes => field ??= ClientOf(LoanType.Kind);

    /// <summary>What items are made of (<c>/material-types</c>).</summary>
    public ReferenceDataClient<MaterialType> MaterialTypes => field ??= ClientOf(MaterialType.Kind);

    /// <summary>How titles come out (<c>/modes-of-issuance</c>).</summary>
    public ReferenceDataClient<ModeOfIssuance> ModesOfIssuance => field ??= ClientOf(ModeOfIssuance.Kind);

    /// <summary>What kind of content instances have (<c>/nature-of-content-terms</c>).</summary>
    public ReferenceDataClient<NatureOfContentTerm> NatureOfContentTerms => field ??= ClientOf(NatureOfContentTerm.Kind);

    /// <summary>The groups of statistical codes (<c>/statistical-code-types</c>).</summary>
    public ReferenceDataClient<StatisticalCodeType> StatisticalCodeTypes => field ??= ClientOf(StatisticalCodeType.Kind);

    /// <summary>The marks by which records are counted (<c>/statistical-codes</c>).</summary>
    public ReferenceDataClient<StatisticalCode> StatisticalCodes => field ??= ClientOf(StatisticalCode.Kind);

    /// <summary>The vocabularies of subject headings (<c>/subject-sources</c>).</summary>
    public ReferenceDataClient<SubjectSource> SubjectSources => field ??= ClientOf(SubjectSource.Kind);

    /// <summary>What subject headings name (<c>/subject-types</c>).</summary>
    public ReferenceDataClient<SubjectType> SubjectTypes => field ??= ClientOf(SubjectType.Kind);

    private ReferenceDataClient<TRecord> ClientOf<TRecord, TApi>(ReferenceDataKind<TRecord, TApi> kind)
        where TRecord : ReferenceRecord, new() =>
        new(kind.CallsOf(_pipeline.CreateApi<TApi>(_http)), kind.Path, Tenant);
}
