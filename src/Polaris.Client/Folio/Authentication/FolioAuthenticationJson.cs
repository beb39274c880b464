using System.Text.Json.Serialization;

namespace Polaris.Client.Folio;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ServerDateTimeConverter)])]
[JsonSerializable(typeof(FolioSignIn))]
[JsonSerializable(typeof(TokenExpirations))]
[JsonSerializable(typeof(DateTimeOffset?))]
internal sealed partial class FolioAuthenticationJson : JsonSerializerContext;
