using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Cataloging;

/// <summary>The JSON metadata of bibliographic workflows, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(AddOrUpdateBibRecord))]
[JsonSerializable(typeof(UpdateBibRecord))]
[JsonSerializable(typeof(DeleteBibRecords))]
[JsonSerializable(typeof(UndeleteBibRecord))]
[JsonSerializable(typeof(BibRecordSaved))]
[JsonSerializable(typeof(SaveMarcCompareRecord))]
[JsonSerializable(typeof(CheckHeadings))]
[JsonSerializable(typeof(DuplicateBibRecords))]
[JsonSerializable(typeof(ReplacementErrors))]
[JsonSerializable(typeof(BibRecordResponse))]
[JsonSerializable(typeof(BibRecord))]
[JsonSerializable(typeof(BibAvailability))]
[JsonSerializable(typeof(BibMarcPage))]
[JsonSerializable(typeof(BibItemPage))]
[JsonSerializable(typeof(IReadOnlyList<BibItem>))]
[JsonSerializable(typeof(NewBibRecord))]
internal sealed partial class BibliographicRecordsJson : JsonSerializerContext;
