using System.Text.Json.Serialization;

namespace Polaris.Client;

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(StaffSignIn))]
[JsonSerializable(typeof(StaffUser))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(string))]
internal sealed partial class AuthenticationJson : JsonSerializerContext;
