using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>The JSON metadata of circulation and hold workflows, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(LenientValues)])]
[JsonSerializable(typeof(CheckIn))]
[JsonSerializable(typeof(CheckOut))]
[JsonSerializable(typeof(CreateHoldRequest))]
[JsonSerializable(typeof(PatronBlocks))]
[JsonSerializable(typeof(SerialHoldChoices))]
internal sealed partial class CirculationJson : JsonSerializerContext;
