using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/getting-started.md.</summary>
internal static class GettingStartedSnippets
{
    public static void Register(IServiceCollection services, string password)
    {
        // snippet
        services.AddPolarisClient(options =>
        {
            options.BaseAddress = new Uri("https://polaris.example.org/Polaris.ApplicationServices/");
            options.OrganizationId = 3;
            options.WorkstationId = 1242;
            options.Credentials.Domain = "MYLIB";
            options.Credentials.UserName = "cataloger";
            options.Credentials.Password = password;
        });
        // end
    }

    public static async Task<PolarisClient> CreateAsync(string password)
    {
        // snippet
        await using var polaris = PolarisClient.Create(new PolarisClientOptions
        {
            BaseAddress = new Uri("https://polaris.example.org/Polaris.ApplicationServices/"),
            OrganizationId = 3,
            WorkstationId = 1242,
            Credentials = new PolarisCredentials { Domain = "MYLIB", UserName = "cataloger", Password = password },
        });

        Console.WriteLine(await polaris.GetStatusAsync()); // without a sign-in
        BibRecord record = await polaris.BibRecords.GetAsync(1126739); // with one
        Console.WriteLine($"Owner: {record.RecordOwnerId}, shown in the public catalog: {record.DisplayInPac}");
        // end

        // snippet
        var branch12 = polaris.With(organizationId: 12, workstationId: 7);
        // end
        return branch12;
    }

    public static void RegisterSeveral(IServiceCollection services, IConfiguration configuration)
    {
        // snippet
        services.AddPolarisClient("east", configuration.GetSection("East"));
        services.AddPolarisClient("west", configuration.GetSection("West"));
        services.AddSingleton(provider => new Exchange(
            provider.GetRequiredKeyedService<PolarisClient>("east"), provider.GetRequiredKeyedService<PolarisClient>("west")));
        // end
    }

    public static async Task ReadPatronAsync(PolarisClient polaris, string barcode)
    {
        // snippet
        int? patronId = await polaris.Patrons.FindIdAsync(barcode);
        if (patronId is { } id)
        {
            Patron patron = await polaris.Patrons.GetAsync(id);
            IReadOnlyList<PatronBlock> blocks = await polaris.Patrons.ListBlocksAsync(id);
            IReadOnlyList<PatronItemOut> loans = await polaris.Patrons.ListItemsOutAsync(id);
        }
        // end
    }
}

/// <summary>A service of a reader's own.</summary>
internal sealed record Exchange(PolarisClient East, PolarisClient West);

// snippet
public sealed class PolarisHealthCheck(PolarisClient polaris) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return HealthCheckResult.Healthy($"{await polaris.GetStatusAsync(cancellationToken)}");
        }
        catch (PolarisClientException down)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, down.Message, down);
        }
    }
}
// end
