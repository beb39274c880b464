using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Workflows;

internal sealed class TypedWorkflowData<T>(T value, JsonTypeInfo<T> typeInfo) : WorkflowData
{
    public override JsonElement ToElement() => JsonSerializer.SerializeToElement(value, typeInfo);

    internal override void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, value, typeInfo);
}
