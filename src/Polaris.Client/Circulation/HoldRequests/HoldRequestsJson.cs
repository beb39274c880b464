using System.Text.Json.Serialization;

namespace Polaris.Client.Circulation;

/// <summary>How the data of hold workflows is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CreateHoldRequest))]
[JsonSerializable(typeof(SerialHoldChoices))]
internal sealed partial class HoldRequestsJson : JsonSerializerContext;
