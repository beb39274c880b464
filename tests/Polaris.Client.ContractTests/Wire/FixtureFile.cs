using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>A documented example: a request and its answer, as the vendor prints them.</summary>
public sealed class FixtureFile
{
    private const string PrintsTheWrongPrompt = "Polaris/authority-duplicates-reply-replace";

    private static readonly DataFolder Folder = new(System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures"));

    private FixtureFile(string name, JsonNode content)
    {
        JsonNode request = content["request"]!;
        Name = name;
        Method = new HttpMethod(request["method"]!.GetValue<string>());
        Path = request["path"]!.GetValue<string>();
        RequestBody = request["body"];
        Answer = content["response"];
    }

    /// <summary>The names of all examples: <c>Polaris/lock-single-200</c>.</summary>
    public static IReadOnlyList<string> Names => Folder.Names;

    public string Name { get; }

    public HttpMethod Method { get; }

    /// <summary>The path and query after the base address with its route parts.</summary>
    public string Path { get; }

    /// <summary>The request's body as printed; null where the source shows none, or where there is none.</summary>
    public JsonNode? RequestBody { get; }

    /// <summary>
    /// The body as a correct client sends it: ids as numbers where the source prints them quoted (a server cuts a
    /// quoted number to its first digit), and the prompt id that was received where the source prints another.
    /// </summary>
    public JsonNode? SentBody
    {
        get
        {
            JsonNode? body = WithNumbers(RequestBody, member: "");
            if (Name == PrintsTheWrongPrompt) body!["WorkflowPromptID"] = 142;
            return body;
        }
    }

    /// <summary>Whether the source shows an answer.</summary>
    public bool HasAnswer => Answer is not null;

    public int Status => Answer!["status"]!.GetValue<int>();

    public string? ContentType => Answer!["contentType"]?.GetValue<string>();

    /// <summary>The answer's body: JSON, or a string for text; null for none.</summary>
    public JsonNode? AnswerBody => Answer!["body"];

    private JsonNode? Answer { get; }

    /// <summary>Reads an example by its name.</summary>
    public static FixtureFile Read(string name) => new(name, Folder.Read(name));

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
