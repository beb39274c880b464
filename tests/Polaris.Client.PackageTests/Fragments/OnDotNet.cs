// Host and test framework: for .NET alone, so that no package is needed that this solution does not restore.
#if NET
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NUnit.Framework;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

internal static class HostedProgram
{
    private const string Settings =
"""
// README: { "Polaris": { "BaseAddress": "https://polaris.example.org/Polaris.ApplicationServices/", "OrganizationId": 3, "WorkstationId": 1242,
""";

    public static async Task RunAsync()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Settings)));
        builder.Logging.ClearProviders();
        // README: builder.Services.AddPolarisClient(builder.Configuration.GetSection("Polaris"))
        using IHost host = builder.Build();
        await host.StartAsync();
        var polaris = host.Services.GetRequiredService<PolarisClient>();
        Console.WriteLine($"hosted: {(await polaris.BibRecords.GetAsync(1126739)).BibRecordId}");
        await host.StopAsync();
    }
}

internal static class YourTest
{
    public static async Task RunAsync()
    {
        // README: var fake = new FakePolaris().WithBib(1126739, displayInPac: true)
        Console.WriteLine("tested");
    }

    private static async Task HideAsync(PolarisClient polaris, int bibId) => await polaris.Workflows.RunAsync(
        new AddOrUpdateBibRecord { BibRecordId = bibId, DisplayInPac = false },
        new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));
}
#endif
