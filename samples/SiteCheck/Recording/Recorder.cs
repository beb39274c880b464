using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SiteCheck;

/// <summary>One request and its response, as received. Lives in memory only; <see cref="Redactor"/> decides what is written.</summary>
internal sealed class Exchange
{
    /// <summary>A property that occurs twice would be found only when the object is read.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Lazy<JsonNode?> _json;

    public Exchange() => _json = new Lazy<JsonNode?>(() => Parse(Body));

    public required HttpMethod Method { get; init; }

    public required Uri Uri { get; init; }

    /// <summary>The path after what all addresses of the server share.</summary>
    public required string Resource { get; init; }

    public string? RequestBody { get; init; }

    /// <summary>The token of the request; null if it had none.</summary>
    public string? Token { get; init; }

    public HttpStatusCode Status { get; init; }

    public string? MediaType { get; init; }

    public ILookup<string, string> Headers { get; init; } = Enumerable.Empty<string>().ToLookup(text => text);

    public string Body { get; init; } = "";

    /// <summary>The clock of the server.</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>When the response was received, on the clock of this machine.</summary>
    public DateTimeOffset At { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>The body as JSON; null if it is not JSON.</summary>
    public JsonNode? Json => _json.Value;

    public bool IsJson => MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true && Json is not null;

    public bool IsHtml => MediaType?.EndsWith("html", StringComparison.OrdinalIgnoreCase) == true
        || Body.AsSpan().TrimStart().StartsWith("<", StringComparison.Ordinal);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsRedirect => (int)Status is >= 300 and < 400;

    /// <summary>How the body was compressed; null if it was not.</summary>
    public string? Compression { get; init; }

    /// <summary>The cookies with FOLIO's tokens. Balancers add others, and some name them after the host.</summary>
    public IEnumerable<string> TokenCookies => Headers["Set-Cookie"].Where(cookie => cookie.StartsWith("folio", StringComparison.OrdinalIgnoreCase));

    public string? Header(string name) => Headers[name].FirstOrDefault();

    public static JsonNode? Parse(string? text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Stands between the client and the network, and keeps every exchange.</summary>
/// <param name="network">Sends the requests.</param>
/// <param name="resourceOf">The path after what all addresses of the server share.</param>
/// <param name="time">The clock.</param>
internal sealed class Recorder(HttpMessageHandler network, Func<Uri, string> resourceOf, TimeProvider time) : DelegatingHandler(network)
{
    private readonly List<Exchange> _exchanges = [];

    public IReadOnlyList<Exchange> Exchanges
    {
        get
        {
            lock (_exchanges)
            {
                return [.. _exchanges];
            }
        }
    }

    public Exchange? Last(Func<Exchange, bool> which) => Exchanges.LastOrDefault(which);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        var began = time.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken);
        var compression = await DecompressAsync(response, cancellationToken);
        var exchange = new Exchange
        {
            Method = request.Method,
            Uri = request.RequestUri!,
            Resource = resourceOf(request.RequestUri!),
            RequestBody = sent,
            Token = TokenOf(request),
            Status = response.StatusCode,
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Headers = response.Headers.Concat(response.Content.Headers)
                .SelectMany(header => header.Value.Select(value => (header.Key, value)))
                .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase),
            Compression = compression,
            Body = await response.Content.ReadAsStringAsync(cancellationToken),
            ServerTime = response.Headers.Date,
            At = time.GetUtcNow(),
            Elapsed = time.GetElapsedTime(began),
        };
        lock (_exchanges)
        {
            _exchanges.Add(exchange);
        }

        return response;
    }

    private static string? TokenOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues("Authorization", out var polaris) ? polaris.First()
        : request.Headers.TryGetValues("X-Okapi-Token", out var folio) ? folio.First()
        : null;

    /// <summary>Reads the whole body, and decompresses it here: a handler that does it by itself hides that it was compressed.</summary>
    /// <returns>The compression; null for none.</returns>
    private static async Task<string?> DecompressAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var compressed = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var compression = response.Content.Headers.ContentEncoding.LastOrDefault()?.ToLowerInvariant();
        if (compression is not ("gzip" or "deflate" or "br") || compressed.Length == 0)
        {
            return null;
        }

        using var source = new MemoryStream(compressed);
        await using Stream stream = compression switch
        {
            "gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => new ZLibStream(source, CompressionMode.Decompress),
        };
        using var plain = new MemoryStream();
        await stream.CopyToAsync(plain, cancellationToken);
        var content = new ByteArrayContent(plain.ToArray());
        content.Headers.ContentType = response.Content.Headers.ContentType;
        response.Content.Dispose();
        response.Content = content;
        return compression;
    }
}
