using Polaris.Client.Folio.AlternativeTitleTypes;
using Polaris.Client.Folio.CallNumberTypes;
using Polaris.Client.Folio.ClassificationTypes;
using Polaris.Client.Folio.ContributorNameTypes;
using Polaris.Client.Folio.ContributorTypes;
using Polaris.Client.Folio.ElectronicAccessRelationships;
using Polaris.Client.Folio.HoldingsNoteTypes;
using Polaris.Client.Folio.HoldingsSources;
using Polaris.Client.Folio.HoldingsTypes;
using Polaris.Client.Folio.IdentifierTypes;
using Polaris.Client.Folio.IllPolicies;
using Polaris.Client.Folio.InstanceFormats;
using Polaris.Client.Folio.InstanceNoteTypes;
using Polaris.Client.Folio.InstanceRelationshipTypes;
using Polaris.Client.Folio.InstanceStatuses;
using Polaris.Client.Folio.InstanceTypes;
using Polaris.Client.Folio.ItemDamagedStatuses;
using Polaris.Client.Folio.ItemNoteTypes;
using Polaris.Client.Folio.LoanTypes;
using Polaris.Client.Folio.MaterialTypes;
using Polaris.Client.Folio.ModesOfIssuance;
using Polaris.Client.Folio.NatureOfContentTerms;
using Polaris.Client.Folio.ReferenceData;
using Polaris.Client.Folio.StatisticalCodeTypes;
using Polaris.Client.Folio.StatisticalCodes;
using Polaris.Client.Folio.SubjectSources;
using Polaris.Client.Folio.SubjectTypes;

namespace Polaris.Client.Composition;

/// <summary>The names of the collections of FOLIO. One line a resource.</summary>
internal static class FolioCollections
{
    /// <summary>The member of a page that holds the records; null for a type that is no page.</summary>
    /// <param name="page">The type of the page.</param>
    /// <remarks>No table: filling one would make all kinds for the first page of one of them.</remarks>
    public static string? MemberOf(Type page) =>
        page == typeof(RecordPage<AlternativeTitleType>) ? AlternativeTitleType.Kind.CollectionMember
        : page == typeof(RecordPage<CallNumberType>) ? CallNumberType.Kind.CollectionMember
        : page == typeof(RecordPage<ClassificationType>) ? ClassificationType.Kind.CollectionMember
        : page == typeof(RecordPage<ContributorNameType>) ? ContributorNameType.Kind.CollectionMember
        : page == typeof(RecordPage<ContributorType>) ? ContributorType.Kind.CollectionMember
        : page == typeof(RecordPage<ElectronicAccessRelationship>) ? ElectronicAccessRelationship.Kind.CollectionMember
        : page == typeof(RecordPage<HoldingsNoteType>) ? HoldingsNoteType.Kind.CollectionMember
        : page == typeof(RecordPage<HoldingsSource>) ? HoldingsSource.Kind.CollectionMember
        : page == typeof(RecordPage<HoldingsType>) ? HoldingsType.Kind.CollectionMember
        : page == typeof(RecordPage<IdentifierType>) ? IdentifierType.Kind.CollectionMember
        : page == typeof(RecordPage<IllPolicy>) ? IllPolicy.Kind.CollectionMember
        : page == typeof(RecordPage<InstanceFormat>) ? InstanceFormat.Kind.CollectionMember
        : page == typeof(RecordPage<InstanceNoteType>) ? InstanceNoteType.Kind.CollectionMember
        : page == typeof(RecordPage<InstanceRelationshipType>) ? InstanceRelationshipType.Kind.CollectionMember
        : page == typeof(RecordPage<InstanceStatus>) ? InstanceStatus.Kind.CollectionMember
        : page == typeof(RecordPage<InstanceType>) ? InstanceType.Kind.CollectionMember
        : page == typeof(RecordPage<ItemDamagedStatus>) ? ItemDamagedStatus.Kind.CollectionMember
        : page == typeof(RecordPage<ItemNoteType>) ? ItemNoteType.Kind.CollectionMember
        : page == typeof(RecordPage<LoanType>) ? LoanType.Kind.CollectionMember
        : page == typeof(RecordPage<MaterialType>) ? MaterialType.Kind.CollectionMember
        : page == typeof(RecordPage<ModeOfIssuance>) ? ModeOfIssuance.Kind.CollectionMember
        : page == typeof(RecordPage<NatureOfContentTerm>) ? NatureOfContentTerm.Kind.CollectionMember
        : page == typeof(RecordPage<StatisticalCode>) ? StatisticalCode.Kind.CollectionMember
        : page == typeof(RecordPage<StatisticalCodeType>) ? StatisticalCodeType.Kind.CollectionMember
        : page == typeof(RecordPage<SubjectSource>) ? SubjectSource.Kind.CollectionMember
        : page == typeof(RecordPage<SubjectType>) ? SubjectType.Kind.CollectionMember
        : null;
}
