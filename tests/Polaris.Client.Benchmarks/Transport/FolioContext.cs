using Polaris.Client.Folio;

namespace Polaris.Client.Benchmarks.Transport;

/// <summary>One tenant and token, for every way of calling.</summary>
internal static class FolioContext
{
    public static readonly Uri InMemory = new("https://folio.example.org/");
    private const string Tenant = "diku";
    private const string Token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkaWt1X2FkbWluIn0.0123456789abcdef0123456789abcdef";

    public static FolioClient CreateSdk(Uri server, HttpMessageHandler? network = null) => FolioClient.Create(
        new FolioClientOptions
        {
            BaseAddress = server,
            Tenant = Tenant,
            Credentials = new FolioCredentials { TokenProvider = static (_, _) => new ValueTask<string>(Token) },
        },
        network);

    public static HttpClient CreateHttp(Uri server, HttpMessageHandler network)
    {
        var http = new HttpClient(network, disposeHandler: false) { BaseAddress = server };
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        http.DefaultRequestHeaders.Add("X-Okapi-Tenant", Tenant);
        http.DefaultRequestHeaders.Add("X-Okapi-Token", Token);
        return http;
    }
}
