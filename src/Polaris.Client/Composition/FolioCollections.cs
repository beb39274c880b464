using Polaris.Client.Folio;

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
