using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using Polaris.Client.Http;

namespace Polaris.Client.Benchmarks.Transport;

/// <summary>One organization, workstation and token, for every way of calling.</summary>
internal static class PolarisContext
{
    public const int OrganizationId = 3;
    public const int WorkstationId = 1242;
    public const int UserId = 1;
    public const int BibRecordId = 1126739;
    public static readonly Uri InMemory = new("https://polaris.example.org/Polaris.ApplicationServices/");
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Secret = "0123456789abcdef";

    /// <summary>The SDK as a user would make it, with a ready token.</summary>
    public static PolarisClient CreateSdk(Uri server, HttpMessageHandler? network = null) =>
        PolarisClient.Create(CreateOptions(server), network);

    /// <summary>The endpoints below the SDK's clients, with the whole chain of handlers.</summary>
    public static T CreateApi<T>(Uri server, HttpMessageHandler network)
    {
        var profile = new PolarisProfile(CreateOptions(server), TimeProvider.System);
        var pipeline = new ServerPipeline(profile, network, NullLoggerFactory.Instance, TimeProvider.System);
        return pipeline.CreateApi<T>(pipeline.CreateClient(profile.AddressOf(OrganizationId, WorkstationId)));
    }

    /// <summary>The network with the settings that the SDK gives it.</summary>
    public static SocketsHttpHandler CreateNetwork() => new()
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
    };

    /// <summary>A bare HttpClient with the headers that every call needs.</summary>
    public static HttpClient CreateHttp(Uri server, HttpMessageHandler network)
    {
        var http = new HttpClient(network, disposeHandler: false)
        {
            BaseAddress = new Uri(server, $"api/v1/eng/20/polaris/{OrganizationId}/{WorkstationId}/"),
        };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("PAS", $"polaris:{Token}:{Secret}");
        return http;
    }

    public static PolarisClientOptions CreateOptions(Uri server) => new()
    {
        BaseAddress = server,
        OrganizationId = OrganizationId,
        WorkstationId = WorkstationId,
        UserId = UserId,
        Credentials = new PolarisCredentials { AccessToken = Token, AccessSecret = Secret },
    };
}
