using System.Text.Json.Serialization;

namespace Polaris.Client.Benchmarks.ByHand;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HoldingsSourcePageDto))]
internal sealed partial class FolioJson : JsonSerializerContext;
