using Microsoft.Extensions.DependencyInjection;

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
        // end

        // snippet
        var branch12 = polaris.With(organizationId: 12, workstationId: 7);
        // end
        return branch12;
    }
}
