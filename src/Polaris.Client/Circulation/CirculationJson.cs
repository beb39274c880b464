using System.Text.Json.Serialization;

namespace Polaris.Client.Circulation;

/// <summary>How the data of circulation workflows is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(CheckIn))]
[JsonSerializable(typeof(CheckOut))]
[JsonSerializable(typeof(PatronBlocks))]
internal sealed partial class CirculationJson : JsonSerializerContext;
