using Polaris.Client.Folio;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Folio.Batches;

public class BatchJournalTests : BatchTest
{
    private string _path = "";

    [SetUp]
    public void ChooseFile() => _path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.journal");

    [TearDown]
    public void DeleteFile() => File.Delete(_path);

    [Test]
    public async Task Run_Interrupted_IsResumedAndCreatesEachRecordOnce()
    {
        Fake.Faults.Enqueue(FakeFolioFault.Delay(TimeSpan.Zero), "POST", Batch, times: 3);
        Fake.Faults.Enqueue(FakeFolioFault.Answer(403, "text/plain", "no"), "POST", Batch);
        var first = Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => RunAsync(NewItems(100, bad: 5), concurrency: 1))!.Report;
        var sentBefore = SentSizes().Count;

        var second = await RunAsync(NewItems(100, bad: 5), concurrency: 1);

        AssertAddsUp(second);
        Assert.Multiple(() =>
        {
            Assert.That(first.Saved, Is.InRange(1, 98));
            Assert.That(second.SavedEarlier, Is.EqualTo(first.Saved));
            Assert.That(second.Saved, Is.EqualTo(99));
            Assert.That(second.Bad.Single().Position, Is.EqualTo(5));
            Assert.That(Stored.Count, Is.EqualTo(99), "records without IDs got those of the journal");
            Assert.That(SentSizes().Count, Is.GreaterThan(sentBefore));
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Run_ProgramEndedBeforeTheResponse_IsSettledByReading(bool wasSaved)
    {
        Fake.Faults.Enqueue(wasSaved ? FakeFolioFault.AnswerLost() : FakeFolioFault.ConnectionReset(), "POST", Batch);
        Fake.Faults.Enqueue(FakeFolioFault.ServiceUnavailable(), "POST", "/item-storage/items/retrieve", times: 4);
        Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => RunAsync(NewItems(10), concurrency: 1));

        // What follows the "sending" lines is lost with the program, and half of the last line.
        var lines = await File.ReadAllLinesAsync(_path);
        await File.WriteAllTextAsync(_path, string.Join('\n', lines.Take(11)) + "\n3\t8081d7");
        var report = await RunAsync(NewItems(10), concurrency: 1);

        Assert.That(report.Saved, Is.EqualTo(10));
        Assert.That(report.SavedEarlier, Is.Zero);
        Assert.That(Stored.Count, Is.EqualTo(10));
        Assert.That(SentSizes(), Has.Count.EqualTo(wasSaved ? 1 : 2));
    }

    [Test]
    public async Task Run_Complete_SendsNothingTheSecondTime()
    {
        await RunAsync(NewItems(30));
        var sent = SentSizes().Count;

        var again = await RunAsync(NewItems(30));

        Assert.That(again.Saved, Is.EqualTo(30));
        Assert.That(again.SavedEarlier, Is.EqualTo(30));
        Assert.That(SentSizes(), Has.Count.EqualTo(sent));
        using var journal = BatchJournal.Open(_path);
        Assert.That(journal.Saved, Is.EqualTo(30));
    }

    [Test]
    public async Task Run_OtherServerOfTheSameTenant_IsRefusedBeforeAnythingIsSent()
    {
        await RunAsync(NewItems(3));
        var production = new FakeFolio(new FakeFolioOptions { BaseAddress = new Uri("https://folio.production.test/okapi/") });
        await using var folio = production.CreateClient();
        using var journal = BatchJournal.Open(_path);

        var refused = Assert.Throws<InvalidOperationException>(
            () => _ = folio.Items.CreateAllAsync(StreamAsync(NewItems(3)), new() { Journal = journal }))!;

        Assert.That(refused.Message, Does.Contain("belongs to another job").And.Contain("https://folio.production.test/okapi/").And.Contain("diku"));
        Assert.That(production.Journal, Is.Empty);
    }

    [Test]
    public async Task Run_OtherRecords_IsRefused()
    {
        await RunAsync(NewItems(3));
        var others = NewItems(3);
        others[1].Id = Guid.NewGuid();

        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => RunAsync(others))!;

        AssertAddsUp(stopped.Report);
        Assert.That(stopped.InnerException!.Message, Does.Contain("record 1").And.Contain("journal"));
        Assert.That(Stored.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Run_OtherRecords_LeaveTheJournalOfTheRightOnes()
    {
        await RunAsync(NewItems(3));
        var others = NewItems(3);
        others[1].Id = Guid.NewGuid();
        Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => RunAsync(others));

        var report = await RunAsync(NewItems(3));

        Assert.That(report.SavedEarlier, Is.EqualTo(3));
        Assert.That(Stored.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Run_AgainWithTheSameOpenJournal_ResumesToo()
    {
        using var journal = BatchJournal.Open(_path);
        Fake.Faults.Enqueue(FakeFolioFault.Delay(TimeSpan.Zero), "POST", Batch);
        Fake.Faults.Enqueue(FakeFolioFault.Answer(403, "text/plain", "no"), "POST", Batch);
        BatchOptions options = new() { ChunkSize = 10, Concurrency = 1, Journal = journal };
        Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => Folio.Items.CreateAllAsync(StreamAsync(NewItems(30)), options));
        Assert.That(journal.Saved, Is.EqualTo(10));

        var report = await Folio.Items.CreateAllAsync(StreamAsync(NewItems(30)), options);

        Assert.That(report.Saved, Is.EqualTo(30));
        Assert.That(report.SavedEarlier, Is.EqualTo(10));
        Assert.That(report.Bad, Is.Empty);
        Assert.That(Stored, Has.Count.EqualTo(30));
        Assert.That(journal.Saved, Is.EqualTo(30));
    }

    [Test]
    public async Task Run_CanceledBeforeADoubtfulRecordIsRead_LeavesItInDoubt()
    {
        Fake.Faults.Enqueue(FakeFolioFault.AnswerLost(), "POST", Batch);
        Fake.Faults.Enqueue(FakeFolioFault.ServiceUnavailable(), "POST", "/item-storage/items/retrieve", times: 4);
        Assert.ThrowsAsync<BatchInterruptedException<Item>>(() => RunAsync(NewItems(10), concurrency: 1));
        using var journal = BatchJournal.Open(_path);
        using var source = new CancellationTokenSource();
        var items = NewItems(10).Select((item, i) =>
        {
            if (i == 4)
            {
                source.Cancel();
            }

            return item;
        });

        var canceled = Assert.ThrowsAsync<BatchCanceledException<Item>>(
            () => Folio.Items.CreateAllAsync(StreamAsync(items), new() { Journal = journal }, source.Token))!;

        AssertAddsUp(canceled.Report);
        Assert.That(canceled.Report.Unknown, Has.Count.EqualTo(canceled.Report.Read), "an earlier run may have saved them");
        journal.Dispose();
        Assert.That(await File.ReadAllTextAsync(_path), Does.Not.Contain("not sent"));
    }

    [Test]
    public async Task Run_BadRecordWithACorrectedId_IsSavedWhenTheRunIsResumed()
    {
        var taken = (await Folio.Items.CreateAsync(NewItem(77))).Id;
        var items = NewItems(3);
        items[0].Id = new Guid("019088d7-610f-7b50-a28b-c36a6d25191b");
        items[1].Id = taken;
        await RunAsync(items);

        var corrected = NewItems(3);
        corrected[0].Id = Guid.NewGuid();
        corrected[1].Id = Guid.NewGuid();
        var report = await RunAsync(corrected);

        Assert.That(report.Saved, Is.EqualTo(3));
        Assert.That(report.SavedEarlier, Is.EqualTo(1));
    }

    [Test]
    public async Task Run_JournalOfAnotherJob_IsRefused()
    {
        await RunAsync(NewItems(3));
        using var journal = BatchJournal.Open(_path);

        Assert.That(() => Folio.Items.UpsertAllAsync(StreamAsync(NewItems(3)), new() { Journal = journal }), Throws.InvalidOperationException);
        Assert.That(() => Folio.Holdings.CreateAllAsync(StreamAsync<HoldingsRecord>([]), new() { Journal = journal }), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Run_JournalThatCannotBeWritten_EndsBeforeAnythingIsSent()
    {
        var journal = BatchJournal.Open(_path);
        await Folio.Items.CreateAllAsync(StreamAsync(NewItems(0)), new() { Journal = journal });
        journal.Dispose();

        var stopped = Assert.ThrowsAsync<BatchInterruptedException<Item>>(
            () => Folio.Items.CreateAllAsync(StreamAsync(NewItems(3)), new() { Journal = journal }))!;

        Assert.That(stopped.Report.NotSent, Has.Count.EqualTo(3));
        Assert.That(SentSizes(), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public void Run_FullDisk_EndsBeforeAnythingIsSentAndTheJournalCloses()
    {
        var journal = BatchJournal.Open("/dev/full");

        Assert.That(() => Folio.Items.CreateAllAsync(StreamAsync(NewItems(3)), new() { Journal = journal }), Throws.InstanceOf<IOException>());

        Assert.That(journal.Dispose, Throws.Nothing, "a second exception would hide the first");
        Assert.That(SentSizes(), Is.Empty);
    }

    [TestCase("a file of another kind")]
    [TestCase("polaris-client batch journal 1\t{Fake.Options.BaseAddress}\tdiku\tPOST /x\n1\tnot an ID\tsaved\n")]
    [TestCase("polaris-client batch journal 1\t{Fake.Options.BaseAddress}\tdiku\tPOST /x\n1\t8081d707-610f-4b50-a28b-c36a6d25191b\teaten\n")]
    [TestCase("polaris-client batch journal 1\t{Fake.Options.BaseAddress}\tdiku\tPOST /x\n2000000000\t8081d707-610f-4b50-a28b-c36a6d25191b\tsaved\n")]
    public void Open_FileThatIsNotAJournal_IsRefusedAndKept(string content)
    {
        File.WriteAllText(_path, content);

        Assert.That(() => BatchJournal.Open(_path), Throws.TypeOf<InvalidDataException>().With.Message.Contains(_path));
        Assert.That(File.ReadAllText(_path), Is.EqualTo(content));
    }

    [TestCase("")]
    [TestCase("polaris-client")]
    public async Task Open_HeaderCutOff_BeginsAnew(string content)
    {
        await File.WriteAllTextAsync(_path, content);

        await RunAsync(NewItems(1));

        Assert.That(await File.ReadAllLinesAsync(_path), Has.Length.EqualTo(3));
    }

    [Test]
    public void Open_Twice_IsRefused()
    {
        using var journal = BatchJournal.Open(_path);

        Assert.That(() => BatchJournal.Open(_path), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task Journal_OfARun_HoldsNothingButPositionsIdsAndStates()
    {
        await RunAsync(NewItems(2, bad: 1), concurrency: 1);

        var lines = await File.ReadAllLinesAsync(_path);
        Assert.That(lines[0], Is.EqualTo($"polaris-client batch journal 1\t{Fake.Options.BaseAddress}\tdiku\tPOST /item-storage/batch/synchronous?upsert=false"));
        Assert.That(lines.Skip(1), Has.All.Match("^[01]\t[0-9a-f-]{36}\t(sending|saved|bad)$"));
    }

    private async Task<BatchReport<Item>> RunAsync(List<Item> items, int concurrency = 2)
    {
        using var journal = BatchJournal.Open(_path);
        return await Folio.Items.CreateAllAsync(StreamAsync(items), new() { ChunkSize = 10, Concurrency = concurrency, Journal = journal });
    }
}
