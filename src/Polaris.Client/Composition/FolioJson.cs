using System.Text.Json.Serialization;
using Polaris.Client.Folio.CallNumberTypes;
using Polaris.Client.Folio.HoldingsSources;
using Polaris.Client.Folio.HoldingsTypes;
using Polaris.Client.Folio.InstanceTypes;
using Polaris.Client.Folio.LoanTypes;
using Polaris.Client.Folio.MaterialTypes;
using Polaris.Client.Folio.ReferenceData;

namespace Polaris.Client.Composition;

/// <summary>The records of FOLIO, read and written without reflection. One line a resource; see <see cref="FolioJsonOptions"/>.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(RecordPage<CallNumberType>))]
[JsonSerializable(typeof(RecordPage<HoldingsSource>))]
[JsonSerializable(typeof(RecordPage<HoldingsType>))]
[JsonSerializable(typeof(RecordPage<InstanceType>))]
[JsonSerializable(typeof(RecordPage<LoanType>))]
[JsonSerializable(typeof(RecordPage<MaterialType>))]
internal sealed partial class FolioJson : JsonSerializerContext;
