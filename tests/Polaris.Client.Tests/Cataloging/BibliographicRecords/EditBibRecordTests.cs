using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class EditBibRecordTests : ConductorFixture
{
    [SetUp]
    public void AddRecord() => Fake.WithBib(5, displayInPac: false, marc: BibRecordsClientTests.Titled("Three"), doNotOverlay: true);

    [TearDown]
    public void AssertNoLockIsLeft() => Assert.That(Fake.Locks.Where(held => held.WorkstationId != 15), Is.Empty);

    [Test]
    public async Task EditAsync_ChangedTitle_IsSavedAndReadAgain()
    {
        var edit = await Client.BibRecords.EditAsync(5, Retitle, new());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(edit.IsSaved, Is.True);
            Assert.That(edit.Difference!.Removed.Single().ToText(), Does.Contain("Three"));
            Assert.That(edit.Difference.Added.Single().ToText(), Does.Contain("Four"));
            Assert.That(edit.StoredDifference!.IsEmpty, Is.True);
            Assert.That(edit.ReadError, Is.Null);
            Assert.That((await Client.BibRecords.GetMarcAsync(5)).FirstSubfield("245", 'a'), Is.EqualTo("Four"));
            Assert.That(Fake.Bibs[5].DisplayInPac, Is.False);
            Assert.That(Fake.Bibs[5].DoNotOverlay, Is.True);
            Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task EditAsync_AsynchronousChange_IsAwaited()
    {
        var edit = await Client.BibRecords.EditAsync(
            5,
            async record =>
            {
                await Task.Yield();
                Retitle(record);
            },
            new());

        Assert.That(edit.IsSaved, Is.True);
    }

    [Test]
    public async Task EditAsync_NothingChanged_SavesNothing()
    {
        var edit = await Client.BibRecords.EditAsync(5, (MarcRecord _) => { }, new());

        Assert.That(edit.IsSaved, Is.False);
        Assert.That(edit.Result, Is.Null);
        Assert.That(edit.ToString(), Is.EqualTo("Record 5, unchanged"));
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public void EditAsync_ChangedMeanwhile_IsRefused()
    {
        Assert.ThrowsAsync<RecordChangedException>(() => Client.BibRecords.EditAsync(
            5,
            record =>
            {
                Retitle(record);
                Fake.WithBib(5, marc: BibRecordsClientTests.Titled("By another user"));
            },
            new()));

        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public void EditAsync_LockedByAnotherUser_ReadsAndChangesNothing()
    {
        Fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, 5);
        var ran = false;

        Assert.ThrowsAsync<ObjectLockedException>(() => Client.BibRecords.EditAsync(5, (MarcRecord _) => { ran = true; }, new()));

        Assert.That(ran, Is.False);
    }

    [Test]
    public void EditAsync_ChangeThrows_ReachesTheCallerAndSavesNothing()
    {
        Assert.ThrowsAsync<FormatException>(() => Client.BibRecords.EditAsync(
            5, (Action<MarcRecord>)(_ => throw new FormatException()), new()));

        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public async Task EditAsync_HandlerCancelsTheSave_IsNotSaved()
    {
        Fake.OnWorkflow(WorkflowRequestType.AddOrUpdateBibRecord, talk => talk.Replies.Count == 0
            ? FakeWorkflowOutcome.Ask(PromptOf(66, (WorkflowPromptOptions)6))
            : FakeWorkflowOutcome.Cancel());

        var edit = await Client.BibRecords.EditAsync(5, Retitle, new PromptHandlers().Otherwise(prompt => prompt.Cancel()));

        Assert.That(edit.IsSaved, Is.False);
        Assert.That(edit.Result!.IsCanceled, Is.True);
        Assert.That(edit.Stored, Is.Null);
    }

    [Test]
    public void EditAsync_FlagsMissingInTheResponse_IsRefused()
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}", _ => FakeResponse.Json("""{"BibliographicRecordID":5}"""));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.BibRecords.EditAsync(5, Retitle, new()));

        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public async Task EditAsync_ReadAfterTheSaveFails_TheSaveIsStillReported()
    {
        var reads = 0;
        var marc = BibRecordsClientTests.Titled("Three").ToJson();
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ =>
            ++reads < 3 ? FakeResponse.Json(marc) : FakeResponse.Html(404, "gone"));

        var edit = await Client.BibRecords.EditAsync(5, Retitle, new());

        Assert.That(edit.IsSaved, Is.True);
        Assert.That(edit.Stored, Is.Null);
        Assert.That(edit.Difference, Is.Null);
        Assert.That(edit.ReadError, Is.InstanceOf<NotFoundException>());
    }

    [Test]
    public async Task EditAsync_TwoAtOnce_LoseNeitherChange()
    {
        using var other = Client.With(workstationId: 7);

        await Task.WhenAll(new[] { Client, other }.Select((polaris, i) => Task.Run(() => polaris.BibRecords.EditAsync(
            5,
            async record =>
            {
                await Task.Delay(TimeSpan.FromSeconds(2), Clock);
                record.Field("500", ' ', ' ', ('a', $"Note {i}"));
            },
            new(),
            new AcquireOptions { WaitUpTo = TimeSpan.FromMinutes(5) }))));

        var notes = (await Client.BibRecords.GetMarcAsync(5)).Fields.Where(field => field.Tag == "500").Select(field => field.ToText());
        Assert.That(notes, Has.Exactly(1).Contains("Note 0").And.Exactly(1).Contains("Note 1"));
    }

    [Test]
    public void EditAsync_CanceledByTheCallerDuringTheChange_SavesNothing()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.That(
            () => Client.BibRecords.EditAsync(
                5,
                record =>
                {
                    Retitle(record);
                    cancellation.Cancel();
                },
                new(),
                cancellationToken: cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());

        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"leader":"00000nam  2200000   4500","controlfields":[{"tag":"001","data":"5"}]}""")]
    [TestCase("")]
    [TestCase("[null]")]
    [TestCase("""{"leader":null,"controlfields":null,"datafields":[null]}""")]
    [TestCase("""{"leader":5,"datafields":"245"}""")]
    public void EditAsync_RecordThatCannotBeRead_IsNotSaved(string body)
    {
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ => FakeResponse.Json(body));

        Assert.ThrowsAsync<InvalidResponseException>(() => Client.BibRecords.EditAsync(
            5, record => record.Field("500", ' ', ' ', ('a', "Note")), new()));

        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public async Task EditAsync_ResponseToTheSaveLost_IsSavedOnce()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "workflow" });

        Assert.ThrowsAsync<TransportException>(() => Client.BibRecords.EditAsync(5, Retitle, new()));

        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That((await Client.BibRecords.GetMarcAsync(5)).FirstSubfield("245", 'a'), Is.EqualTo("Four"));
    }

    private static void Retitle(MarcRecord record) => record["245"]!['a'] = "Four";
}
