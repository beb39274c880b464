using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>How the data of shared prompts is written, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReplaceRecordsData))]
internal sealed partial class PromptsJson : JsonSerializerContext;
