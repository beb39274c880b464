using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.AotSmoke;

/// <summary>Creates a holdings source, finds it by a query, and walks over several pages.</summary>
internal static class FolioWalk
{
    public static async Task RunAsync()
    {
        var fake = new FakeFolio();
        fake.Tenant(FakeFolio.DefaultTenant).Resource("holdings-sources").Generate(2500, number => $"Source {number}");
        await using var folio = fake.CreateClient();
        await folio.HoldingsSources.CreateAsync(new HoldingsSource { Name = "Local \"one\"", Source = HoldingsSourceOrigin.Local });
        var found = await folio.HoldingsSources.FindByNameAsync("Local \"one\"");
        var walked = 0;
        await foreach (var _ in folio.HoldingsSources.EnumerateAsync())
            walked++;
        Console.WriteLine($"found: {found?.Name}, walked: {walked}");
        fake.AssertNoUnexpectedRequests();
    }
}
