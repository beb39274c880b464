using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>The table of FOLIO's reference data, copied from its documentation by hand.</summary>
internal static class ReferenceResources
{
    private const string Other = "0d3ec58e-dc3c-4aa1-9eba-180fca95c544";

    private static readonly string[] Source = ["source"];
    private static readonly string[] CodeSource = ["code", "source"];
    private static readonly string[] NameCode = ["name", "code"];

    public static IReadOnlyList<object> All { get; } =
    [
        Row(folio => folio.AlternativeTitleTypes, "alternative-title-types", "alternativeTitleTypes", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.CallNumberTypes, "call-number-types", "callNumberTypes", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.ClassificationTypes, "classification-types", "classificationTypes", """{"source":"local"}""")
            with { KeepsUnknown = true },
        Row(folio => folio.ContributorNameTypes, "contributor-name-types", "contributorNameTypes", """{"ordering":"1","source":"local"}""")
            with { KeepsUnknown = true },
        Row(folio => folio.ContributorTypes, "contributor-types", "contributorTypes", """{"code":"aut","source":"local"}""")
            with { Required = CodeSource, Unique = NameCode, KeepsUnknown = true, KeepsMetadata = false },
        Row(folio => folio.ElectronicAccessRelationships, "electronic-access-relationships", "electronicAccessRelationships", """{"source":"local"}""")
            with { KeepsUnknown = true },
        Row(folio => folio.HoldingsNoteTypes, "holdings-note-types", "holdingsNoteTypes", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.HoldingsSources, "holdings-sources", "holdingsRecordsSources", """{"source":"local"}""")
            with { KeepsUnknown = true },
        Row(folio => folio.HoldingsTypes, "holdings-types", "holdingsTypes", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.IdentifierTypes, "identifier-types", "identifierTypes", """{"source":"local"}""")
            with { KeepsUnknown = true },
        Row(folio => folio.IllPolicies, "ill-policies", "illPolicies", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.InstanceFormats, "instance-formats", "instanceFormats", """{"code":"sd","source":"local"}""")
            with { Required = CodeSource, Unique = NameCode, KeepsUnknown = true, KeepsMetadata = false },
        Row(folio => folio.InstanceNoteTypes, "instance-note-types", "instanceNoteTypes", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.InstanceRelationshipTypes, "instance-relationship-types", "instanceRelationshipTypes", """{}""")
            with { KeepsUnknown = true },
        Row(folio => folio.InstanceStatuses, "instance-statuses", "instanceStatuses", """{"code":"temp","source":"local"}""")
            with { Required = CodeSource, Unique = NameCode, KeepsUnknown = true },
        Row(folio => folio.InstanceTypes, "instance-types", "instanceTypes", """{"code":"txt","source":"local"}""")
            with { Required = CodeSource, Unique = NameCode, KeepsUnknown = true, KeepsMetadata = false },
        Row(folio => folio.ItemDamagedStatuses, "item-damaged-statuses", "itemDamageStatuses", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.ItemNoteTypes, "item-note-types", "itemNoteTypes", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.LoanTypes, "loan-types", "loantypes", """{"source":"local"}"""),
        Row(folio => folio.MaterialTypes, "material-types", "mtypes", """{"source":"local"}"""),
        Row(folio => folio.ModesOfIssuance, "modes-of-issuance", "issuanceModes", """{"source":"local"}""")
            with { KeepsUnknown = true },
        Row(folio => folio.NatureOfContentTerms, "nature-of-content-terms", "natureOfContentTerms", """{"source":"local"}""")
            with { Required = Source },
        Row(folio => folio.StatisticalCodeTypes, "statistical-code-types", "statisticalCodeTypes", """{"source":"local"}""")
            with { Required = Source, Unique = [], KeepsUnknown = true },
        Row(folio => folio.StatisticalCodes, "statistical-codes", "statisticalCodes", """{"code":"gift","statisticalCodeTypeId":"0d3ec58e-dc3c-4aa1-9eba-180fca95c544","source":"local"}""")
            with { Required = ["code", "statisticalCodeTypeId", "source"], Unique = ["code", "name"] },
        Row(folio => folio.SubjectSources, "subject-sources", "subjectSources", """{"code":"mesh","source":"local"}""")
            with { Required = Source, Unique = NameCode, KeepsUnknown = true },
        Row(folio => folio.SubjectTypes, "subject-types", "subjectTypes", """{"source":"local"}""")
            with { Required = Source, KeepsUnknown = true },
        Row(folio => folio.Locations, "locations", "locations", $$"""{"code":"a","institutionId":"{{Other}}","campusId":"{{Other}}","libraryId":"{{Other}}","primaryServicePoint":"{{Other}}","servicePointIds":["{{Other}}"],"isActive":true}""")
            with { Required = ["code", "institutionId", "campusId", "libraryId", "primaryServicePoint"], Unique = NameCode },
        Row(folio => folio.Institutions, "location-units/institutions", "locinsts", """{"code":"a"}""") with { Required = ["code"] },
        Row(folio => folio.Campuses, "location-units/campuses", "loccamps", $$"""{"code":"a","institutionId":"{{Other}}"}""") with { Required = ["institutionId", "code"] },
        Row(folio => folio.Libraries, "location-units/libraries", "loclibs", $$"""{"code":"a","campusId":"{{Other}}"}""") with { Required = ["campusId", "code"] },
        Row(folio => folio.ServicePoints, "service-points", "servicepoints", """{"code":"cd1","discoveryDisplayName":"Desk","pickupLocation":true,"holdShelfExpiryPeriod":{"duration":3,"intervalId":"Weeks"}}""")
            with { Required = ["code", "discoveryDisplayName"], Unique = NameCode, ReportsTakenMember = false },
    ];

    /// <summary>Each resource on each release that the fake plays.</summary>
    public static IEnumerable<TestCaseData> OnEachRelease =>
        All.SelectMany(resource => Enum.GetValues<FolioRelease>().Select(release => new TestCaseData(resource, release)));

    private static ReferenceResource<TRecord> Row<TRecord>(
        Func<FolioClient, VocabularyClient<TRecord>> choose, string path, string collection, string members)
        where TRecord : ReferenceRecord, new() => new(choose, path, collection, members);
}
