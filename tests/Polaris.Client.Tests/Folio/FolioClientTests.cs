using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Polaris.Client.Tests.Folio;

public class FolioClientTests
{
    [Test]
    public void Create_EverythingWrong_NamesEveryKey()
    {
        var options = new FolioClientOptions
        {
            BaseAddress = new Uri("http://folio.test"),
            Tenant = "a b",
            Timeout = TimeSpan.Zero,
            Credentials = { UserName = "admin" },
            Retry = { MaxRetries = -1 },
        };

        var error = Assert.Throws<OptionsValidationException>(() => FolioClient.Create(options))!;

        foreach (var key in new[] { "BaseAddress", "Tenant", "Timeout", "Credentials:Password", "Retry:MaxRetries" })
        {
            Assert.That(error.Failures, Has.Some.Contains(key));
        }
    }

    [Test]
    public void Create_NothingSet_NamesWhatIsNeeded()
    {
        var error = Assert.Throws<OptionsValidationException>(() => FolioClient.Create(new FolioClientOptions()))!;

        Assert.That(error.Failures, Has.Some.Contains("BaseAddress").And.Some.Contains("Tenant").And.Some.Contains("Credentials"));
    }

    [Test]
    public void Create_NullMembersAndLineBreaks_AreNamed()
    {
        var options = new FolioClientOptions { Retry = null!, Credentials = { UserName = "admin", Password = "secret\n" } };
        Assert.That(Assert.Throws<OptionsValidationException>(() => FolioClient.Create(options))!.Failures,
            Has.Some.Contains("Retry").And.Some.Contains("Credentials:Password"));

        options.Credentials = null!;
        Assert.That(Assert.Throws<OptionsValidationException>(() => FolioClient.Create(options))!.Failures, Has.Some.Contains("Credentials"));
    }

    [Test]
    public void Create_TwoWaysToSignIn_IsRefused()
    {
        using var gateway = new RecordingGateway();

        Assert.Throws<OptionsValidationException>(() => gateway.CreateClient(options => options.Credentials.TokenProvider = (_, _) => new("t")));
    }

    [Test]
    public void ToString_Always_HidesTheCredentials()
    {
        using var gateway = new RecordingGateway();
        using var folio = gateway.CreateClient();
        var options = new FolioClientOptions { Credentials = { UserName = "admin", Password = "secret" } };

        Assert.That($"{folio} {options} {options.Credentials}", Does.Not.Contain("admin").And.Not.Contain("secret").And.Contain("diku"));
    }

    [Test]
    public async Task Create_OptionsChangedLater_HaveNoEffect()
    {
        using var gateway = Gateway();
        FolioClientOptions kept = null!;
        await using var folio = gateway.CreateClient(options => kept = options);
        kept.Credentials.Password = "changed";

        await folio.MaterialTypes.ListAsync();

        Assert.That(gateway.Sent[0].Body, Does.Contain("secret"));
    }

    [Test]
    public async Task AddFolioClient_Configuration_BindsAndCalls()
    {
        using var gateway = Gateway();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["BaseAddress"] = "https://folio.test",
            ["Tenant"] = "college",
            ["Credentials:UserName"] = "admin",
            ["Credentials:Password"] = "secret",
        }).Build();
        var services = new ServiceCollection();
        services.AddFolioClient(configuration).ConfigurePrimaryHttpMessageHandler(() => gateway);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<FolioClient>().MaterialTypes.ListAsync();

        Assert.That(gateway.Requests.Single().Header("X-Okapi-Tenant"), Is.EqualTo("college"));
    }

    [Test]
    public async Task AddFolioClient_Keyed_KeepsTenantsApart()
    {
        using var gateway = Gateway();
        var services = new ServiceCollection();
        foreach (var tenant in new[] { "east", "west" })
        {
            services.AddFolioClient(tenant, options =>
            {
                options.BaseAddress = new Uri("https://folio.test");
                options.Tenant = tenant;
                options.Credentials = new() { UserName = "admin", Password = "secret" };
            }).ConfigurePrimaryHttpMessageHandler(() => gateway);
        }

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<FolioClient>("west").MaterialTypes.ListAsync();
        await provider.GetRequiredKeyedService<FolioClient>("east").MaterialTypes.ListAsync();

        Assert.That(gateway.Requests.Select(call => call.Header("X-Okapi-Tenant")), Is.EqualTo(new[] { "west", "east" }));
    }

    [Test]
    public void AddFolioClient_BadOptions_FailByName()
    {
        var services = new ServiceCollection();
        services.AddFolioClient(options => options.Tenant = "diku");
        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<FolioClient>(), Throws.TypeOf<OptionsValidationException>().With.Message.Contains("BaseAddress"));
    }

    private static RecordingGateway Gateway()
    {
        var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json("""{"mtypes":[]}""", HttpStatusCode.OK));
        return gateway;
    }
}
