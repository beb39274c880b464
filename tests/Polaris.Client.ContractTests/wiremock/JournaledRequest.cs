using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.WireMock;

/// <summary>A request as the server saw it.</summary>
public sealed class JournaledRequest
{
    private readonly JsonNode entry;

    internal JournaledRequest(JsonNode entry) => this.entry = entry;

    public string Method => entry["request"]!["method"]!.GetValue<string>();

    /// <summary>The path and query, as sent.</summary>
    public string Url => entry["request"]!["url"]!.GetValue<string>();

    /// <summary>The body's text; empty for none.</summary>
    public string BodyText => entry["request"]!["body"]!.GetValue<string>();

    /// <summary>The body as JSON; null for none.</summary>
    public JsonNode? Body => BodyText.Length == 0 ? null : JsonNode.Parse(BodyText);

    /// <summary>Whether a stub answered.</summary>
    public bool WasMatched => entry["wasMatched"]!.GetValue<bool>();

    /// <summary>The name of the stub that answered, such as <c>Polaris/lock-single-200</c>.</summary>
    public string? StubName => entry["stubMapping"]?["name"]?.GetValue<string>();

    /// <summary>WireMock's comparison with the stub that comes nearest, for a request that no stub answered.</summary>
    public string? Mismatch => entry["subEvents"]?.AsArray()
        .Select(part => part!["data"]?["report"]?.GetValue<string>()).FirstOrDefault(report => report is not null);

    /// <summary>The values of a header, each line one value; none for a header that was not sent.</summary>
    public IReadOnlyList<string> Header(string name) =>
        entry["request"]!["headers"]!.AsObject()
            .FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value switch
        {
            null => [],
            JsonArray lines => [.. lines.Select(line => line!.GetValue<string>())],
            { } line => [line.GetValue<string>()],
        };

    public override string ToString() => $"{Method} {Url}";
}
