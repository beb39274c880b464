using System.Text.Json.Serialization;
using Polaris.Client.Folio;

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
