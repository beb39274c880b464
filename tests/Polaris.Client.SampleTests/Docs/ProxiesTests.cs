using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/proxies.md has the effect that the page describes, and leaves the other settings of the handler alone.</summary>
public sealed class ProxiesTests
{
    private static readonly IConfiguration Settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Polaris:BaseAddress"] = "https://polaris.example.org/",
        ["Polaris:OrganizationId"] = "3",
        ["Polaris:WorkstationId"] = "1242",
        ["Polaris:Credentials:Domain"] = "MYLIB",
        ["Polaris:Credentials:UserName"] = "cataloger",
        ["Polaris:Credentials:Password"] = "opensesame",
        ["Polaris:Retry:Enabled"] = "false",
    }).Build();

    [Test]
    public void Proxy_OfThePage_IsUsed()
    {
        var handler = HandlerOf(services => ProxiesSnippets.UseProxy(services, Settings, "secret"));

        Assert.Multiple(() =>
        {
            Assert.That(handler.Proxy!.GetProxy(new Uri("https://polaris.example.org/"))!.Port, Is.EqualTo(3128));
            Assert.That(handler.AllowAutoRedirect || handler.UseCookies, Is.False);
            Assert.That(handler.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(5)));
        });
    }

    [Test]
    public void UseNoProxy_OfThePage_TurnsProxiesOff() =>
        Assert.That(HandlerOf(services => ProxiesSnippets.UseNoProxy(services, Settings)).UseProxy, Is.False);

    [Test]
    public void Certificates_OfThePage_AreSet()
    {
        using var folder = new TemporaryFolder();
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(folder.PathOf("client.pfx"), certificate.Export(X509ContentType.Pkcs12, "secret"));
        File.WriteAllText(folder.PathOf("ca.pem"), certificate.ExportCertificatePem());

        var presenting = HandlerOf(services => ProxiesSnippets.PresentCertificate(services, Settings, folder.PathOf("client.pfx"), "secret"));
        var trusting = HandlerOf(services => ProxiesSnippets.TrustAuthority(services, Settings, folder.PathOf("ca.pem")));

        Assert.That(presenting.SslOptions.ClientCertificates, Has.Count.EqualTo(1));
        Assert.That(trusting.SslOptions.CertificateChainPolicy!.CustomTrustStore, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Call_ProxyThatRefuses_IsNotSent()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var network = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            Proxy = new WebProxy($"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}"),
        };
        await using var polaris = PolarisClient.Create(Settings.GetSection("Polaris").Get<PolarisClientOptions>()!, network);

        var call = polaris.GetStatusAsync();
        using var connection = await proxy.AcceptTcpClientAsync();
        using var reader = new StreamReader(connection.GetStream());
        var connect = await reader.ReadLineAsync();
        await connection.GetStream().WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        var failure = Assert.ThrowsAsync<TransportException>(() => call);

        Assert.Multiple(() =>
        {
            Assert.That(connect, Does.StartWith("CONNECT polaris.example.org:443"));
            Assert.That(failure!.Message, Does.Contain("the proxy rejected the request"));
            Assert.That(failure.MayHaveBeenProcessed, Is.False);
        });
    }

    private static SocketsHttpHandler HandlerOf(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        using var provider = services.BuildServiceProvider();
        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Polaris.Client");
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return (SocketsHttpHandler)handler;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("polaris-proxies-");

        public string PathOf(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
