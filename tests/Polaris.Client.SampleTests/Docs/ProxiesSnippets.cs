using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/proxies.md.</summary>
internal static class ProxiesSnippets
{
    public static void UseProxy(IServiceCollection services, IConfiguration configuration, string proxyPassword)
    {
        // snippet
        services.AddPolarisClient(configuration.GetSection("Polaris"))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = new WebProxy("http://proxy.example.org:3128")
            {
                Credentials = new NetworkCredential("importer", proxyPassword),
            });
        // end
    }

    public static void UseNoProxy(IServiceCollection services, IConfiguration configuration)
    {
        // snippet
        services.AddPolarisClient(configuration.GetSection("Polaris"))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).UseProxy = false);
        // end
    }

    public static void PresentCertificate(IServiceCollection services, IConfiguration configuration, string path, string password)
    {
        // snippet
        var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
        services.AddPolarisClient(configuration.GetSection("Polaris"))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).SslOptions.ClientCertificates = [certificate]);
        // end
    }

    public static void TrustAuthority(IServiceCollection services, IConfiguration configuration, string path)
    {
        // snippet
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust };
        trust.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(path));
        services.AddPolarisClient(configuration.GetSection("Polaris"))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).SslOptions.CertificateChainPolicy = trust);
        // end
    }

    public static async Task WithoutContainerAsync(PolarisClientOptions options)
    {
        // snippet
        using var network = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
            Proxy = new WebProxy("http://proxy.example.org:3128"),
        };
        await using var polaris = PolarisClient.Create(options, network);
        // end
    }
}
