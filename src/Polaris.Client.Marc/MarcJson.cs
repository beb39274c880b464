using System.Text.Json.Serialization;

namespace Polaris.Client.Marc;

/// <summary>How MARC records are read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MarcCollection))]
[JsonSerializable(typeof(MarcRecordBody))]
internal sealed partial class MarcJson : JsonSerializerContext;
