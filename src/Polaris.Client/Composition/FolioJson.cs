using System.Text.Json.Serialization;
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

/// <summary>The records of FOLIO, read and written without reflection. One line a resource; see <see cref="FolioCollections"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RecordPage<AlternativeTitleType>))]
[JsonSerializable(typeof(RecordPage<CallNumberType>))]
[JsonSerializable(typeof(RecordPage<ClassificationType>))]
[JsonSerializable(typeof(RecordPage<ContributorNameType>))]
[JsonSerializable(typeof(RecordPage<ContributorType>))]
[JsonSerializable(typeof(RecordPage<ElectronicAccessRelationship>))]
[JsonSerializable(typeof(RecordPage<HoldingsNoteType>))]
[JsonSerializable(typeof(RecordPage<HoldingsSource>))]
[JsonSerializable(typeof(RecordPage<HoldingsType>))]
[JsonSerializable(typeof(RecordPage<IdentifierType>))]
[JsonSerializable(typeof(RecordPage<IllPolicy>))]
[JsonSerializable(typeof(RecordPage<InstanceFormat>))]
[JsonSerializable(typeof(RecordPage<InstanceNoteType>))]
[JsonSerializable(typeof(RecordPage<InstanceRelationshipType>))]
[JsonSerializable(typeof(RecordPage<InstanceStatus>))]
[JsonSerializable(typeof(RecordPage<InstanceType>))]
[JsonSerializable(typeof(RecordPage<ItemDamagedStatus>))]
[JsonSerializable(typeof(RecordPage<ItemNoteType>))]
[JsonSerializable(typeof(RecordPage<LoanType>))]
[JsonSerializable(typeof(RecordPage<MaterialType>))]
[JsonSerializable(typeof(RecordPage<ModeOfIssuance>))]
[JsonSerializable(typeof(RecordPage<NatureOfContentTerm>))]
[JsonSerializable(typeof(RecordPage<StatisticalCode>))]
[JsonSerializable(typeof(RecordPage<StatisticalCodeType>))]
[JsonSerializable(typeof(RecordPage<SubjectSource>))]
[JsonSerializable(typeof(RecordPage<SubjectType>))]
internal sealed partial class FolioJson : JsonSerializerContext;
