using System.Text.Json.Serialization;

namespace Polaris.Client.Benchmarks.ByHand;

/// <summary>As lenient as .NET's own web defaults, and as the server's documents ask for: drifting case, numbers in quotes.</summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ObjectReferenceDto))]
[JsonSerializable(typeof(ObjectLockDto))]
[JsonSerializable(typeof(WorkflowRequestDto))]
[JsonSerializable(typeof(WorkflowReplyDto))]
[JsonSerializable(typeof(WorkflowAnswerDto))]
internal sealed partial class ByHandJson : JsonSerializerContext;
