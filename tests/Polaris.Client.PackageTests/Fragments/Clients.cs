using Microsoft.Extensions.DependencyInjection;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Folio;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

internal static class FirstClient
{
    public static async Task RunAsync()
    {
        // README: await using PolarisClient polaris = PolarisClient.Create(new PolarisClientOptions
        Console.WriteLine($"created: {(await polaris.BibRecords.GetAsync(1126739)).BibRecordId}");
    }
}

internal static class Service
{
    public static async Task RunAsync(string password)
    {
        // README: var services = new ServiceCollection()
        Console.WriteLine($"displayed: {(await polaris.BibRecords.GetAsync(1126739)).DisplayInPac}");
    }
}

internal static class Folio
{
    public static async Task RunAsync(string password, string name)
    {
        // README: await using var folio = FolioClient.Create(new FolioClientOptions
    }
}
