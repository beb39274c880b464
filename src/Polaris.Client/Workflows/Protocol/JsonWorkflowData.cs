using System.Text.Json;

namespace Polaris.Client.Workflows;

internal sealed class JsonWorkflowData(JsonElement element) : WorkflowData
{
    public override JsonElement ToElement() => element;

    internal override void WriteTo(Utf8JsonWriter writer) => element.WriteTo(writer);
}
