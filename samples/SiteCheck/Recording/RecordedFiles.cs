using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteCheck;

/// <summary>Writes the exchanges of a run, redacted, as fixtures in the form of the contract tests and as mappings for WireMock servers.</summary>
/// <param name="folder">The folder, which is created.</param>
internal sealed class RecordedFiles(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public void Write(SystemCheck system, Redactor redactor)
    {
        HashSet<string> written = [];
        foreach (var exchange in system.Recorder.Exchanges)
        {
            var resource = redactor.Path(exchange.Resource);
            var request = Request(exchange, resource, redactor);
            var response = Response(exchange, redactor);
            if (!written.Add(request.ToJsonString() + response.ToJsonString()))
            {
                continue;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{written.Count:000}-{exchange.Method.Method.ToLowerInvariant()}-{FileName(resource)}-{(int)exchange.Status}");
            Save(Path.Combine("fixtures", system.Name, name), new JsonObject
            {
                ["name"] = name,
                ["source"] = "recorded by polaris-site-check, redacted",
                ["request"] = request,
                ["response"] = response,
            });
            Save(Path.Combine("wiremock", "mappings", system.Name, name), Mapping(name, request, response, Url(system, resource)));
        }
    }

    private static JsonObject Request(Exchange exchange, string resource, Redactor redactor) => new()
    {
        ["method"] = exchange.Method.Method,
        ["path"] = resource,
        ["body"] = IsSignIn(exchange) ? null : redactor.Json(Exchange.Parse(exchange.RequestBody)),
    };

    private static JsonObject Response(Exchange exchange, Redactor redactor) => new()
    {
        ["status"] = (int)exchange.Status,
        ["contentType"] = exchange.MediaType,
        ["body"] = exchange.IsJson ? redactor.Json(exchange.Json) : exchange.Body.Length == 0 ? null : JsonValue.Create(Text(exchange, redactor)),
    };

    /// <summary>Text is one of the server's messages if it is known; pages are not kept.</summary>
    private static string Text(Exchange exchange, Redactor redactor) => exchange.IsHtml
        ? $"<html><body>{Redactor.Redacted}</body></html>"
        : redactor.Value("", JsonValue.Create(exchange.Body.Trim()))!.GetValue<string>();

    private static bool IsSignIn(Exchange exchange) =>
        exchange.Resource.StartsWith("authentication/", StringComparison.Ordinal) || exchange.Resource.StartsWith("authn/", StringComparison.Ordinal);

    /// <summary>The address that the fakes and contract tests use, because site, organization and workstation are not kept.</summary>
    private static string Url(SystemCheck system, string resource) =>
        system.Name == "Folio" ? "/" + resource
        : resource == "api" ? "/Polaris.ApplicationServices/api"
        : resource.StartsWith("authentication/", StringComparison.Ordinal) ? "/Polaris.ApplicationServices/api/v1/eng/20/" + resource
        : "/Polaris.ApplicationServices/api/v1/eng/20/polaris/3/1242/" + resource;

    private static JsonObject Mapping(string name, JsonObject request, JsonObject response, string url)
    {
        var headers = new JsonObject();
        if (response["contentType"] is { } type)
        {
            headers["Content-Type"] = type.DeepClone();
        }

        var isJson = response["contentType"]?.GetValue<string>().EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
        var wanted = new JsonObject { ["method"] = request["method"]!.DeepClone(), ["url"] = url };
        if (request["body"] is { } body)
        {
            wanted["bodyPatterns"] = new JsonArray(new JsonObject { ["equalToJson"] = body.DeepClone() });
        }

        return new JsonObject
        {
            ["name"] = name,
            ["request"] = wanted,
            ["response"] = new JsonObject
            {
                ["status"] = response["status"]!.DeepClone(),
                ["headers"] = headers,
                ["body"] = isJson ? response["body"]?.ToJsonString() ?? "null" : response["body"]?.GetValue<string>() ?? "",
            },
        };
    }

    private void Save(string name, JsonObject content)
    {
        var file = Path.Combine(folder, name + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content.ToJsonString(Indented) + "\n");
    }

    private static string FileName(string resource) =>
        new([.. resource.Split('?')[0].Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]);
}
