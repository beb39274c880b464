using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Stubs;

/// <summary>A request to be sent without the SDK.</summary>
public sealed record RawRequest(
    string Method, string Url, IReadOnlyList<KeyValuePair<string, string>> Headers, JsonNode? Body)
{
    private const string ContentType = "Content-Type";

    /// <summary>The request of an example; a body that the source does not show is taken from the stub.</summary>
    public static RawRequest Of(FixtureFile fixture, JsonObject stub)
    {
        bool isPolaris = fixture.Name.StartsWith("Polaris/", StringComparison.Ordinal);
        JsonNode? body = fixture.SentBody ?? ExpectedBody(stub);
        List<KeyValuePair<string, string>> headers = isPolaris
            ? [new("Authorization", StubbedPolaris.Authorization), new("Accept", "application/json")]
            : [
                new("X-Okapi-Tenant", StubbedFolio.Tenant),
                new("X-Okapi-Token", StubbedFolio.AccessToken),
                new("Accept", StubbedFolio.Accept),
            ];
        if (body is not null) headers.Add(new(ContentType, "application/json; charset=utf-8"));
        string path = isPolaris ? StubbedPolaris.Path : "/";
        return new RawRequest(fixture.Method.Method, path + fixture.Path, headers, body);
    }

    /// <summary>The request that a stub describes.</summary>
    public static RawRequest Of(JsonObject stub)
    {
        JsonObject request = stub["request"]!.AsObject();
        return new RawRequest(
            request["method"]!.GetValue<string>(),
            request["url"]!.GetValue<string>(),
            [
                .. request["headers"]!.AsObject()
                    .Where(header => header.Key != "Content-Length") // HttpClient counts it.
                    .Select(header => (header.Key, Value: ExpectedValue(header.Value!)))
                    .Where(header => header.Value is not null)
                    .Select(header => KeyValuePair.Create(header.Key, header.Value!)),
            ],
            ExpectedBody(stub));
    }

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(Url, UriKind.Relative));
        string body = Body?.ToJsonString() ?? "";
        if (body.Length > 0 || Method == "POST") message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach ((string name, string value) in Headers)
        {
            if (message.Headers.TryAddWithoutValidation(name, value)) continue;
            message.Content ??= new ByteArrayContent([]);
            message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private static JsonNode? ExpectedBody(JsonObject stub) =>
        stub["request"]!["bodyPatterns"]![0]!["equalToJson"]?.DeepClone();

    private static string? ExpectedValue(JsonNode pattern) => pattern switch
    {
        _ when pattern["hasExactly"] is { } values => values[0]!["equalTo"]!.GetValue<string>(),
        _ when pattern["equalTo"] is { } value => value.GetValue<string>(),
        _ when pattern["contains"] is { } part => part.GetValue<string>(),
        _ when pattern["matches"] is not null => "application/json",
        _ => null,
    };
}
