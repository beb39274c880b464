using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Batches;

public class UpsertAllTests : BatchTest
{
    [Test]
    public async Task UpsertAllAsync_NewAndChangedRecords_AreCreatedAndReplaced()
    {
        var items = await ReadBackAsync(NewItems(10));
        items.ForEach(item => item.Volume = "2");

        var report = await Folio.Items.UpsertAllAsync(StreamAsync(items.Concat(NewItems(12).Skip(10))));

        var stored = await ReadAsync(items);
        Assert.That(report.Saved, Is.EqualTo(12));
        Assert.That(Stored.Count, Is.EqualTo(12));
        Assert.That(stored.Select(item => (item.Version, item.Volume)), Is.All.EqualTo(((int?)2, "2")));
    }

    [Test]
    public async Task UpsertAllAsync_RecordThatAnotherUserChanged_IsBadWithBothVersionsAndNotOverwritten()
    {
        var items = await ReadBackAsync(NewItems(10));
        await Folio.Items.UpdateAsync(items[4].Id, item => item.Volume = "theirs");
        items.ForEach(item => item.Volume = "ours");

        var report = await Folio.Items.UpsertAllAsync(StreamAsync(items));

        var conflict = (VersionConflictException)report.Bad.Single().Error!;
        Assert.That(report.Bad.Single().Position, Is.EqualTo(4));
        Assert.That(conflict.StoredVersion, Is.EqualTo(2));
        Assert.That(conflict.SentVersion, Is.EqualTo(1));
        Assert.That((await Folio.Items.GetAsync(items[4].Id)).Volume, Is.EqualTo("theirs"));
        Assert.That(report.Saved, Is.EqualTo(9));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task UpsertAllAsync_ResponseLost_ReplacesEachOnce(bool wasSaved)
    {
        var items = await ReadBackAsync(NewItems(10));
        items.ForEach(item => item.Volume = "2");
        Fake.Faults.Enqueue(wasSaved ? FakeFolioFault.AnswerLost() : FakeFolioFault.ConnectionReset(), "POST", Batch);

        var report = await Folio.Items.UpsertAllAsync(StreamAsync(items));

        Assert.That(report.Saved, Is.EqualTo(10));
        Assert.That((await ReadAsync(items)).Select(item => (item.Version, item.Volume)), Is.All.EqualTo(((int?)2, "2")));
    }

    [Test]
    public async Task UpsertAllAsync_ResponseLostForAValueThatWasRemoved_IsNotTakenForSaved()
    {
        var items = NewItems(5);
        items.ForEach(item => item.Volume = "1");
        items = await ReadBackAsync(items);
        items.ForEach(item => item.Volume = null);
        Fake.Faults.Enqueue(FakeFolioFault.ConnectionReset(), "POST", Batch);

        var report = await Folio.Items.UpsertAllAsync(StreamAsync(items));

        Assert.That(report.Saved, Is.EqualTo(5));
        Assert.That((await ReadAsync(items)).Select(item => item.Volume), Is.All.Null);
    }

    [Test]
    public async Task UpsertAllAsync_ResponseLostForInstancesWhoseStatusDateTheServerSets_AreSaved()
    {
        var instances = Enumerable.Range(0, 5).Select(i => new Instance { Source = "FOLIO", Title = $"Faust {i}", InstanceTypeId = Some }).ToList();
        await Folio.Instances.CreateAllAsync(StreamAsync(instances));
        var read = new List<Instance>();
        await foreach (var instance in Folio.Instances.EnumerateAsync())
        {
            instance.IndexTitle = "faust";
            read.Add(instance);
        }

        Clock.Advance(TimeSpan.FromDays(1));
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", "/instance-storage/batch/synchronous");

        var report = await Folio.Instances.UpsertAllAsync(StreamAsync(read));

        Assert.That(read.Select(instance => instance.StatusUpdatedDate), Is.All.StartsWith("2026-03-01T12"));
        Assert.That((await Folio.Instances.GetAsync(read[0].Id)).StatusUpdatedDate, Does.StartWith("2026-03-02T12"));
        Assert.That(report.ToString(), Is.EqualTo("5 read: 5 saved, 0 bad, 0 unknown, 0 not sent"));
    }

    [Test]
    public async Task UpsertAllAsync_LostAndThenChangedByAnotherUser_IsUnknown()
    {
        var items = await ReadBackAsync(NewItems(3));
        items.ForEach(item => item.Volume = "ours");
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", Batch);
        Fake.On(HttpMethod.Post, "item-storage/items/retrieve", _ => FakeResponse.Json(
            $$"""{"items":[{{string.Join(",", items.Select((item, i) => Json(item, i == 1 ? 3 : 2, i == 1 ? "theirs" : "ours")))}}]}"""));

        var report = await Folio.Items.UpsertAllAsync(StreamAsync(items));

        AssertAddsUp(report);
        Assert.That(report.Saved, Is.EqualTo(2));
        Assert.That(report.Unknown.Single().Position, Is.EqualTo(1));
        Assert.That(SentSizes(), Has.Count.EqualTo(2), "the first creation and this one");
    }

    [Test]
    public async Task UpsertAllAsync_IgnoringVersions_UsesTheUnsafeRoute()
    {
        Fake.Options.AllowIgnoringVersions = true;
        var items = await ReadBackAsync(NewItems(3));
        await Folio.Items.UpdateAsync(items[1].Id, item => item.Volume = "theirs");
        items.ForEach(item => item.Volume = "ours");

        var report = await Folio.Items.UpsertAllAsync(StreamAsync(items), new() { IgnoreVersions = true });

        Assert.That(report.AreAllSaved, Is.True);
        Assert.That((await ReadAsync(items)).Select(item => item.Volume), Is.All.EqualTo("ours"));
        Assert.That(Fake.Journal.Count(exchange => exchange.Path == Batch + "-unsafe"), Is.EqualTo(1));
    }

    [Test]
    public async Task UpsertAllAsync_IgnoringVersionsIsNotAllowed_EndsTheRunWithoutHalving()
    {
        var items = await ReadBackAsync(NewItems(8));

        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(
            () => Folio.Items.UpsertAllAsync(StreamAsync(items), new() { IgnoreVersions = true }))!;

        Assert.That(stopped.InnerException, Is.TypeOf<RequestTooLargeException>());
        Assert.That(stopped.InnerException!.Message, Does.Contain("DB_ALLOW_SUPPRESS_OPTIMISTIC_LOCKING"));
        Assert.That(stopped.Report.NotSent, Has.Count.EqualTo(8));
        Assert.That(Fake.Journal.Count(exchange => exchange.Path == Batch + "-unsafe"), Is.EqualTo(1));
    }

    [Test]
    public async Task UpsertAllAsync_InstancesAndHoldings_GoToTheirOwnRoutes()
    {
        var instances = await Folio.Instances.UpsertAllAsync(StreamAsync([new Instance { Source = "FOLIO", Title = "Faust", InstanceTypeId = Some }]));
        var holdings = await Folio.Holdings.UpsertAllAsync(
            StreamAsync([new HoldingsRecord { InstanceId = Some, SourceId = Some, PermanentLocationId = Some }]));

        Assert.That(instances.Saved, Is.EqualTo(1));
        Assert.That(holdings.Saved, Is.EqualTo(1));
        Assert.That(Fake.Journal.Select(exchange => exchange.Path), Does.Contain("/instance-storage/batch/synchronous").And.Contain("/holdings-storage/batch/synchronous"));
    }

    [TestCase("instances", "batch.synchronous.post", false)]
    [TestCase("instances", "batch.post", true)]
    [TestCase("items", "batch.post", false)]
    [TestCase("items", "batch.synchronous.post", true)]
    [TestCase("items", "batch-unsafe.post", true)]
    [TestCase("items", "batch-unsafe.post", false, true)]
    [TestCase("items", "batch.post", true, true)]
    public void UpsertAllAsync_Permission_IsThatOfTheModule(string resource, string permission, bool isRefused, bool ignoresVersions = false)
    {
        Fake.Options.AllowIgnoringVersions = true;
        Fake.Tenant("diku").AddUser("loader", "secret", $"inventory-storage.{resource}.{permission}");
        using var loader = Fake.CreateClient(options => options.Credentials = new() { UserName = "loader", Password = "secret" });
        BatchOptions options = new() { IgnoreVersions = ignoresVersions };

        async Task SaveAsync()
        {
            if (resource == "items")
            {
                await loader.Items.UpsertAllAsync(StreamAsync(NewItems(1)), options);
            }
            else
            {
                await loader.Instances.UpsertAllAsync(StreamAsync([new Instance { Source = "FOLIO", Title = "Faust", InstanceTypeId = Some }]), options);
            }
        }

        Assert.That(SaveAsync, isRefused ? Throws.InnerException.TypeOf<PermissionDeniedException>() : Throws.Nothing);
    }

    private static string Json(Item item, int version, string volume) =>
        $$"""{"id":"{{item.Id}}","_version":{{version}},"hrid":"{{item.Hrid}}","barcode":"{{item.Barcode}}","volume":"{{volume}}","holdingsRecordId":"{{Some}}","materialTypeId":"{{Some}}","permanentLoanTypeId":"{{Some}}","status":{"name":"Available"} }""";

    private async Task<List<Item>> ReadBackAsync(List<Item> items)
    {
        await Folio.Items.CreateAllAsync(StreamAsync(items));
        return await ReadAsync(items);
    }

    private async Task<List<Item>> ReadAsync(List<Item> items)
    {
        var read = new List<Item>();
        await foreach (var item in Folio.Items.RetrieveAsync(items.Select(item => item.Id)))
        {
            read.Add(item);
        }

        return [.. read.OrderBy(item => item.Barcode, StringComparer.Ordinal)];
    }
}
