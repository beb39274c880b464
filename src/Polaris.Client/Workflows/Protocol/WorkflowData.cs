using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Polaris.Client.Workflows;

/// <summary>The data of a request or a reply: a typed value that is serialized when it is sent, or JSON.</summary>
/// <remarks>Immutable. Data that was read from JSON stays JSON: use <see cref="ToElement"/> and <see cref="To{T}"/> to read
/// it.</remarks>
[JsonConverter(typeof(WorkflowDataConverter))]
public abstract class WorkflowData
{
    private protected WorkflowData()
    {
    }

    /// <summary>Creates data from a value whose type has source-generated metadata.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value; it is read when the request is sent, not before.</param>
    /// <param name="typeInfo">The metadata of the type, from a <see cref="JsonSerializerContext"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="typeInfo"/> is null.</exception>
    public static WorkflowData From<T>(T value, JsonTypeInfo<T> typeInfo) =>
        new TypedWorkflowData<T>(value, typeInfo ?? throw new ArgumentNullException(nameof(typeInfo)));

    /// <summary>Creates data from JSON, for workflows for which this library has no type.</summary>
    /// <param name="element">The JSON; it is copied, so its document can be disposed.</param>
    public static WorkflowData From(JsonElement element) => new JsonWorkflowData(element.Clone());

    /// <summary>Returns the data as JSON.</summary>
    public abstract JsonElement ToElement();

    /// <summary>Returns the data as a typed value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="typeInfo">The metadata of the type, from a <see cref="JsonSerializerContext"/>.</param>
    /// <exception cref="JsonException">The data is not of this type.</exception>
    public T? To<T>(JsonTypeInfo<T> typeInfo) => ToElement().Deserialize(typeInfo);

    internal abstract void WriteTo(Utf8JsonWriter writer);
}

internal sealed class TypedWorkflowData<T>(T value, JsonTypeInfo<T> typeInfo) : WorkflowData
{
    public override JsonElement ToElement() => JsonSerializer.SerializeToElement(value, typeInfo);

    internal override void WriteTo(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, value, typeInfo);
}

internal sealed class JsonWorkflowData(JsonElement element) : WorkflowData
{
    public override JsonElement ToElement() => element;

    internal override void WriteTo(Utf8JsonWriter writer) => element.WriteTo(writer);
}

/// <summary>Writes typed data with its own metadata, without an intermediate JSON document; reads JSON unchanged.</summary>
internal sealed class WorkflowDataConverter : JsonConverter<WorkflowData>
{
    public override WorkflowData Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new JsonWorkflowData(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, WorkflowData value, JsonSerializerOptions options) =>
        value.WriteTo(writer);
}
