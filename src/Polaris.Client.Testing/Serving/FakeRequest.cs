using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A request as a fake received it, for the handler of a route.</summary>
public class FakeRequest
{
    private readonly Action<UnexpectedRequest> _report;
    private IReadOnlyDictionary<string, string>? _query;

    internal FakeRequest(ReceivedRequest received, string path, Action<UnexpectedRequest> report)
    {
        Received = received;
        Path = path;
        _report = report;
    }

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public string Method => Received.Method;

    /// <summary>The whole address.</summary>
    public Uri Uri => Received.Uri;

    /// <summary>The resource without the prefix that all addresses of the server share, and without a leading slash.</summary>
    /// <example><c>itemrecords/17</c> for Polaris, <c>holdings-sources</c> for FOLIO.</example>
    public string Path { get; }

    /// <summary>The query parameters, decoded; the last value of a repeated one.</summary>
    public IReadOnlyDictionary<string, string> Query => _query ??= ReadQuery(Uri.Query);

    /// <summary>The body; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Body => Received.Body;

    /// <summary>The body, read as UTF-8; empty if there is none.</summary>
    public string Text => Encoding.UTF8.GetString(Received.Body ?? []);

    internal ReceivedRequest Received { get; }

    /// <summary>The values of the placeholders of the route, decoded.</summary>
    internal IReadOnlyDictionary<string, string> RouteValues { get; set; } = new Dictionary<string, string>();

    /// <summary>The value of a placeholder of the route.</summary>
    /// <param name="placeholder">The name, such as <c>id</c> for <c>itemrecords/{id}</c>.</param>
    /// <exception cref="KeyNotFoundException">The route does not have this placeholder.</exception>
    public string this[string placeholder] => RouteValues[placeholder];

    /// <summary>The value of a header, or <c>null</c>; repeated headers are joined with commas, cookies with semicolons.</summary>
    /// <param name="name">The name of the header, in any casing.</param>
    public string? Header(string name) => Received.Header(name);

    /// <summary>The body as JSON.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public JsonNode? Json() => JsonNode.Parse(BodyWithoutMark().Span);

    /// <summary>Adds this request to the unexpected requests of the fake.</summary>
    /// <param name="reason">What is wrong with the request.</param>
    /// <param name="level">How serious it is.</param>
    public void Report(string reason, UnexpectedLevel level = UnexpectedLevel.Wrong) =>
        _report(new(Method, Uri.AbsolutePath, reason) { Level = level });

    /// <summary>The value of a placeholder of the route as a number, or <c>null</c> if it is not one.</summary>
    internal int? RouteNumber(string placeholder) =>
        int.TryParse(this[placeholder], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Reports the reason, and ends the processing with a response that contains it.</summary>
    internal Refusal Refuse(FakeResponse response, string reason, UnexpectedLevel level = UnexpectedLevel.Wrong)
    {
        Report(reason, level);
        return new Refusal(response.Because(reason));
    }

    /// <summary>The body without the byte order mark that some clients send.</summary>
    internal ReadOnlyMemory<byte> BodyWithoutMark() =>
        Body.Span.StartsWith("\uFEFF"u8) ? Body.Slice("\uFEFF"u8.Length) : Body;

    internal static IReadOnlyDictionary<string, string> ReadQuery(string query)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (string pair in query.TrimStart('?').Split('&').Where(pair => pair.Length > 0))
        {
            int sign = pair.IndexOf('=');
            values[Decode(sign < 0 ? pair : pair.Substring(0, sign))] = sign < 0 ? "" : Decode(pair.Substring(sign + 1));
        }

        return values;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
