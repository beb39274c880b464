using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Records;

public sealed class EnumerateTests : GatewayFixture
{
    [TestCase(0, 1)]
    [TestCase(9, 2)]
    [TestCase(10, 2)]
    [TestCase(25, 4)]
    public async Task EnumerateAsync_Pages_GivesEveryRecordOnceInOrderAndStopsOnAnEmptyPage(int count, int pages)
    {
        var shelf = new Shelf(count);
        Gateway.Always(shelf.Answer);

        var ids = await IdsAsync(Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 }));

        Assert.That(ids, Is.EqualTo(shelf.Ids));
        Assert.That(Gateway.Requests, Has.Count.EqualTo(pages));
        Assert.That(Gateway.Requests.Select(call => call.Query("totalRecords")), Is.All.EqualTo("none"));
        Assert.That(Gateway.Requests[0].Query("query"), Is.EqualTo("cql.allRecords=1 sortBy id"));
    }

    [Test]
    public async Task EnumerateAsync_WithQuery_PutsItInParentheses()
    {
        var shelf = new Shelf(3);
        Gateway.Always(shelf.Answer);

        await IdsAsync(Client.HoldingsSources.EnumerateAsync(Cql.Raw("name=a or name=b"), new() { PageSize = 2 }));

        Assert.That(Gateway.Requests[1].Query("query"), Is.EqualTo($"(name=a or name=b) and (id>\"{shelf.Ids[1]}\") sortBy id"));
    }

    [Test]
    public async Task EnumerateAsync_After_ContinuesBehindThatRecord()
    {
        var shelf = new Shelf(30);
        Gateway.Always(shelf.Answer);

        var ids = await IdsAsync(Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10, After = shelf.Ids[14] }));

        Assert.That(ids, Is.EqualTo(shelf.Ids.Skip(15)));
    }

    [Test]
    public async Task EnumerateAsync_QueryWithSort_PagesByNumber()
    {
        var shelf = new Shelf(25);
        Gateway.Always(shelf.Answer);

        var ids = await IdsAsync(Client.HoldingsSources.EnumerateAsync(Cql.All.SortBy("name"), new() { PageSize = 10, Skip = 3 }));

        Assert.That(ids, Is.EqualTo(shelf.Ids.Skip(3)));
        Assert.That(Gateway.Requests.Select(call => call.Query("offset")), Is.EqualTo(new[] { "3", "12", "22", "24", "25" }));
        Assert.That(Gateway.Requests.Select(call => call.Query("query")), Is.All.EqualTo("cql.allRecords=1 sortBy name id"));
    }

    [Test]
    public async Task EnumerateAsync_Progress_IsToldAfterEachPageWasHandedOut()
    {
        var shelf = new Shelf(25);
        Gateway.Always(shelf.Answer);
        var told = new Told();

        await IdsAsync(Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10, Progress = told }));

        Assert.That(told.Reports, Is.EqualTo(new[]
        {
            new WalkProgress(10, 1, shelf.Ids[9]), new WalkProgress(20, 2, shelf.Ids[19]), new WalkProgress(25, 3, shelf.Ids[24]),
        }));
    }

    [Test]
    public async Task EnumerateAsync_Progress_HasTheTotalOfTheFirstRequest()
    {
        var shelf = new Shelf(25);
        Gateway.Always(sent => Shelf.Page(shelf.Take(sent), sent.Query("totalRecords") == "auto" ? 25 : null));
        var told = new Told();

        await IdsAsync(Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10, Progress = told }));

        Assert.That(told.Reports.Select(report => report.Total), Is.EqualTo(new long?[] { 25, 25, 25 }));
        Assert.That(Gateway.Requests.Select(call => call.Query("totalRecords")), Is.EqualTo(new[] { "auto", "none", "none", "none" }));
    }

    [Test]
    public async Task EnumerateAsync_ProgressOfASortedWalk_CountsFromWhereItStarts()
    {
        var shelf = new Shelf(25);
        Gateway.Always(sent => Shelf.Page(shelf.Take(sent), sent.Query("totalRecords") == "auto" ? 25 : null));
        var told = new Told();

        await IdsAsync(Client.HoldingsSources.EnumerateAsync(Cql.All.SortBy("name"), new() { PageSize = 10, Skip = 5, Progress = told }));

        Assert.That(told.Reports.Select(report => (report.Records, report.Total)), Is.EqualTo(new (long, long?)[] { (10, 20), (20, 20) }));
    }

    [Test]
    public async Task EnumerateAsync_MoreRecordsThanEstimated_RaisesTheTotal()
    {
        var shelf = new Shelf(25);
        Gateway.Always(sent => Shelf.Page(shelf.Take(sent), sent.Query("totalRecords") == "auto" ? 12 : null));
        var told = new Told();

        await IdsAsync(Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10, Progress = told }));

        Assert.That(told.Reports.Select(report => report.Total), Is.EqualTo(new long?[] { 12, 20, 25 }));
    }

    [Test]
    public async Task EnumerateAsync_WithoutProgress_DoesNotAskForTheTotal()
    {
        var shelf = new Shelf(5);
        Gateway.Always(shelf.Answer);

        await IdsAsync(Client.HoldingsSources.EnumerateAsync());

        Assert.That(Gateway.Requests.Select(call => call.Query("totalRecords")), Is.All.EqualTo("none"));
    }

    [Test]
    public async Task EnumerateAsync_WhileAPageIsConsumed_TheNextIsAlreadyAskedForButNoFurther()
    {
        var shelf = new Shelf(50);
        Gateway.Always(shelf.Answer);
        await using var records = Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 }).GetAsyncEnumerator();

        await records.MoveNextAsync();

        Assert.That(Gateway.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task EnumerateAsync_LeftEarly_CancelsTheRequestInFlightAndWaitsForItsEnd()
    {
        var shelf = new Shelf(50);
        var ended = false;
        Gateway.Always(async (sent, canceled) =>
        {
            if (Shelf.After(sent) is not null)
            {
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, canceled);
                }
                finally
                {
                    ended = true;
                }
            }

            return shelf.Answer(sent);
        });

        await foreach (var record in Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 }))
        {
            Assert.That(record.Id, Is.EqualTo(shelf.Ids[0]));
            break;
        }

        Assert.That(ended, Is.True);
    }

    [Test]
    public void EnumerateAsync_Canceled_ThrowsTheCallersCancellation()
    {
        var shelf = new Shelf(50);
        Gateway.Always(shelf.Answer);
        using var cancellation = new CancellationTokenSource();
        var seen = 0;

        Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 }).WithCancellation(cancellation.Token))
            {
                if (++seen == 15)
                {
                    await cancellation.CancelAsync();
                }
            }
        });

        Assert.That(seen, Is.EqualTo(15));
    }

    [TestCase("""{"holdingsRecordsSources":[{"id":"ffffffff-""")]
    [TestCase("""{"totalRecords":100}""")]
    [TestCase("""{"holdingsRecordsSources":null}""")]
    [TestCase("""{"holdingsRecordsSources":[{"name":"no id"}]}""")]
    [TestCase("""{"holdingsRecordsSources":[null]}""")]
    [TestCase("""{"instanceTypes":[]}""")]
    [TestCase("<html>maintenance</html>")]
    [TestCase("")]
    public async Task EnumerateAsync_LaterPageBroken_KeepsWhatWasHandedOutAndReportsWhereToGoOn(string body)
    {
        var shelf = new Shelf(30);
        var isBroken = true;
        Gateway.Always(sent => isBroken && Shelf.After(sent) == $"{shelf.Ids[9]}" ? RecordingGateway.Json(body) : shelf.Answer(sent));
        var ids = new List<Guid>();

        var error = Assert.ThrowsAsync<WalkInterruptedException>(
            () => IntoAsync(ids, Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 })))!;
        isBroken = false;
        await IntoAsync(ids, Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10, After = error.LastId }));

        Assert.That(error.InnerException, Is.TypeOf<InvalidResponseException>());
        Assert.That(error.LastId, Is.EqualTo(shelf.Ids[9]));
        Assert.That(error.Delivered, Is.EqualTo(10));
        Assert.That(error.Route, Is.EqualTo("GET /holdings-sources"));
        Assert.That(error.Message, Does.Contain("GET /holdings-sources").And.Contain("diku").And.Contain($"{shelf.Ids[9]}").And.Not.Contain("maintenance"));
        Assert.That(ids, Is.EqualTo(shelf.Ids));
    }

    [Test]
    public void EnumerateAsync_FirstPageBroken_ThrowsWhatHappened()
    {
        Gateway.Always(_ => RecordingGateway.Json("""{"totalRecords":100}"""));

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => IdsAsync(Client.HoldingsSources.EnumerateAsync()))!;

        Assert.That(error.Message, Does.Contain("GET /holdings-sources").And.Contain("diku"));
    }

    [Test]
    public void EnumerateAsync_ServerRepeatsThePage_DoesNotGoOnForEver()
    {
        var shelf = new Shelf(10);
        Gateway.Always(_ => Shelf.Page(shelf.Ids));

        Assert.ThrowsAsync<WalkInterruptedException>(() => IdsAsync(Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 })));
        Assert.ThrowsAsync<WalkInterruptedException>(
            () => IdsAsync(Client.HoldingsSources.EnumerateAsync(Cql.All.SortBy("name"), new() { PageSize = 10 })));

        Assert.That(Gateway.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public void EnumerateAsync_ServerIgnoresTheSort_FailsInsteadOfSkippingRecords()
    {
        var shelf = new Shelf(10);
        Gateway.Always(_ => Shelf.Page(shelf.Ids.Reverse()));

        Assert.ThrowsAsync<InvalidResponseException>(() => IdsAsync(Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 })));
    }

    [TestCase(false, 1)]
    [TestCase(false, 4)]
    [TestCase(true, 1)]
    [TestCase(true, 4)]
    public async Task EnumerateAsync_ServerCapsPages_GivesEveryRecord(bool isSorted, int cap)
    {
        var shelf = new Shelf(25);
        Gateway.Always(sent => Shelf.Page(shelf.Take(sent).Take(cap)));

        var ids = await IdsAsync(Client.HoldingsSources.EnumerateAsync(isSorted ? Cql.All.SortBy("name") : null, new() { PageSize = 10 }));

        Assert.That(ids, Is.EqualTo(shelf.Ids));
    }

    [TestCase("name", "sortBy name id")]
    [TestCase("id", "sortBy id")]
    public async Task EnumerateAsync_QueryWithSort_EndsInTheIdOnce(string field, string sort)
    {
        Gateway.Always(new Shelf(0).Answer);

        await IdsAsync(Client.HoldingsSources.EnumerateAsync(Cql.All.SortBy(field)));

        Assert.That(Gateway.Requests.Single().Query("query"), Is.EqualTo($"cql.allRecords=1 {sort}"));
    }

    [TestCase(3)]
    [TestCase(9)]
    public async Task EnumerateAsync_SortedAndRecordsRemovedInFront_LosesNone(int removed)
    {
        var shelf = new Shelf(30);
        var gone = 0;
        Gateway.Always(sent => Shelf.Page(Shelf.TakeOf(shelf.Ids.Skip(gone), sent)));

        var ids = await IdsAsync(Client.HoldingsSources.EnumerateAsync(Cql.All.SortBy("name"), new() { PageSize = 10 }), () => gone = removed);

        Assert.That(ids, Is.EqualTo(shelf.Ids));
    }

    [Test]
    public async Task EnumerateAsync_SortedAndRecordsAddedInFront_RepeatsNone()
    {
        var shelf = new Shelf(30);
        var added = new List<Guid>();
        Gateway.Always(sent => Shelf.Page(Shelf.TakeOf(added.Concat(shelf.Ids), sent)));

        var ids = await IdsAsync(
            Client.HoldingsSources.EnumerateAsync(Cql.All.SortBy("name"), new() { PageSize = 10 }),
            () => added.AddRange([Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()]));

        Assert.That(ids, Is.EqualTo(shelf.Ids));
    }

    [Test]
    public void EnumerateAsync_SortedAndLastRecordGone_StatesThatRecordsMayBeMissing()
    {
        var shelf = new Shelf(40);
        var gone = Guid.Empty;
        Gateway.Always(sent => Shelf.Page(Shelf.TakeOf(shelf.Ids.Where(id => id != gone), sent)));

        var error = Assert.ThrowsAsync<WalkInterruptedException>(() => IdsAsync(
            Client.HoldingsSources.EnumerateAsync(Cql.All.SortBy("name"), new() { PageSize = 10 }), () => gone = shelf.Ids[19]))!;

        Assert.That(error.Message, Does.Contain("some may be missing or repeated"));
        Assert.That(error.Delivered, Is.EqualTo(20));
    }

    [Test]
    public async Task EnumerateAsync_TwiceOverOneEnumerable_WalksTwice()
    {
        var shelf = new Shelf(15);
        Gateway.Always(shelf.Answer);
        var records = Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 10 });

        var first = await IdsAsync(records);
        var second = await IdsAsync(records);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void EnumerateAsync_BadArguments_AreRefusedBeforeAnythingIsSent()
    {
        var sorted = Cql.All.SortBy("name");
        Assert.Multiple(() =>
        {
            Assert.That(() => Client.HoldingsSources.EnumerateAsync(options: new() { PageSize = 0 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Client.HoldingsSources.EnumerateAsync(options: new() { Skip = 1 }), Throws.ArgumentException);
            Assert.That(() => Client.HoldingsSources.EnumerateAsync(sorted, new() { Skip = -1 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Client.HoldingsSources.EnumerateAsync(sorted, new() { After = Guid.NewGuid() }), Throws.ArgumentException);
            Assert.That(() => Client.HoldingsSources.EnumerateAsync(Cql.Field("name").EqualTo(new string('x', 3450))),
                Throws.ArgumentException.With.Property("ParamName").EqualTo("query"));
            Assert.That(Gateway.Sent, Is.Empty);
        });
    }

    private static async Task<List<Guid>> IdsAsync(IAsyncEnumerable<HoldingsSource> records, Action? atTheFirst = null)
    {
        var ids = new List<Guid>();
        await foreach (var record in records)
        {
            ids.Add(record.Id);
            if (ids.Count == 1)
            {
                atTheFirst?.Invoke();
            }
        }

        return ids;
    }

    private static async Task IntoAsync(List<Guid> ids, IAsyncEnumerable<HoldingsSource> records)
    {
        await foreach (var record in records)
        {
            ids.Add(record.Id);
        }
    }

    private sealed class Told : IProgress<WalkProgress>
    {
        public List<WalkProgress> Reports { get; } = [];

        public void Report(WalkProgress value) => Reports.Add(value);
    }
}
