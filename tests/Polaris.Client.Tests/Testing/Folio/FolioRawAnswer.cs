using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Testing.Folio;

internal sealed record FolioRawAnswer(int Status, string? ContentType, string Body, ILookup<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? ErrorCode => (string?)Json["errors"]![0]!["code"];

    public string? ErrorMessage => (string?)Json["errors"]![0]!["message"];

    public string? ErrorKey => (string?)Json["errors"]![0]!["parameters"]![0]!["key"];

    public string Cookie(string name) => Headers["Set-Cookie"].Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));

    public string CookieValue(string name) => Cookie(name).Split(';')[0][(name.Length + 1)..];
}
