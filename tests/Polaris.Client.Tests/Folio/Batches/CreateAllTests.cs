using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Batches;

public class CreateAllTests : BatchTest
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(25)]
    public async Task CreateAllAsync_GoodRecords_SavesEachOnceInChunks(int count)
    {
        var items = NewItems(count);

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items), new() { ChunkSize = 10, Concurrency = 1 });

        AssertAddsUp(report);
        Assert.That(report.Saved, Is.EqualTo(count));
        Assert.That(report.AreAllSaved, Is.True);
        Assert.That(Stored.Count, Is.EqualTo(count));
        Assert.That(items.Select(item => item.Id), Is.Unique.And.Not.Contain(Guid.Empty));
        Assert.That(SentSizes(), Is.EqualTo(Enumerable.Range(0, (count + 9) / 10).Select(chunk => Math.Min(10, count - (chunk * 10)))));
    }

    [Test]
    public async Task CreateAllAsync_BadRecords_AreReturnedWithTheirErrorsAndTheOthersSaved()
    {
        var items = NewItems(40, bad: [3, 4, 17, 39]);
        items[20].Barcode = items[0].Barcode;
        items[30].Volume = "1\0";

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items), new() { ChunkSize = 16, Concurrency = 1 });

        AssertAddsUp(report);
        Assert.Multiple(() =>
        {
            Assert.That(report.Bad.Select(bad => bad.Position), Is.EqualTo(new[] { 3, 4, 17, 20, 30, 39 }));
            Assert.That(report.Bad[0].Record, Is.SameAs(items[3]));
            Assert.That(((ValidationFailedException)report.Bad[0].Error!).Errors.Single().Message, Is.EqualTo("must not be null"));
            Assert.That(((AlreadyExistsException)report.Bad[3].Error!).Member, Is.EqualTo("barcode"));
            Assert.That(report.Bad[4].Error, Is.TypeOf<ArgumentException>(), "the database could not store it");
            Assert.That(report.Saved, Is.EqualTo(34));
            Assert.That(Stored.Count, Is.EqualTo(34));
        });
    }

    [TestCase(16, 100)]
    [TestCase(100, 7)]
    public async Task CreateAllAsync_ChunkTooLarge_IsHalvedUntilItFits(int limit, int chunkSize)
    {
        Fake.Options.MaxBatchSize = limit;

        var report = await Folio.Items.CreateAllAsync(StreamAsync(NewItems(100)), new() { ChunkSize = chunkSize });

        Assert.That(report.Saved, Is.EqualTo(100));
        Assert.That(Stored.Count, Is.EqualTo(100));
    }

    [Test]
    public async Task CreateAllAsync_RecordTooLargeForTheGateway_IsBadAndTheOthersSaved()
    {
        Fake.Options.MaxRequestBody = 5_000;
        var items = NewItems(20);
        items[7].AdministrativeNotes = [new string('x', 5_000)];

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items));

        Assert.That(report.Bad.Single().Error, Is.TypeOf<RequestTooLargeException>());
        Assert.That(report.Bad.Single().Position, Is.EqualTo(7));
        Assert.That(Stored.Count, Is.EqualTo(19));
    }

    [Test]
    public async Task CreateAllAsync_IdTwiceOrOfAWrongVersion_IsBadAndNotSent()
    {
        var items = NewItems(4);
        items[1].Id = items[2].Id = Guid.NewGuid();
        items[3].Id = new Guid("019088d7-610f-7b50-a28b-c36a6d25191b");

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items));

        AssertAddsUp(report);
        Assert.That(report.Bad.Select(bad => bad.Position), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(report.Bad.Select(bad => bad.Error), Is.All.TypeOf<ArgumentException>());
        Assert.That(SentSizes(), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task CreateAllAsync_RecordThatCannotBeWritten_IsBadAndTheOthersSaved()
    {
        var items = NewItems(9);
        items[5].Volume = "x\ud800";

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items));

        Assert.That(report.Bad.Single().Position, Is.EqualTo(5));
        Assert.That(report.Bad.Single().Error!.Message, Does.Contain("surrogate"));
        Assert.That(Stored.Count, Is.EqualTo(8));
    }

    [TestCase("answer lost")]
    [TestCase("reset")]
    [TestCase("503")]
    [TestCase("429")]
    [TestCase("page")]
    public async Task CreateAllAsync_ResponseLostOrServerBusy_SavesEachOnce(string fault)
    {
        Fake.Faults.Enqueue(Fault(fault), "POST", Batch);
        Fake.Faults.Enqueue(Fault(fault), "POST", Batch);

        var report = await Folio.Items.CreateAllAsync(StreamAsync(NewItems(20)), new() { ChunkSize = 10 });

        Assert.That(report.Saved, Is.EqualTo(20), report.ToString());
        Assert.That(Stored.Count, Is.EqualTo(20));
    }

    [TestCase(null)]
    [TestCase(1, Description = "copied from another tenant, where it had this version")]
    [TestCase(5)]
    public async Task CreateAllAsync_ResponseLost_SavedRecordsAreNotSentAgain(int? version)
    {
        var items = NewItems(300);
        items.ForEach(item => item.Version = version);
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", Batch);

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items), new() { ChunkSize = 300 });

        Assert.That(report.Saved, Is.EqualTo(300));
        Assert.That(SentSizes(), Is.EqualTo(new[] { 300 }));
        Assert.That(Fake.Journal.Count(exchange => exchange.Path.EndsWith("/retrieve", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task CreateAllAsync_SameRecordsAgain_CountsThemAsSavedWithoutHalving()
    {
        var items = NewItems(100);
        await Folio.Items.CreateAllAsync(StreamAsync(items));

        var again = await Folio.Items.CreateAllAsync(StreamAsync(items.Concat(NewItems(105).Skip(100))));

        Assert.That(again.Saved, Is.EqualTo(105));
        Assert.That(Stored.Count, Is.EqualTo(105));
        Assert.That(SentSizes(), Is.EqualTo(new[] { 100, 105, 5 }));
    }

    [Test]
    public async Task CreateAllAsync_IdOfAnotherRecord_IsBadAndThatRecordUnchanged()
    {
        var theirs = await Folio.Items.CreateAsync(NewItem(77));
        var items = NewItems(5);
        items[2].Id = theirs.Id;

        var report = await Folio.Items.CreateAllAsync(StreamAsync(items));

        Assert.That(report.Bad.Single().Error, Is.TypeOf<AlreadyExistsException>());
        Assert.That((await Folio.Items.GetAsync(theirs.Id)).Barcode, Is.EqualTo("000077"));
        Assert.That(Stored.Count, Is.EqualTo(5));
    }

    [Test]
    public async Task CreateAllAsync_BadRecordInALostChunk_IsFoundAfterItIsSentAgain()
    {
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", Batch);

        var report = await Folio.Items.CreateAllAsync(StreamAsync(NewItems(10, bad: 6)));

        Assert.That(report.Bad.Single().Position, Is.EqualTo(6));
        Assert.That(Stored.Count, Is.EqualTo(9));
    }

    [Test]
    public async Task CreateAllAsync_HalfSavedAfterItWasReadBack_IsCountedAsSaved()
    {
        Stored.Add(new System.Text.Json.Nodes.JsonObject { ["barcode"] = "000003" });
        Fake.Faults.Enqueue(FakeFolioFault.Delay(TimeSpan.Zero), "POST", Batch);
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", Batch);
        Fake.Faults.Enqueue(FakeFolioFault.Delay(TimeSpan.Zero), "POST", "/item-storage/items/retrieve");
        Fake.Faults.Enqueue(FakeFolioFault.Answer(200, "application/json", """{"items":[],"totalRecords":0}"""), "POST", "/item-storage/items/retrieve");

        var report = await Folio.Items.CreateAllAsync(StreamAsync(NewItems(4)));

        AssertAddsUp(report);
        Assert.That(report.Bad.Select(bad => bad.Position), Is.EqualTo(new[] { 3 }), "the server is slow, and saved the first half after the reading");
        Assert.That(report.Saved, Is.EqualTo(3));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task CreateAllAsync_TwoClientsWithTheSameIds_StoreEachOnce(bool sameValues)
    {
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();
        using var second = Fake.CreateClient();
        List<Item> With(string volume)
        {
            var items = NewItems(60);
            items.ForEach(item => (item.Id, item.Volume) = (ids[int.Parse(item.Barcode!, System.Globalization.CultureInfo.InvariantCulture)], volume));
            return items;
        }

        var ours = Folio.Items.CreateAllAsync(StreamAsync(With("1")), new() { ChunkSize = 7 });
        var theirs = second.Items.CreateAllAsync(StreamAsync(With(sameValues ? "1" : "2")), new() { ChunkSize = 11 });
        var reports = await Task.WhenAll(ours, theirs);

        Assert.Multiple(() =>
        {
            Assert.That(Stored.Count, Is.EqualTo(60));
            Assert.That(reports.Select(report => report.Saved + report.Bad.Count), Is.All.EqualTo(60));
            Assert.That(reports.Sum(report => report.Saved), Is.EqualTo(sameValues ? 120 : 60));
            Assert.That(reports.SelectMany(report => report.Bad).Select(bad => bad.Error), Is.All.TypeOf<AlreadyExistsException>());
        });
    }

    [Test]
    public void CreateAllAsync_NullInTheInput_EndsTheRunWithItsPosition()
    {
        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(
            () => Folio.Items.CreateAllAsync(StreamAsync<Item>([.. NewItems(12), null!, .. NewItems(1)]), new() { ChunkSize = 10 }))!;

        AssertAddsUp(stopped.Report);
        Assert.That(stopped.Message, Does.Contain("Record 12 is null"));
        Assert.That(stopped.Report.Saved, Is.EqualTo(10));
    }

    [Test]
    public void CreateAllAsync_CanceledWhileAResponseIsLost_ThrowsCanceled()
    {
        using var source = new CancellationTokenSource();
        Fake.On(HttpMethod.Post, Batch.Substring(1), _ =>
        {
            source.Cancel();
            throw new HttpRequestException("reset");
        });

        var canceled = Assert.ThrowsAsync<BatchCanceledException<Item>>(
            () => Folio.Items.CreateAllAsync(StreamAsync(NewItems(5)), cancellationToken: source.Token))!;

        AssertAddsUp(canceled.Report);
        Assert.That(canceled.Report.Unknown, Has.Count.EqualTo(5));
    }

    [Test]
    public void CreateAllAsync_CannotBeReadBack_IsUnknownAndEndsTheRun()
    {
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", Batch);
        Fake.Faults.Enqueue(FakeFolioFault.ServiceUnavailable(), "POST", "/item-storage/items/retrieve", times: 100);

        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(
            () => Folio.Items.CreateAllAsync(StreamAsync(NewItems(50)), new() { ChunkSize = 10, Concurrency = 1 }))!;

        AssertAddsUp(stopped.Report);
        Assert.That(stopped.Report.Unknown, Has.Count.EqualTo(10));
        Assert.That(stopped.MayHaveBeenProcessed, Is.True);
        Assert.That(SentSizes(), Is.EqualTo(new[] { 10 }), "nothing was sent after that");
    }

    [Test]
    public async Task CreateAllAsync_ServerFailsWithOneChunkOnly_ContinuesWithTheOthers()
    {
        Fake.Faults.Enqueue(FakeFolioFault.Answer(500, "text/plain", "internal server error"), "POST", Batch, times: 4);

        var report = await Folio.Items.CreateAllAsync(StreamAsync(NewItems(30)), new() { ChunkSize = 10, Concurrency = 1 });

        AssertAddsUp(report);
        Assert.That(report.Unknown.Select(unknown => unknown.Position), Is.EqualTo(Enumerable.Range(0, 10)), "sent 4 times, and not there");
        Assert.That(report.Saved, Is.EqualTo(20));
    }

    [Test]
    public void CreateAllAsync_ServerFailsWithEveryChunk_EndsAfterThree()
    {
        Fake.Faults.Enqueue(FakeFolioFault.Answer(500, "text/plain", "internal server error"), "POST", Batch, times: 1000);

        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(
            () => Folio.Items.CreateAllAsync(StreamAsync(NewItems(100)), new() { ChunkSize = 10, Concurrency = 1 }))!;

        AssertAddsUp(stopped.Report);
        Assert.That(stopped.Report.Unknown, Has.Count.EqualTo(30));
    }

    [TestCase(403, "text/plain", "Access requires permission", typeof(PermissionDeniedException))]
    [TestCase(404, "text/html", "<html>nginx</html>", typeof(GatewayConfigurationException))]
    [TestCase(400, "text/plain", "No such Tenant x", typeof(GatewayConfigurationException))]
    [TestCase(400, "text/html", "<html>Request Header Or Cookie Too Large</html>", typeof(ValidationFailedException))]
    public void CreateAllAsync_RefusedByTheGateway_EndsTheRunWithoutHalving(int status, string type, string body, Type expected)
    {
        Fake.Faults.Enqueue(FakeFolioFault.Answer(status, type, body), "POST", Batch, times: 100);

        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(
            () => Folio.Items.CreateAllAsync(StreamAsync(NewItems(50)), new() { ChunkSize = 10, Concurrency = 1 }))!;

        AssertAddsUp(stopped.Report);
        Assert.That(stopped.InnerException, Is.TypeOf(expected));
        Assert.That(stopped.MayHaveBeenProcessed, Is.False);
        Assert.That(stopped.Report.NotSent.Select(left => left.Error).First(), Is.SameAs(stopped.InnerException));
        Assert.That(SentSizes(), Is.EqualTo(new[] { 10 }));
    }

    [Test]
    public void CreateAllAsync_InputFails_SavesWhatIsInFlightAndReportsTheRest()
    {
        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => Folio.Items.CreateAllAsync(
            StreamAsync(NewItems(25).Select((item, i) => i < 24 ? item : throw new FormatException("line 24"))), new() { ChunkSize = 10 }))!;

        AssertAddsUp(stopped.Report);
        Assert.That(stopped.InnerException, Is.TypeOf<FormatException>());
        Assert.That(stopped.Report.Saved, Is.EqualTo(20));
        Assert.That(stopped.Report.NotSent.Select(left => left.Position), Is.EqualTo(new[] { 20, 21, 22, 23 }));
    }

    [Test]
    public void CreateAllAsync_TooManyBadRecords_EndsTheRun()
    {
        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => Folio.Items.CreateAllAsync(
            StreamAsync(Enumerable.Range(0, 100).Select(BadItem)), new() { ChunkSize = 10, Concurrency = 1, MaxBad = 3 }))!;

        AssertAddsUp(stopped.Report);
        Assert.That(stopped.Report.Bad, Has.Count.EqualTo(3));
        Assert.That(stopped.InnerException, Is.TypeOf<ValidationFailedException>());
    }

    [Test]
    public void CreateAllAsync_Canceled_AwaitsWhatIsInFlightAndReports()
    {
        using var source = new CancellationTokenSource();
        var progress = new Reports(report =>
        {
            if (report.Saved == 20)
            {
                source.Cancel();
            }
        });

        var canceled = Assert.ThrowsAsync<BatchCanceledException<Item>>(() => Folio.Items.CreateAllAsync(
            StreamAsync(NewItems(1000)), new() { ChunkSize = 10, Concurrency = 2, Progress = progress }, source.Token))!;

        AssertAddsUp(canceled.Report);
        Assert.That(canceled.CancellationToken, Is.EqualTo(source.Token));
        Assert.That(canceled.Report.Saved, Is.GreaterThanOrEqualTo(20).And.LessThan(1000));
        Assert.That(canceled.Report.Unknown, Is.Empty);
        Assert.That(Stored.Count, Is.EqualTo(canceled.Report.Saved));
    }

    [Test]
    public async Task CreateAllAsync_Progress_IsReportedAfterEachChunk()
    {
        var progress = new Reports();

        await Folio.Items.CreateAllAsync(StreamAsync(NewItems(25, bad: 12)), new() { ChunkSize = 10, Concurrency = 1, Progress = progress });

        Assert.That(progress.Seen.Select(report => (report.Saved, report.Bad)), Is.EqualTo(new[] { (10L, 0L), (19L, 1L), (24L, 1L) }));
        Assert.That(progress.Seen[^1].Read, Is.EqualTo(25));
    }

    [TestCase(0, 1)]
    [TestCase(10_001, 1)]
    [TestCase(1, 0)]
    [TestCase(1, 33)]
    public void CreateAllAsync_InvalidOptions_IsRefused(int chunkSize, int concurrency) => Assert.That(
        () => Folio.Items.CreateAllAsync(StreamAsync(NewItems(1)), new() { ChunkSize = chunkSize, Concurrency = concurrency }),
        Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void CreateAllAsync_IgnoringVersions_IsRefused() => Assert.That(
        () => Folio.Items.CreateAllAsync(StreamAsync(NewItems(1)), new() { IgnoreVersions = true }), Throws.ArgumentException);

    private static FakeFolioFault Fault(string name) => name switch
    {
        "answer lost" => FakeFolioFault.AnswerLost(),
        "reset" => FakeFolioFault.ConnectionReset(),
        "503" => FakeFolioFault.ServiceUnavailable(TimeSpan.FromSeconds(2)),
        "429" => FakeFolioFault.TooManyRequests(TimeSpan.FromSeconds(2)),
        _ => FakeFolioFault.HtmlPage(),
    };

    private sealed class Reports(Action<BatchProgress>? then = null) : IProgress<BatchProgress>
    {
        public List<BatchProgress> Seen { get; } = [];

        public void Report(BatchProgress value)
        {
            lock (Seen)
            {
                Seen.Add(value);
            }

            then?.Invoke(value);
        }
    }
}
