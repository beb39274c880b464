using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Writes typed data through the metadata it carries, without a JSON document in between; reads JSON as it
/// is.</summary>
internal sealed class WorkflowDataConverter : JsonConverter<WorkflowData>
{
    public override WorkflowData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new JsonWorkflowData(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, WorkflowData value, JsonSerializerOptions options) =>
        value.WriteTo(writer);
}
