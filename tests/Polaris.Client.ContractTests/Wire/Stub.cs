using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>One request that the server expects, and its answers. A request that differs in anything does not match.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query exactly as they must be sent.</param>
/// <param name="Headers">The headers that must be sent, each on one line with exactly this value.</param>
/// <param name="Body">The JSON that must be sent; <see langword="null"/> for a request without a body.</param>
public sealed record Stub(string Method, string Target, IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    private const string ContentType = "Content-Type";

    /// <summary>The headers that a client may send or not, with any value: HTTP's own, and those of tracing.</summary>
    private static readonly string[] FreeHeaders =
        ["Host", "Connection", "Content-Length", "Accept-Encoding", "User-Agent", "traceparent", "tracestate"];

    private static readonly string[] JsonTypes = ["application/json", "application/json; charset=utf-8"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The example that this is; <see langword="null"/> for a stub that a test has designed.</summary>
    public string? Example { get; init; }

    /// <summary>What the server answers, in turn; the last answer is repeated.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Writes a request as verb and path with query.</summary>
    /// <param name="request">Such as <c>GET objectlocks/27/29937</c>.</param>
    /// <param name="root">What stands before the path.</param>
    /// <param name="headers">The headers that every request to the system carries.</param>
    /// <param name="body">JSON; <see langword="null"/> for none.</param>
    public static Stub Of(string request, string root, IReadOnlyDictionary<string, string> headers, JsonNode? body)
    {
        string[] parts = request.Split(' ', 2);
        return new Stub(parts[0], parts[1].StartsWith('/') ? parts[1] : root + parts[1], headers, body);
    }

    /// <summary>Returns every difference between what is expected and what was received; nothing if the request matches.</summary>
    public IEnumerable<string> DifferencesFrom(ReceivedRequest request) =>
    [
        .. Differences("verb", Method, request.Method),
        .. Differences("target", Target, request.Url),
        .. HeaderDifferences(request),
        .. BodyDifferences(request),
    ];

    public override string ToString() => $"{Method} {Target}";

    private static IEnumerable<string> Differences(string part, string? expected, string? actual)
    {
        if (expected != actual)
        {
            yield return $"{part}: expected {Quoted(expected)}, but was {Quoted(actual)}";
        }
    }

    private static string Quoted(string? text) => text is null ? "none" : $"'{text}'";

    private IEnumerable<string> HeaderDifferences(ReceivedRequest request)
    {
        IEnumerable<string> unexpected = request.HeaderNames
            .Except([.. Headers.Keys, .. FreeHeaders, ContentType], StringComparer.OrdinalIgnoreCase);
        return Headers
            .SelectMany(header => Differences($"header {header.Key}", header.Value, ValueOf(request, header.Key)))
            .Concat(unexpected.SelectMany(name => Differences($"header {name}", null, ValueOf(request, name))));
    }

    private IEnumerable<string> BodyDifferences(ReceivedRequest request)
    {
        string? type = ValueOf(request, ContentType);
        if (Body is null)
        {
            return [
                .. Differences($"header {ContentType}", null, type),
                .. Differences("body", null, request.BodyText.Length == 0 ? null : request.BodyText),
            ];
        }

        bool isJson = JsonTypes.Contains(type, StringComparer.OrdinalIgnoreCase);
        return [
            .. isJson ? [] : Differences($"header {ContentType}", JsonTypes[0], type),
            .. JsonDifferences(request.BodyText),
        ];
    }

    private IEnumerable<string> JsonDifferences(string text)
    {
        try
        {
            JsonNode? sent = JsonNode.Parse(text, documentOptions: Strict);
            return [.. JsonAssert.Differences(Body, sent).Select(difference => $"body {difference}")];
        }
        catch (JsonException exception)
        {
            return [$"body is not JSON: {exception.Message}"];
        }
    }

    /// <summary>Two lines of one header are never what is expected.</summary>
    private static string? ValueOf(ReceivedRequest request, string header) =>
        request.Header(header) is { Count: > 0 } lines ? string.Join("' and '", lines) : null;
}
