using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>
/// A documented example: a request and its answer as the vendor prints them. What the source does not show is designed, and
/// stands in <see cref="DesignedParts"/>.
/// </summary>
public sealed class Example
{
    private const string PrintsTheWrongPrompt = "Polaris/authority-duplicates-reply-replace";

    private static readonly DataFolder Folder = new(System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures"));

    private readonly JsonNode request;
    private readonly JsonNode? response;

    private Example(string name, JsonNode content)
    {
        Name = name;
        request = content["request"]!;
        response = content["response"];
    }

    /// <summary>The names of all examples, such as <c>Polaris/lock-single-200</c>.</summary>
    public static IReadOnlyList<string> Names => Folder.Names;

    public string Name { get; }

    /// <summary>The method and the path with the query, after the base address and its route parts: <c>POST objectlocks</c>.</summary>
    public string Request => $"{request["method"]} {request["path"]}";

    /// <summary>
    /// The body as a correct client sends it: IDs as numbers where the source prints them quoted (a server cuts a quoted number to
    /// its first digit), and the prompt ID that was received where the source prints another; <see langword="null"/> for none.
    /// </summary>
    public JsonNode? SentBody
    {
        get
        {
            JsonNode? body = WithNumbers(request["body"], member: "") ?? DesignedParts.Body(Name);
            if (Name == PrintsTheWrongPrompt) body!["WorkflowPromptID"] = 142;
            return body;
        }
    }

    /// <summary>The answer.</summary>
    public Answer Answer
    {
        get
        {
            if (response is null) return DesignedParts.Answer(Name, request["path"]!.GetValue<string>());
            string? type = response["contentType"]?.GetValue<string>();
            JsonNode? body = response["body"];
            var answer = new Answer(
                response["status"]!.GetValue<int>(),
                type,
                type == "application/json" ? body?.ToJsonString() ?? "null" : body?.GetValue<string>() ?? "");

            // The source declares the header as required, but shows no value.
            return answer.Status == 201 ? answer.With("Location", body!["id"]!.GetValue<string>()) : answer;
        }
    }

    /// <summary>Reads an example by its name.</summary>
    public static Example Read(string name) => new(name, Folder.Read(name));

    private static JsonNode? WithNumbers(JsonNode? node, string member) => node switch
    {
        JsonObject parent => new JsonObject(
            parent.Select(child => KeyValuePair.Create(child.Key, WithNumbers(child.Value, child.Key)))),
        JsonArray list => new JsonArray([.. list.Select(item => WithNumbers(item, member))]),
        JsonValue value when IsQuotedId(value, member, out int id) => JsonValue.Create(id),
        _ => node?.DeepClone(),
    };

    private static bool IsQuotedId(JsonValue value, string member, out int id)
    {
        id = 0;
        return member.EndsWith("ID", StringComparison.Ordinal)
            && value.GetValueKind() == JsonValueKind.String
            && int.TryParse(value.GetValue<string>(), NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
