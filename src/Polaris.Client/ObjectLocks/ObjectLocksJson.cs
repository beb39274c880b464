using System.Text.Json.Serialization;

namespace Polaris.Client.ObjectLocks;

/// <summary>How object locks are read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(ServerDateTimeConverter)])]
[JsonSerializable(typeof(ObjectReference))]
[JsonSerializable(typeof(ObjectLock))]
[JsonSerializable(typeof(IReadOnlyList<ObjectLock>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
internal sealed partial class ObjectLocksJson : JsonSerializerContext;
