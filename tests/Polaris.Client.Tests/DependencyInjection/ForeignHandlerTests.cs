using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polaris.Client.Cataloging;
using Polaris.Client.Folio;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.DependencyInjection;

/// <summary>What a program adds for all its HTTP clients does not get below ours.</summary>
public sealed class ForeignHandlerTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task AddPolarisClient_DefaultsWithARetryingHandler_DoNotExecuteAWorkflowTwice(bool defaultsFirst)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 500));
        using var logs = new CollectedLogs();
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(logs).AddSingleton<TimeProvider>(TestClient.Clock());
        if (defaultsFirst)
        {
            AddDefaults(services);
        }

        services.AddPolarisClient(Configure).ConfigurePrimaryHttpMessageHandler(() => server);
        if (!defaultsFirst)
        {
            AddDefaults(services);
        }

        await using var provider = services.BuildServiceProvider();

        Assert.CatchAsync<RequestFailedException>(
            () => provider.GetRequiredService<PolarisClient>().Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }));

        Assert.That(server.Requests, Has.Count.EqualTo(1));
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        Assert.That(logs.Texts.Count(text => text.Contains("ThreeTimesHandler", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task AddPolarisClient_HandlerAddedToOurBuilder_Stays()
    {
        var seen = new List<string>();
        var server = new ScriptedServer().Then(200, "[]");
        var services = new ServiceCollection();
        services.AddPolarisClient(Configure).AddHttpMessageHandler(() => new SpyHandler(seen)).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<PolarisClient>().ObjectLocks.ListAsync();

        Assert.That(seen, Has.Count.EqualTo(2), "the sign-in and the call");
    }

    [Test]
    public void AddClient_TheSameNameTwice_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddPolarisClient(Configure);
        services.AddPolarisClient("east", Configure);
        services.AddFolioClient("east", _ => { });

        Assert.Multiple(() =>
        {
            Assert.That(() => services.AddPolarisClient(Configure), Throws.InvalidOperationException.With.Message.Contains("already registered"));
            Assert.That(() => services.AddPolarisClient("east", Configure), Throws.InvalidOperationException.With.Message.Contains("east"));
            Assert.That(() => services.AddFolioClient("east", _ => { }), Throws.InvalidOperationException.With.Message.Contains("east"));
        });
    }

    [Test]
    public async Task AddPolarisClient_PrimaryHandlerThatFollowsRedirects_IsRefused()
    {
        var services = new ServiceCollection();
        services.AddPolarisClient(Configure).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
        await using var provider = services.BuildServiceProvider();

        Assert.That(
            () => provider.GetRequiredService<PolarisClient>(), Throws.InvalidOperationException.With.Message.Contains("follows redirects"));
    }

    [Test]
    public void Credentials_Serialized_HoldNoSecret()
    {
        var polaris = TestClient.Options();
        polaris.Credentials = new()
        {
            Domain = "D",
            UserName = "u",
            Password = "secret1",
            AccessToken = "secret2",
            AccessSecret = "secret3",
            BearerToken = _ => new("x"),
        };
        var folio = new FolioClientOptions { Credentials = new FolioCredentials { UserName = "u", Password = "secret4", TokenProvider = (_, _) => new("x") } };
        var reflection = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

        var text = JsonSerializer.Serialize(polaris, reflection) + JsonSerializer.Serialize(folio, reflection);

        Assert.That(text, Does.Not.Contain("secret").And.Contain("\"UserName\":\"u\""));
    }

    private static void AddDefaults(IServiceCollection services) =>
        services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new ThreeTimesHandler()));

    private static void Configure(PolarisClientOptions options)
    {
        RegistrationTests.Configure(options);
        options.UserId = 1;
    }

    private sealed class SpyHandler(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class ThreeTimesHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await base.SendAsync(request, cancellationToken);
            await base.SendAsync(request, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
