using System.Text.Json.Serialization;

namespace Polaris.Client;

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(StaffSignIn))]
internal sealed partial class AuthenticationJson : JsonSerializerContext;
