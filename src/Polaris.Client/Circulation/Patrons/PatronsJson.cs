using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>The JSON metadata of patrons, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(Patron))]
[JsonSerializable(typeof(PatronCode))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(decimal?))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(IReadOnlyList<PatronBlock>))]
[JsonSerializable(typeof(IReadOnlyList<LibraryPatronBlock>))]
[JsonSerializable(typeof(IReadOnlyList<PatronAssociation>))]
[JsonSerializable(typeof(IReadOnlyList<NewPatronAssociation>))]
[JsonSerializable(typeof(IReadOnlyList<PatronItemOut>))]
[JsonSerializable(typeof(IReadOnlyList<PatronAccountTransaction>))]
[JsonSerializable(typeof(IReadOnlyList<PatronCustomData>))]
[JsonSerializable(typeof(PatronNonBlockingNote))]
[JsonSerializable(typeof(PatronNotes))]
[JsonSerializable(typeof(PatronReaderServices))]
[JsonSerializable(typeof(PatronDefaults))]
[JsonSerializable(typeof(PatronFlag))]
[JsonSerializable(typeof(PatronMembership))]
[JsonSerializable(typeof(PatronCard))]
internal sealed partial class PatronsJson : JsonSerializerContext;
