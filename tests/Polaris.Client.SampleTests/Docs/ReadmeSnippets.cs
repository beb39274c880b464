using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Polaris.Client.Cataloging;
using Polaris.Client.Folio;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of README.md; its first program is the sample FirstProgram.</summary>
internal static class ReadmeSnippets
{
    public static async Task SaveAsync(string password)
    {
        // snippet
        var services = new ServiceCollection();
        services.AddPolarisClient(options =>
        {
            options.BaseAddress = new Uri("https://polaris.example.org/Polaris.ApplicationServices/");
            options.OrganizationId = 3;
            options.WorkstationId = 1242;
            options.Credentials = new PolarisCredentials { Domain = "MYLIB", UserName = "cataloger", Password = password };
        });
        await using var provider = services.BuildServiceProvider();
        var polaris = provider.GetRequiredService<PolarisClient>();

        await using var lease = await polaris.ObjectLocks.AcquireAsync(ObjectType.BibliographicRecord, 1126739);
        BibRecord record = await polaris.BibRecords.GetAsync(1126739);

        // Hides the record from the public catalog. What is not to change is sent again as it is.
        var saved = await polaris.Workflows.RunAsync(
            new UpdateBibRecord
            {
                BibRecordId = 1126739,
                DisplayInPac = false,
                DoNotOverlay = record.DoNotOverlay,
                RecordOwnerId = record.RecordOwnerId,
            },
            new PromptHandlers()
                .On<DisplayInPacPrompt>(prompt => prompt.Continue())
                .Otherwise(prompt => prompt.Cancel()));

        Console.WriteLine(saved.Outcome); // Completed, Canceled, ...
        foreach (var message in saved.Messages)
        {
            Console.WriteLine(message.Message);
        }
        // end
    }

    public static async Task ConnectAsync()
    {
        // snippet
        await using PolarisClient polaris = PolarisClient.Create(new PolarisClientOptions
        {
            BaseAddress = new Uri("https://polaris.example.org/Polaris.ApplicationServices/"),
            OrganizationId = 3,
            WorkstationId = 1242,
            Credentials = { Domain = "MYLIB", UserName = "cataloger", Password = Environment.GetEnvironmentVariable("POLARIS_PASSWORD") },
        });
        // end
    }

    public static async Task ReadFileAsync()
    {
        // snippet
        using FileStream stream = File.OpenRead("records.mrc");
        await foreach (MarcRecord record in MarcReader.ReadAsync(stream))
        {
            Console.WriteLine($"{record.ControlNumber}: {record.Title} / {record.Author}");
        }
        // end
    }

    public static async Task FolioAsync(string password, string name)
    {
        // snippet
        await using var folio = FolioClient.Create(new FolioClientOptions
        {
            BaseAddress = new Uri("https://okapi.example.org/"),
            Tenant = "diku",
            Credentials = new FolioCredentials { UserName = "diku_admin", Password = password },
        });

        HoldingsSource source = await folio.HoldingsSources.GetOrCreateAsync("Local");
        await foreach (var each in folio.HoldingsSources.EnumerateAsync(Cql.Format($"name=={name} or source==local")))
        {
            Console.WriteLine($"{each.Id} {each.Name}");
        }
        // end
    }

    public static void Configure(HostApplicationBuilder builder)
    {
        // snippet
        builder.Services.AddPolarisClient(builder.Configuration.GetSection("Polaris"));
        // end
    }

    /// <summary>Also shown in docs/testing.md.</summary>
    public static async Task TestAsync()
    {
        // snippet
        var fake = new FakePolaris().WithBib(1126739, displayInPac: true);
        await using var polaris = fake.CreateClient();

        await HideAsync(polaris, 1126739); // your code

        Assert.That(fake.Bibs[1126739].DisplayInPac, Is.False);
        Assert.That(fake.ExecutedOperations, Is.EqualTo(1));
        fake.AssertNoUnexpectedRequests();
        // end
    }

    private static async Task HideAsync(PolarisClient polaris, int bibId) => await polaris.Workflows.RunAsync(
        new AddOrUpdateBibRecord { BibRecordId = bibId, DisplayInPac = false },
        new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));
}
