using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteCheck;

/// <summary>Writes the exchanges of a run, redacted, as fixtures in the form of the contract tests and as mappings for WireMock servers.</summary>
/// <param name="folder">The folder, which is created.</param>
internal sealed class RecordedFiles(string folder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(SystemCheck system, Redactor redactor)
    {
        var exchanges = system.Recorder.Exchanges;
        redactor.Number(exchanges.SelectMany(exchange => new[] { exchange.Uri.PathAndQuery, exchange.RequestBody ?? "", exchange.Body }));
        var number = 0;
        foreach (var answers in exchanges.Select(exchange => new RecordedMapping(system.Name, exchange, redactor)).GroupBy(mapping => mapping.RequestKey))
        {
            // A request that was always answered alike needs one mapping; otherwise every answer counts, because they are given in turn.
            var turns = answers.DistinctBy(mapping => mapping.Response.ToJsonString()).Count() == 1 ? [answers.First()] : answers.ToList();
            var scenario = "";
            for (var i = 0; i < turns.Count; i++)
            {
                var mapping = turns[i];
                var name = string.Create(CultureInfo.InvariantCulture, $"{++number:000}-{mapping.Method.ToLowerInvariant()}-{FileName(mapping.Path)}-{mapping.Status}");
                scenario = i == 0 ? name : scenario;
                Save(Path.Combine("fixtures", system.Name, name), new JsonObject
                {
                    ["name"] = name,
                    ["source"] = "recorded by polaris-site-check, redacted",
                    ["request"] = mapping.Request.DeepClone(),
                    ["response"] = mapping.Response.DeepClone(),
                });
                Save(Path.Combine("wiremock", "mappings", system.Name, name), mapping.ToJson(name, scenario, i, turns.Count));
            }
        }
    }

    private void Save(string name, JsonObject content)
    {
        var file = Path.Combine(folder, name + ".json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content.ToJsonString(Indented) + "\n");
    }

    private static string FileName(string path) =>
        new([.. path.Trim('/').Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]);
}
