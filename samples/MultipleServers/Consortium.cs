using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Samples;
using Spectre.Console;

namespace MultipleServers;

/// <summary>Two Polaris sites and two FOLIO tenants in one program: each has its own client, identified by a key.</summary>
internal static class Consortium
{
    public static async Task RunAsync(IAnsiConsole console, TextWriter? json, CancellationToken cancellationToken)
    {
        using var host = Build();
        await host.Services.GetRequiredService<LockReport>().ShowAsync(console, json, cancellationToken);
        await host.Services.GetRequiredService<SourceComparison>().ShowAsync(console, json, cancellationToken);
    }

    /// <summary>
    /// With real servers each registration uses its own section: <c>AddPolarisClient("east",
    /// configuration.GetSection("East"))</c>.
    /// </summary>
    private static IHost Build()
    {
        var builder = SampleHost.Create<LockReport>();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var east = new FakePolaris().LockAs("PolarisExec", 15, ObjectType.Patron, 29937);
        var west = new FakePolaris().LockAs("NightJob", 4, ObjectType.BibliographicRecord, 1126739).LockAs("NightJob", 4, ObjectType.ItemRecord, 847);
        builder.Services.AddPolarisClient(Keys.East, east.Configure).ConfigurePrimaryHttpMessageHandler(east.CreateHandler);
        builder.Services.AddPolarisClient(Keys.West, west.Configure).ConfigurePrimaryHttpMessageHandler(west.CreateHandler);

        var folio = new FakeFolio();
        AddTenant(builder.Services, folio, Keys.Central, "Main Street", "Annex");
        AddTenant(builder.Services, folio, Keys.College, "Annex");
        builder.Services.AddSingleton<LockReport>().AddSingleton<SourceComparison>();
        return builder.Build();
    }

    /// <summary>
    /// Tenants of one gateway: with separate sign-ins here; if a platform shares sign-ins, <c>folio.With(tenant)</c> is enough.
    /// </summary>
    private static void AddTenant(IServiceCollection services, FakeFolio folio, string tenant, params string[] sources)
    {
        folio.Tenant(tenant).AddUser("cataloger", "correct horse");
        Array.ForEach(sources, name => folio.Tenant(tenant).Resource("holdings-sources").Add(name));
        services.AddFolioClient(tenant, options =>
        {
            folio.Configure(options);
            options.Tenant = tenant;
            options.Credentials.UserName = "cataloger";
            options.Credentials.Password = "correct horse";
        }).ConfigurePrimaryHttpMessageHandler(folio.CreateHandler);
    }
}
