using System.Globalization;
using System.Runtime.CompilerServices;
using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Batches;

/// <summary>A test that saves many items on a fake, whose clock skips the pauses.</summary>
public abstract class BatchTest
{
    protected static readonly Guid Some = new("0d3ec58e-dc3c-4aa1-9eba-180fca95c544");

    internal const string Batch = "/item-storage/batch/synchronous";

    internal FakeFolio Fake { get; private protected set; } = null!;

    internal ManualTimeProvider Clock { get; private set; } = null!;

    internal FolioClient Folio { get; private set; } = null!;

    internal FakeFolioResource Stored => Fake.Tenant("diku").Resource("item-storage/items");

    [SetUp]
    public void SetUp()
    {
        Clock = new ManualTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) { SkipsDelays = true };
        Fake = new FakeFolio(new FakeFolioOptions { TimeProvider = Clock });
        Folio = Fake.CreateClient();
    }

    [TearDown]
    public void TearDown()
    {
        Folio.Dispose();
        Fake.AssertNoUnexpectedRequests();
    }

    internal static Item NewItem(int number) => new()
    {
        HoldingsRecordId = Some,
        Status = new() { Name = "Available" },
        MaterialTypeId = Some,
        PermanentLoanTypeId = Some,
        Barcode = number.ToString("000000", CultureInfo.InvariantCulture),
    };

    /// <summary>An item without a status, which the server refuses.</summary>
    internal static Item BadItem(int number)
    {
        var item = NewItem(number);
        item.Status = null;
        return item;
    }

    internal static List<Item> NewItems(int count, params int[] bad) =>
        [.. Enumerable.Range(0, count).Select(number => bad.Contains(number) ? BadItem(number) : NewItem(number))];

    internal static async IAsyncEnumerable<T> StreamAsync<T>(
        IEnumerable<T> records, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var record in records)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <summary>The sizes of the batches that reached the fake, in order.</summary>
    internal List<int> SentSizes() =>
        [.. Fake.Journal.Where(exchange => exchange.Path == Batch).Select(exchange => System.Text.Json.Nodes.JsonNode.Parse(exchange.RequestBody!)!["items"]!.AsArray().Count)];

    internal static void AssertAddsUp(BatchReport<Item> report) =>
        Assert.That(report.Saved + report.Bad.Count + report.Unknown.Count + report.NotSent.Count, Is.EqualTo(report.Read), "adds up");
}
