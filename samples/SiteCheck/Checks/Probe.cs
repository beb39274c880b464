using System.Net;
using System.Net.Http.Headers;

namespace SiteCheck;

/// <summary>The only place that sends HTTP by hand: GET requests that show what a proxy makes of compression, redirects and error responses.</summary>
/// <param name="recorder">Sends the requests and keeps the exchanges.</param>
internal sealed class Probe(Recorder recorder) : IDisposable
{
    /// <summary>IDs that no record has.</summary>
    public const int UnusedId = int.MaxValue;

    public const string UnusedGuid = "6d3b0a5e-7c1f-4e0b-9f5d-2f1c8a9b7e40";

    /// <summary>A part of every token that no server accepts.</summary>
    public const string RejectedToken = "00000000000000000000000000000000";

    private readonly HttpMessageInvoker _http = new(recorder, disposeHandler: false);

    /// <summary>The network without cookies, redirects and decompression by itself; loopback is never reached through a proxy.</summary>
    public static HttpMessageHandler Network(Uri server) => new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = !server.IsLoopback,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>Sends one GET, and returns its exchange.</summary>
    public async Task<Exchange> GetAsync(Uri address, TimeSpan timeout, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"The server did not respond within {timeout.TotalSeconds:0} seconds.", error);
        }

        return recorder.Last(exchange => exchange.Uri == address)!;
    }

    public void Dispose() => _http.Dispose();
}
