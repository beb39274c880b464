using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Folio.Authentication;

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ServerDateTimeConverter)])]
[JsonSerializable(typeof(FolioSignIn))]
[JsonSerializable(typeof(TokenExpirations))]
internal sealed partial class FolioAuthenticationJson : JsonSerializerContext;
