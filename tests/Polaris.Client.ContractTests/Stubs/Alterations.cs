using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Stubs;

/// <summary>The small mistakes of a client, each of which a strict stub must refuse.</summary>
internal static class Alterations
{
    /// <summary>Every mistake that can be made with this request, and what it is.</summary>
    public static IEnumerable<(string Mistake, RawRequest Request)> Of(RawRequest request) =>
    [
        ("another verb", request with { Method = "PATCH" }),
        ("an extra query parameter", request with { Url = WithParameter(request.Url) }),
        .. Path(request),
        .. Headers(request),
        .. Body(request),
    ];

    private static string WithParameter(string url) => url + (url.Contains('?') ? "&" : "?") + "x=1";

    private static IEnumerable<(string, RawRequest)> Path(RawRequest request)
    {
        string[] parts = request.Url.Split('/');
        for (int index = 1; index < parts.Length; index++)
        {
            string url = string.Join('/', [.. parts[..index], "9" + parts[index], .. parts[(index + 1)..]]);
            yield return ($"another path part instead of '{parts[index]}'", request with { Url = url });
        }
    }

    private static IEnumerable<(string, RawRequest)> Headers(RawRequest request)
    {
        foreach (KeyValuePair<string, string> header in request.Headers)
        {
            IEnumerable<KeyValuePair<string, string>> others = request.Headers.Where(other => other.Key != header.Key);
            yield return ($"no {header.Key}", request with { Headers = [.. others] });
            yield return ($"another {header.Key}",
                request with { Headers = [.. others, KeyValuePair.Create(header.Key, "text/altered")] });
        }

        foreach (string name in (string[])["Authorization", "X-Okapi-Token", "Cookie"])
        {
            yield return ($"one more {name}",
                request with { Headers = [.. request.Headers, KeyValuePair.Create(name, "x=1")] });
        }
    }

    private static IEnumerable<(string, RawRequest)> Body(RawRequest request)
    {
        if (request.Body is null)
        {
            yield return ("a body", request with { Body = new JsonObject() });
            yield break;
        }

        yield return ("no body", request with { Body = null });
        foreach (string path in Walk(request.Body).Select(node => node.GetPath()).ToArray())
        {
            foreach ((string mistake, Action<JsonNode> apply) in MistakesIn(Find(request.Body, path)))
            {
                JsonNode body = request.Body.DeepClone();
                apply(Find(body, path));
                yield return ($"{mistake} at {path}", request with { Body = body });
            }
        }
    }

    private static IEnumerable<(string, Action<JsonNode>)> MistakesIn(JsonNode node)
    {
        switch (node)
        {
            case JsonObject parent:
                yield return ("an extra member", altered => altered["Extra"] = null);
                foreach (string name in parent.Select(member => member.Key).ToArray())
                {
                    yield return ($"no {name}", altered => altered.AsObject().Remove(name));
                }

                break;
            case JsonArray items when items.Count > 1:
                yield return ("another order", Reverse);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                yield return ("a string",
                    altered => altered.ReplaceWith<JsonNode>(JsonValue.Create(altered.ToJsonString())));
                break;
            default:
                break;
        }
    }

    private static void Reverse(JsonNode node)
    {
        JsonArray items = node.AsArray();
        JsonNode? first = items[0];
        items.RemoveAt(0);
        items.Add(first);
    }

    private static IEnumerable<JsonNode> Walk(JsonNode node)
    {
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject parent => parent.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(Walk).Prepend(node);
    }

    private static JsonNode Find(JsonNode root, string path) => Walk(root).First(node => node.GetPath() == path);
}
