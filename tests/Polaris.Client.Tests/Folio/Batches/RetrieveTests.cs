using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Batches;

/// <summary>Reading long lists of IDs, also from releases that cannot retrieve items.</summary>
public class RetrieveTests : BatchTest
{
    [Test]
    public async Task RetrieveAsync_IdThatIsGivenTwice_IsReadOnce()
    {
        var item = await Folio.Items.CreateAsync(NewItem(1));
        var others = Enumerable.Range(0, 300).Select(_ => Guid.NewGuid());

        var read = await ReadAsync(Folio.Items, [item.Id, item.Id, .. others, item.Id]);

        Assert.That(read, Is.EqualTo(new[] { item.Id }));
    }

    [TestCase(FolioPlatform.Okapi, null)]
    [TestCase(FolioPlatform.Eureka, null)]
    [TestCase(FolioPlatform.Okapi, 7)]
    public async Task RetrieveAsync_ReleaseThatCannotRetrieveItems_ListsThem(FolioPlatform platform, int? maxPageSize)
    {
        Start(platform, maxPageSize);
        await using var folio = Fake.CreateClient();
        var items = NewItems(130);
        await folio.Items.CreateAllAsync(StreamAsync(items));
        var ids = items.Select(item => item.Id).ToList();

        var first = await ReadAsync(folio.Items, [.. ids, .. Enumerable.Range(0, 200).Select(_ => Guid.NewGuid())]);
        var second = await ReadAsync(folio.Items, ids);

        Assert.That(first, Is.EquivalentTo(ids));
        Assert.That(second, Is.EquivalentTo(ids));
        Assert.That(Retrievals, Is.EqualTo(1), "a route that is missing is not requested again");
    }

    [Test]
    public async Task RetrieveAsync_HoldingsOfTheSameRelease_AreRetrieved()
    {
        Start(FolioPlatform.Okapi, null);
        await using var folio = Fake.CreateClient();
        var holdings = await folio.Holdings.CreateAsync(new HoldingsRecord { InstanceId = Some, SourceId = Some, PermanentLocationId = Some });

        Assert.That(await ReadAsync(folio.Holdings, [holdings.Id]), Is.EqualTo(new[] { holdings.Id }));
        Assert.That(Fake.Journal.Select(exchange => exchange.Method), Has.None.EqualTo("GET"));
    }

    [Test]
    public async Task CreateAllAsync_SavedByAnotherClientAfterItWasReadBack_IsCountedAsSaved()
    {
        var items = NewItems(2);
        await Folio.Items.CreateAllAsync(StreamAsync(items));
        Fake.Faults.Enqueue(FakeFolioFault.Answer(200, "application/json", """{"items":[],"totalRecords":0}"""), "POST", "/item-storage/items/retrieve");

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items));

        Assert.That(report.ToString(), Is.EqualTo("2 read: 2 saved, 0 bad, 0 unknown, 0 not sent"));
    }

    [TestCase(FolioPlatform.Okapi)]
    [TestCase(FolioPlatform.Eureka)]
    public async Task CreateAllAsync_ReleaseThatCannotRetrieveItems_SettlesByListing(FolioPlatform platform)
    {
        Start(platform, null);
        await using var folio = Fake.CreateClient();
        var items = NewItems(300);
        items[299].Barcode = items[0].Barcode;
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", Batch);

        var report = await folio.Items.CreateAllAsync(StreamAsync(items), new() { ChunkSize = 100, Concurrency = 1 });

        Assert.That(report.ToString(), Is.EqualTo("300 read: 299 saved, 1 bad, 0 unknown, 0 not sent"));
        Assert.That(report.Bad.Single().Error, Is.TypeOf<AlreadyExistsException>());
    }

    private int Retrievals => Fake.Journal.Count(exchange => exchange.Path.EndsWith("/retrieve", StringComparison.Ordinal));

    private void Start(FolioPlatform platform, int? maxPageSize) => Fake = new FakeFolio(new FakeFolioOptions
    {
        Release = FolioRelease.V29,
        Platform = platform,
        MaxPageSize = maxPageSize,
        TimeProvider = Clock,
    });

    private static async Task<List<Guid>> ReadAsync<TRecord>(InventoryClient<TRecord> client, IEnumerable<Guid> ids)
        where TRecord : FolioRecord
    {
        var read = new List<Guid>();
        await foreach (var record in client.RetrieveAsync(ids))
        {
            read.Add(record.Id);
        }

        return read;
    }
}
