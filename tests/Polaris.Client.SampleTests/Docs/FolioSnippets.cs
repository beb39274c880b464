using System.Text.Json.Serialization;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# of docs/folio.md.</summary>
internal static class FolioSnippets
{
    public static async Task<string> CreateAsync(string password)
    {
        // snippet
        await using var folio = FolioClient.Create(new FolioClientOptions
        {
            BaseAddress = new Uri("https://okapi.example.org/"),
            Tenant = "diku",
            Credentials = new FolioCredentials { UserName = "diku_admin", Password = password },
        });
        // end
        return folio.Tenant;
    }

    public static async Task RecordsAsync()
    {
        await using var folio = new FakeFolio().CreateClient();

        // snippet
        HoldingsSource? found = await folio.HoldingsSources.FindByNameAsync("local"); // ignores case, as the server does
        HoldingsSource source = await folio.HoldingsSources.GetOrCreateAsync("Local");
        source.Name = "Main library";
        await folio.HoldingsSources.UpdateAsync(source); // properties that the library does not know go back unchanged
        long all = await folio.HoldingsSources.CountAsync();
        await folio.HoldingsSources.DeleteAsync(source.Id);
        // end
        Assert.That(found, Is.Null);
        Assert.That(await folio.HoldingsSources.CountAsync(), Is.EqualTo(all - 1));
    }

    public static async Task<long?> ListsAsync(FolioClient folio, CqlQuery query, IProgress<WalkProgress> progress)
    {
        // snippet
        RecordPage<HoldingsSource> page = await folio.HoldingsSources.ListAsync(query, offset: 0, limit: 50);

        var options = new EnumerateOptions { PageSize = 500, Progress = progress };
        await foreach (HoldingsSource each in folio.HoldingsSources.EnumerateAsync(query, options))
        {
            Console.WriteLine(each.Name);
        }
        // end
        return page.TotalRecords;
    }

    public static async Task InventoryAsync()
    {
        var fake = new FakeFolio();
        await using var folio = fake.CreateClient();
        var locationId = Guid.NewGuid();

        // snippet
        InstanceType text = await folio.InstanceTypes.GetOrCreateAsync(new InstanceType { Name = "text", Code = "txt", Source = "rdacontent" });
        MaterialType book = await folio.MaterialTypes.GetOrCreateAsync("book");
        LoanType loan = await folio.LoanTypes.GetOrCreateAsync("Can circulate");
        HoldingsSource source = await folio.HoldingsSources.GetOrCreateAsync("Local");

        Instance instance = await folio.Instances.CreateAsync(
            new Instance { Source = "FOLIO", Title = "Frog Face and the three boys", InstanceTypeId = text.Id });
        HoldingsRecord holdings = await folio.Holdings.CreateAsync(
            new HoldingsRecord { InstanceId = instance.Id, SourceId = source.Id, PermanentLocationId = locationId });
        Item item = await folio.Items.CreateAsync(new Item
        {
            HoldingsRecordId = holdings.Id,
            Barcode = "31234000123456",
            MaterialTypeId = book.Id,
            PermanentLoanTypeId = loan.Id,
            Status = new ItemStatus { Name = "Available" },
        });

        await foreach (Item each in folio.Items.EnumerateAsync(Cql.Format($"holdingsRecordId=={holdings.Id}")))
        {
            Console.WriteLine($"{each.Hrid} {each.Barcode}");
        }
        // end
        Assert.That(item.Version, Is.EqualTo(1));
        fake.AssertNoUnexpectedRequests();
    }

    public static async Task<Item> ChangeAsync(FolioClient folio, Guid id)
    {
        // snippet
        Item item = await folio.Items.UpdateAsync(id, read => read.DiscoverySuppress = true);
        // end
        return item;
    }

    public static async Task BatchAsync(FolioClient folio, IAsyncEnumerable<Item> items)
    {
        // snippet
        using var journal = BatchJournal.Open("items.journal");
        BatchReport<Item> report = await folio.Items.CreateAllAsync(items, new BatchOptions { Journal = journal, MaxBad = 1000 });
        Console.WriteLine(report); // 100000 read: 99000 saved, 1000 bad, 0 unknown, 0 not sent
        foreach (UnsavedRecord<Item> bad in report.Bad)
        {
            Console.WriteLine($"{bad.Record.Barcode}: {bad.Error!.Message}");
        }
        // end
    }

    public static RecordClient<NoteType> OfYourOwn(FolioClient folio)
    {
        // snippet
        RecordClient<NoteType> noteTypes = folio.Records<NoteType>("note-types", "noteTypes", MyJson.Default);
        // end
        return noteTypes;
    }

    public static async Task SyncAsync(FolioClient central, FolioClient college)
    {
        // snippet
        VocabularyPlan<LoanType> plan = await college.LoanTypes.CompareAsync(central.LoanTypes);
        Console.WriteLine(plan); // college: 3 Same, 1 Create
        await college.LoanTypes.SyncAsync(plan);
        // end
    }

    public static string Queries(string name, string prefix)
    {
        // snippet
        CqlQuery byName = Cql.Format($"name=={name} and source==local");
        CqlQuery built = Cql.Field("name").StartsWith(prefix).And(Cql.Field("source").EqualTo("local")).SortBy("name");
        // end
        return $"{byName} {built}";
    }
}

/// <summary>A record type of a reader's own.</summary>
public sealed class NoteType : ReferenceRecord;

// snippet
[JsonSerializable(typeof(RecordPage<NoteType>))]
internal sealed partial class MyJson : JsonSerializerContext;
// end
