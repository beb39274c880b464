using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Workflows;

/// <summary>Any workflow for which the library has no type: its request type, and its data as JSON.</summary>
/// <remarks>
/// POST /workflow. Vendor page: that of the workflow. Prompts are raised as plain <see cref="Prompt"/>, except those that many
/// workflows raise; the data of the response is in <see cref="CustomWorkflowAnswer"/>, as received.
/// </remarks>
public sealed class CustomWorkflow : WorkflowRequest<CustomWorkflowAnswer>
{
    /// <summary>The request type of the workflow.</summary>
    public WorkflowRequestType RequestType { get; set; }

    /// <summary>The extension type of the data.</summary>
    public WorkflowRequestExtensionType ExtensionType { get; set; }

    /// <summary>The data: numbers as numbers, names exactly as on the vendor's page.</summary>
    public JsonElement Data { get; set; }

    internal override WorkflowKind<CustomWorkflowAnswer> WorkflowKind => KindOf(RequestType, ExtensionType);

    /// <summary>Returns the description that is needed to resume such a workflow from a bookmark.</summary>
    /// <param name="requestType">The request type of the workflow.</param>
    /// <param name="extensionType">The extension type of its data.</param>
    public static WorkflowKind<CustomWorkflowAnswer> KindOf(
        WorkflowRequestType requestType, WorkflowRequestExtensionType extensionType) =>
        new(requestType, extensionType, WorkflowsJson.Default.CustomWorkflowAnswer);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException"><see cref="RequestType"/> or <see cref="Data"/> is not set.</exception>
    protected internal override WorkflowData ToData() => (RequestType, Data.ValueKind) switch
    {
        (0, _) => throw new InvalidOperationException("CustomWorkflow.RequestType is not set: set it to the request type of the vendor's page."),
        (_, JsonValueKind.Undefined) => throw new InvalidOperationException(
            "CustomWorkflow.Data is not set: set it to the data object of the vendor's page."),
        _ => WorkflowData.From(Data),
    };
}

/// <summary>The result of a workflow for which the library has no type.</summary>
[JsonConverter(typeof(CustomWorkflowAnswerConverter))]
public sealed class CustomWorkflowAnswer
{
    /// <summary>The data as received.</summary>
    public JsonElement Data { get; set; }

    /// <summary>The properties of the data; empty if the data is not an object.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members => field ??= MembersOf(Data);

    /// <summary>The elements of the data; empty if the data is not an array.</summary>
    public IReadOnlyList<JsonElement> Elements => field ??= Data.ValueKind == JsonValueKind.Array ? [.. Data.EnumerateArray()] : [];

    private static Dictionary<string, JsonElement> MembersOf(JsonElement data)
    {
        var members = new Dictionary<string, JsonElement>();
        if (data.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in data.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        return members;
    }
}

internal sealed class CustomWorkflowAnswerConverter : JsonConverter<CustomWorkflowAnswer>
{
    public override CustomWorkflowAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new() { Data = JsonElement.ParseValue(ref reader) };

    public override void Write(Utf8JsonWriter writer, CustomWorkflowAnswer value, JsonSerializerOptions options) => value.Data.WriteTo(writer);
}
