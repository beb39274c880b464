using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Polaris.Client.Folio;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Faults;

namespace Polaris.Client.Tests.Folio.Batches;

/// <summary>Many items with bad ones among them, created over loopback with a server that fails now and then.</summary>
/// <remarks><c>POLARIS_BATCH_RECORDS=100000</c> makes it a long run, and compares the rate with the same by hand.</remarks>
public sealed class BatchLoadTests
{
    private const int BadEvery = 100;

    private static readonly Guid Some = new("0d3ec58e-dc3c-4aa1-9eba-180fca95c544");

    private static int Records => int.Parse(
        Environment.GetEnvironmentVariable("POLARIS_BATCH_RECORDS") ?? "2000", CultureInfo.InvariantCulture);

    [Test]
    public async Task CreateAllAsync_ManyRecordsWithFaults_SavesEveryGoodOneOnceAndReportsEveryBadOne()
    {
        await using var host = await FakeHost.StartAsync();
        var fake = NewFake(host);
        await using var folio = CreateClient(host);
        await folio.Items.CountAsync();
        fake.Faults.Seed(
            seed: 7, rate: 0.05, FakeFolioFault.AnswerLost(), FakeFolioFault.ConnectionReset(), FakeFolioFault.ServiceUnavailable(), FakeFolioFault.HtmlPage(504));
        var memory = new PeakMemory();
        var watch = Stopwatch.StartNew();

        var report = await folio.Items.CreateAllAsync(ItemsAsync(memory), new() { Concurrency = 4 });

        var elapsed = watch.Elapsed;
        fake.Faults.Clear();
        var stored = await BarcodesAsync(folio);
        await TestContext.Out.WriteLineAsync(
            $"{report}; {Records / elapsed.TotalSeconds:0} records/s, {fake.Tenant("diku").Resource("item-storage/items").Count} stored, "
            + $"peak of the managed heap above that of the server's records {memory.Growth(fake) / 1024.0 / 1024.0:0.0} MB");
        Assert.Multiple(() =>
        {
            Assert.That(report.Bad.Select(bad => (int)bad.Position), Is.EqualTo(Enumerable.Range(0, Records).Where(IsBad)));
            Assert.That(report.Bad.Select(bad => bad.Error), Is.All.InstanceOf<RequestFailedException>());
            Assert.That(report.Unknown, Is.Empty);
            Assert.That(report.NotSent, Is.Empty);
            Assert.That(report.Saved, Is.EqualTo(Records - report.Bad.Count));
            Assert.That(stored, Is.EqualTo(Enumerable.Range(0, Records).Where(number => !IsBad(number)).Select(BarcodeOf)));
        });
    }

    [Test]
    public async Task CreateAllAsync_WithoutFaults_IsNotMuchSlowerThanByHand()
    {
        await using var host = await FakeHost.StartAsync();
        var ratios = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            NewFake(host);
            var byHand = await CreateByHandAsync(host);
            NewFake(host);
            await using var folio = CreateClient(host);
            await folio.Items.CountAsync();
            var watch = Stopwatch.StartNew();
            var report = await folio.Items.CreateAllAsync(GoodItemsAsync(), new() { Concurrency = 1 });
            ratios.Add(watch.Elapsed / byHand);
            Assert.That(report.Saved, Is.EqualTo(Records));
        }

        ratios.Sort();
        await TestContext.Out.WriteLineAsync($"{Records} records, ratio to the same by hand: {string.Join(", ", ratios.Select(ratio => $"{ratio:0.00}"))}");
        Assert.That(ratios[1], Is.LessThan(5), "a factor, not a few percent: this machine may be busy");
    }

    private static bool IsBad(int number) => number % BadEvery == 37;

    private static string BarcodeOf(int number) => number.ToString("0000000", CultureInfo.InvariantCulture);

    private static FakeFolio NewFake(FakeHost host)
    {
        var fake = new FakeFolio(new FakeFolioOptions { BaseAddress = host.Address, JournalCapacity = 10 });
        host.Serve(fake.CreateHandler());
        return fake;
    }

    private static FolioClient CreateClient(FakeHost host) => FolioClient.Create(new FolioClientOptions
    {
        BaseAddress = host.Address,
        Tenant = FakeFolio.DefaultTenant,
        Credentials = { UserName = FakeFolio.DefaultUserName, Password = FakeFolio.DefaultPassword },
        Retry = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxRetries = 10 },
    });

    private static async IAsyncEnumerable<Item> ItemsAsync(PeakMemory memory)
    {
        for (var number = 0; number < Records; number++)
        {
            memory.Sample(number);
            var item = ItemAt(number);
            item.Status = IsBad(number) ? null : item.Status;
            yield return item;
        }

        await Task.CompletedTask;
    }

    private static async IAsyncEnumerable<Item> GoodItemsAsync()
    {
        for (var number = 0; number < Records; number++)
        {
            yield return ItemAt(number);
        }

        await Task.CompletedTask;
    }

    private static Item ItemAt(int number) => new()
    {
        HoldingsRecordId = Some,
        Status = new() { Name = "Available" },
        MaterialTypeId = Some,
        PermanentLoanTypeId = Some,
        Barcode = BarcodeOf(number),
        Volume = "v. 1",
    };

    private static async Task<List<string?>> BarcodesAsync(FolioClient folio)
    {
        var barcodes = new List<string?>();
        await foreach (var item in folio.Items.EnumerateAsync(options: new() { PageSize = 5000 }))
        {
            barcodes.Add(item.Barcode);
        }

        barcodes.Sort(StringComparer.Ordinal);
        return barcodes;
    }

    /// <summary>What a program without this library does: chunks of JSON, one after the other, without any care.</summary>
    private static async Task<TimeSpan> CreateByHandAsync(FakeHost host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add("X-Okapi-Tenant", FakeFolio.DefaultTenant);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
        using var login = JsonContent(new JsonObject { ["username"] = FakeFolio.DefaultUserName, ["password"] = FakeFolio.DefaultPassword });
        using var signedIn = await http.PostAsync("authn/login-with-expiry", login);
        var token = signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("folioAccessToken=", StringComparison.Ordinal));
        http.DefaultRequestHeaders.Add("X-Okapi-Token", token.Split('=', ';')[1]);
        var watch = Stopwatch.StartNew();
        foreach (var chunk in Enumerable.Range(0, Records).Chunk(BatchOptions.DefaultChunkSize))
        {
            var items = chunk.Select(number => new JsonObject
            {
                ["id"] = $"{Guid.NewGuid()}",
                ["holdingsRecordId"] = $"{Some}",
                ["status"] = new JsonObject { ["name"] = "Available" },
                ["materialTypeId"] = $"{Some}",
                ["permanentLoanTypeId"] = $"{Some}",
                ["barcode"] = BarcodeOf(number),
                ["volume"] = "v. 1",
            });
            using var body = JsonContent(new JsonObject { ["items"] = new JsonArray([.. items]) });
            using var response = await http.PostAsync("item-storage/batch/synchronous?upsert=false", body);
            response.EnsureSuccessStatusCode();
        }

        return watch.Elapsed;
    }

    private static StringContent JsonContent(JsonObject json) => new(json.ToJsonString(), System.Text.Encoding.UTF8, "application/json");

    /// <summary>The managed heap of this process, in which the server keeps its records too.</summary>
    private sealed class PeakMemory
    {
        private readonly List<(int Read, long Bytes)> _samples = [];

        public void Sample(int read)
        {
            if (read % Math.Max(1, Records / 10) == 0)
            {
                _samples.Add((read, GC.GetTotalMemory(forceFullCollection: true)));
            }
        }

        /// <summary>How far the heap grew beyond what the records of the server take, which grow in proportion.</summary>
        public long Growth(FakeFolio fake)
        {
            GC.KeepAlive(fake);
            var (_, start) = _samples[0];
            var end = GC.GetTotalMemory(forceFullCollection: true);
            return _samples.Max(sample => sample.Bytes - start - ((end - start) * sample.Read / Records));
        }
    }
}
