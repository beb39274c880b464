using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Workflows;

/// <summary>The JSON metadata of workflow messages, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(WorkflowRequestMessage))]
[JsonSerializable(typeof(WorkflowReply))]
[JsonSerializable(typeof(WorkflowAnswer))]
[JsonSerializable(typeof(WorkflowBookmark))]
[JsonSerializable(typeof(CustomWorkflowAnswer))]
[JsonSerializable(typeof(ReplaceRecordsData))]
[JsonSerializable(typeof(RecordsDeleted))]
[JsonSerializable(typeof(RecordRestored))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WorkflowsJson : JsonSerializerContext;
