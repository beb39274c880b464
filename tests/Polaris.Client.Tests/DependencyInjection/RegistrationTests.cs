using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    [Test]
    public async Task AddPolarisClient_Plain_IsOneSingletonOnTheReplacedHandler()
    {
        var server = new ScriptedServer().Then(200, "[]");
        var services = new ServiceCollection();
        services.AddPolarisClient(Configure).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider(validateScopes: true);

        var polaris = provider.GetRequiredService<PolarisClient>();
        await polaris.ObjectLocks.ListAsync();

        Assert.That(provider.GetRequiredService<PolarisClient>(), Is.SameAs(polaris));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AddPolarisClient_Keyed_KeepsServersApart()
    {
        var east = new ScriptedServer().Then(200, "[]");
        var west = new ScriptedServer().Then(200, "[]");
        var services = new ServiceCollection();
        services.AddPolarisClient("east", Configure).ConfigurePrimaryHttpMessageHandler(() => east);
        services.AddPolarisClient("west", options =>
        {
            Configure(options);
            options.WorkstationId = 99;
        }).ConfigurePrimaryHttpMessageHandler(() => west);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<PolarisClient>("east").ObjectLocks.ListAsync();
        await provider.GetRequiredKeyedService<PolarisClient>("west").ObjectLocks.ListAsync();

        Assert.That(east.Requests[0].Address.AbsolutePath, Does.Contain("/3/15/"));
        Assert.That(west.Requests[0].Address.AbsolutePath, Does.Contain("/3/99/"));
        Assert.That(provider.GetService<PolarisClient>(), Is.Null);
    }

    [Test]
    public async Task AddPolarisClient_Configuration_BindsEveryKind()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Polaris:BaseAddress"] = "https://polaris.test/sub/PolarisApplicationServices",
            ["Polaris:SiteDomain"] = "my site",
            ["Polaris:Language"] = "fre",
            ["Polaris:ProductId"] = "19",
            ["Polaris:OrganizationId"] = "3",
            ["Polaris:WorkstationId"] = "15",
            ["Polaris:Credentials:Domain"] = "MYLIB",
            ["Polaris:Credentials:UserName"] = "Aladdin",
            ["Polaris:Credentials:Password"] = "opensesame",
            ["Polaris:Retry:MaxRetries"] = "1",
            ["Polaris:Timeout"] = "00:00:30",
        }).Build();
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 503));
        var services = new ServiceCollection().AddSingleton<TimeProvider>(TestClient.Clock());
        services.AddPolarisClient(configuration.GetSection("Polaris")).ConfigurePrimaryHttpMessageHandler(() => server);
        await using var provider = services.BuildServiceProvider();

        Assert.CatchAsync(() => provider.GetRequiredService<PolarisClient>().ObjectLocks.ListAsync());

        Assert.That(server.Requests, Has.Count.EqualTo(2));
        Assert.That(
            server.Requests[0].Address.AbsolutePath,
            Is.EqualTo("/sub/PolarisApplicationServices/api/v1/fre/19/my%20site/3/15/objectlocks"));
    }

    [Test]
    public void AddPolarisClient_BadOptions_FailWhenTheProgramStarts()
    {
        var services = new ServiceCollection();
        services.AddPolarisClient(_ => { });
        services.AddPolarisClient("east", _ => { });
        using var provider = services.BuildServiceProvider();

        var error = Assert.Catch(() => provider.GetRequiredService<IStartupValidator>().Validate())!;

        Assert.That(error.ToString(), Does.Contain("BaseAddress is missing."));
    }

    [Test]
    public async Task With_OtherContext_ChangesThePathAndKeepsTheToken()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server);

        await polaris.ObjectLocks.ListAsync();
        var view = polaris.With(organizationId: 12, workstationId: 7);
        await view.ObjectLocks.ListAsync();
        await view.With(workstationId: 8).ObjectLocks.ListAsync();
        await view.DisposeAsync();
        await polaris.ObjectLocks.ListAsync();

        Assert.That(
            server.Requests.Select(request => request.Address.AbsolutePath),
            Is.EqualTo(new[] { "3/15", "12/7", "12/8", "3/15" }
                .Select(context => $"/Polaris.ApplicationServices/api/v1/eng/20/polaris/{context}/objectlocks")));
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
    }

    [TestCase(0, null)]
    [TestCase(null, -1)]
    public void With_AnIdThatIsNone_IsRefused(int? organization, int? workstation)
    {
        using var polaris = TestClient.Create(new ScriptedServer());

        Assert.Throws<ArgumentOutOfRangeException>(() => polaris.With(organization, workstation));
    }

    internal static void Configure(PolarisClientOptions options)
    {
        options.BaseAddress = new Uri("https://polaris.test");
        options.OrganizationId = 3;
        options.WorkstationId = 15;
        options.Credentials = new() { Domain = "MYLIB", UserName = "Aladdin", Password = "opensesame" };
    }
}
