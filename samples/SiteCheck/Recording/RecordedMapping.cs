using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteCheck;

/// <summary>One exchange, redacted, from which a WireMock server can answer the same request.</summary>
internal sealed class RecordedMapping
{
    /// <summary>The year in which recorded tokens expire, so that a replay does not sign in again for each request.</summary>
    private const string ExpiryYear = "2099";

    private readonly string _system;
    private readonly List<(string Name, string Value)> _parameters;
    private readonly string? _token;
    private readonly JsonObject _headers;

    /// <summary>Redacts an exchange.</summary>
    /// <param name="system">The section of the settings: <c>Polaris</c> or <c>Folio</c>.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="redactor">Removes what is secret or personal.</param>
    public RecordedMapping(string system, Exchange exchange, Redactor redactor)
    {
        _system = system;
        Path = redactor.Path(exchange.Resource.Split('?')[0]);
        _parameters = [.. Parameters(exchange.Uri).Select(one => (one.Name, redactor.Parameter(one.Name, one.Value)))];
        _token = exchange.Token is not { } token ? null : token.Contains(Probe.RejectedToken, StringComparison.Ordinal) ? "rejected" : "accepted";
        _headers = Headers(exchange);
        var isSignIn = IsSignIn(exchange.Resource);
        Request = new JsonObject
        {
            ["method"] = exchange.Method.Method,
            ["path"] = Path + (_parameters.Count == 0 ? "" : "?" + string.Join('&', _parameters.Select(one => $"{one.Name}={one.Value}"))),
            ["body"] = isSignIn ? null : redactor.Json(Exchange.Parse(exchange.RequestBody)),
        };
        Response = new JsonObject
        {
            ["status"] = (int)exchange.Status,
            ["contentType"] = exchange.MediaType,
            ["body"] = exchange.IsJson ? redactor.Json(exchange.Json) : exchange.Body.Length == 0 ? null : JsonValue.Create(Text(exchange, redactor)),
        };
        if (isSignIn && Response["body"] is JsonObject tokens)
        {
            Postpone(tokens);
        }
    }

    public string Method => Request["method"]!.GetValue<string>();

    public int Status => Response["status"]!.GetValue<int>();

    /// <summary>The path after what all addresses of the server share, without parameters.</summary>
    public string Path { get; }

    /// <summary>The request, in the form of the fixtures.</summary>
    public JsonObject Request { get; }

    /// <summary>The response, in the form of the fixtures.</summary>
    public JsonObject Response { get; }

    /// <summary>Equal for requests that a server cannot distinguish.</summary>
    public string RequestKey => Request.ToJsonString() + _token;

    /// <summary>The address that the fakes and contract tests use, because site, organization and workstation are not kept.</summary>
    private string Address =>
        _system == "Folio" ? "/" + Path
        : Path == "api" ? "/Polaris.ApplicationServices/api"
        : "/Polaris.ApplicationServices/api/v1/eng/20/" + (Path.StartsWith("authentication/", StringComparison.Ordinal)
            ? Path : $"polaris/{Redactor.OrganizationId}/{Redactor.WorkstationId}/{Path}");

    /// <summary>Returns the mapping for WireMock; a request that was answered differently later gets its answers in turn.</summary>
    /// <param name="name">The name of the mapping.</param>
    /// <param name="scenario">The name of the first mapping of the same request.</param>
    /// <param name="turn">Which of its answers this is, from 0.</param>
    /// <param name="turns">The number of its answers.</param>
    public JsonObject ToJson(string name, string scenario, int turn, int turns)
    {
        var json = new JsonObject { ["name"] = name, ["priority"] = Priority, ["request"] = Matched(), ["response"] = Answer() };
        if (turns > 1)
        {
            json["scenarioName"] = scenario;
            json["requiredScenarioState"] = State(turn);
            if (turn + 1 < turns)
            {
                json["newScenarioState"] = State(turn + 1);
            }
        }

        return json;

        static string State(int turn) => turn == 0 ? "Started" : string.Create(CultureInfo.InvariantCulture, $"Answered {turn}");
    }

    /// <summary>WireMock takes the lowest number: a mapping with more conditions is asked before one with fewer.</summary>
    private int Priority => Math.Max(1, 9 - _parameters.Count - (_token is null ? 0 : 1));

    private JsonObject Matched()
    {
        var matched = new JsonObject { ["method"] = Request["method"]!.DeepClone(), ["urlPath"] = Address };
        if (_parameters.Count > 0)
        {
            matched["queryParameters"] = new JsonObject(_parameters
                .Select(one => KeyValuePair.Create(one.Name, (JsonNode?)new JsonObject { ["equalTo"] = one.Value })));
        }

        if (_token is not null)
        {
            var header = _system == "Folio" ? "X-Okapi-Token" : "Authorization";
            var pattern = _token == "rejected" ? $"^.*{Probe.RejectedToken}.*$" : $"^(?!.*{Probe.RejectedToken}).+$";
            matched["headers"] = new JsonObject { [header] = new JsonObject { ["matches"] = pattern } };
        }

        if (Request["body"] is { } body)
        {
            matched["bodyPatterns"] = new JsonArray(new JsonObject { ["equalToJson"] = body.DeepClone() });
        }

        return matched;
    }

    private JsonObject Answer()
    {
        var isJson = Response["contentType"]?.GetValue<string>().EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
        return new JsonObject
        {
            ["status"] = Response["status"]!.DeepClone(),
            ["headers"] = _headers.DeepClone(),
            ["body"] = isJson ? Response["body"]?.ToJsonString() ?? "null" : Response["body"]?.GetValue<string>() ?? "",
        };
    }

    /// <summary>The headers that a client evaluates, without tokens and hosts.</summary>
    private static JsonObject Headers(Exchange exchange)
    {
        var headers = new JsonObject();
        if (exchange.MediaType is { } type)
        {
            headers["Content-Type"] = type;
        }

        var cookies = exchange.TokenCookies.Select(Cookie).ToList();
        if (cookies.Count > 0)
        {
            headers["Set-Cookie"] = cookies.Count == 1 ? cookies[0] : new JsonArray([.. cookies.Select(cookie => (JsonNode)cookie)]);
        }

        if (exchange.Header("x-okapi-token") is not null)
        {
            headers["x-okapi-token"] = Redactor.Redacted;
        }

        if (exchange.Header("Retry-After") is { } pause && pause.All(char.IsAsciiDigit))
        {
            headers["Retry-After"] = pause;
        }

        if (exchange.Header("WWW-Authenticate")?.Split(' ', ',')[0] is { } scheme && scheme.All(char.IsAsciiLetter))
        {
            headers["WWW-Authenticate"] = scheme;
        }

        if (exchange.Header("Via") is not null)
        {
            headers["Via"] = "1.1 " + Redactor.Redacted;
        }

        if (exchange.Header("Location") is not null)
        {
            headers["Location"] = $"https://{Redactor.Redacted}.invalid/";
        }

        return headers;
    }

    /// <summary>A cookie without its value, domain, path and lifetime.</summary>
    private static string Cookie(string cookie)
    {
        var parts = cookie.Split(';', StringSplitOptions.TrimEntries);
        var attributes = parts.Skip(1).Where(part => part.Split('=')[0].ToLowerInvariant() is "secure" or "httponly" or "samesite");
        return string.Join("; ", attributes.Prepend($"{parts[0].Split('=')[0]}={Redactor.Redacted}"));
    }

    /// <summary>Moves every date of the response to a sign-in into the future; their form is kept.</summary>
    private static void Postpone(JsonObject tokens)
    {
        foreach (var (name, value) in tokens.ToList())
        {
            if (value is JsonValue && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text
                && text.StartsWith(Redactor.Year + "-", StringComparison.Ordinal))
            {
                tokens[name] = ExpiryYear + text[Redactor.Year.Length..];
            }
        }
    }

    /// <summary>Text is one of the server's messages if it is known; pages are not kept.</summary>
    private static string Text(Exchange exchange, Redactor redactor) => exchange.IsHtml
        ? $"<html><body>{Redactor.Redacted}</body></html>"
        : redactor.Message(exchange.Body.Trim());

    private static bool IsSignIn(string resource) =>
        resource.StartsWith("authentication/", StringComparison.Ordinal) || resource.StartsWith("authn/", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Value)> Parameters(Uri address) => address.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(parameter => parameter.Split('=', 2))
        .Select(parts => (Decode(parts[0]), Decode(parts.ElementAtOrDefault(1) ?? "")));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
