using System.Text.Json.Serialization;

namespace Polaris.Client.Testing.Workflows;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(BibSaveData))]
[JsonSerializable(typeof(AuthoritySaveData))]
[JsonSerializable(typeof(ReplaceRecordsData))]
internal sealed partial class FakeJson : JsonSerializerContext;
