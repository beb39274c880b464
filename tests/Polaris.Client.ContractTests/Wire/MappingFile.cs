using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>
/// A file of stub mappings in WireMock's own JSON: one mapping, or a list of them. Those of <see cref="SiblingStubs"/>
/// exist as one template.
/// </summary>
public sealed class MappingFile
{
    private static readonly DataFolder Folder = new(Path.Combine(AppContext.BaseDirectory, "wiremock", "mappings"));

    private MappingFile(string name, IReadOnlyList<JsonObject> stubs) => (Name, Stubs) = (name, stubs);

    /// <summary>The names of all files: <c>Polaris/lock-single-200</c>.</summary>
    public static IReadOnlyList<string> Names => [.. Folder.Names, .. SiblingStubs.Names];

    /// <summary>The path under <c>mappings</c> without extension.</summary>
    public string Name { get; }

    /// <summary>The stub mappings in the order of the file, which is the order of the conversation.</summary>
    public IReadOnlyList<JsonObject> Stubs { get; }

    /// <summary>Reads a file by its name.</summary>
    public static MappingFile Read(string name)
    {
        JsonObject content = (SiblingStubs.Find(name) ?? Folder.Read(name)).AsObject();
        return new MappingFile(
            name,
            content["mappings"] is JsonArray stubs ? [.. stubs.Select(stub => stub!.AsObject())] : [content]);
    }

    /// <summary>A mapping as a stub.</summary>
    public static Stub ToStub(JsonObject mapping)
    {
        JsonNode request = mapping["request"]!;
        Dictionary<string, string> headers = request["headers"]!.AsObject()
            .Where(header => header.Key is not ("Content-Type" or "Content-Length" or "Accept-Encoding"))
            .Select(header => (header.Key, Value: (header.Value!["hasExactly"]?[0] ?? header.Value)["equalTo"]))
            .Where(header => header.Value is not null)
            .ToDictionary(header => header.Key, header => header.Value!.GetValue<string>());
        return new Stub(
            mapping["name"]!.GetValue<string>(),
            request["method"]!.GetValue<string>(),
            request["url"]!.GetValue<string>(),
            headers,
            request["bodyPatterns"]![0]!["equalToJson"],
            AnswerOf(mapping["response"]!));
    }

    private static Answer AnswerOf(JsonNode response)
    {
        Fault? fault = response["fault"]?.GetValue<string>() switch
        {
            null => null,
            "CONNECTION_RESET_BY_PEER" => Fault.ConnectionReset,
            "EMPTY_RESPONSE" => Fault.EmptyResponse,
            "MALFORMED_RESPONSE_CHUNK" => Fault.BrokenChunk,
            _ => Fault.RandomData,
        };
        JsonObject headers = response["headers"]?.AsObject() ?? [];
        return new Answer(
            response["status"]?.GetValue<int>() ?? 0,
            headers["Content-Type"]?.GetValue<string>(),
            response["jsonBody"]?.ToJsonString() ?? response["body"]?.GetValue<string>() ?? "")
        {
            Headers =
            [
                .. headers.Where(header => header.Key != "Content-Type").SelectMany(header => header.Value is JsonArray lines
                    ? lines.Select(line => (header.Key, line!.GetValue<string>()))
                    : [(header.Key, header.Value!.GetValue<string>())]),
            ],
            Fault = fault,
            Delay = TimeSpan.FromMilliseconds(response["fixedDelayMilliseconds"]?.GetValue<int>() ?? 0),
        };
    }
}
