using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class SaveManyTests : SaveManyFixture
{
    [Test]
    public async Task SaveManyAsync_AddsAndUpdates_SavesEach()
    {
        var results = await SaveAsync([Add("One"), Update(5, "Six"), Add("Two")]);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BibRecordSaveOutcome.Saved));
        Assert.That(results.Select(result => result.BibRecordId), Is.EqualTo(new int?[] { null, 5, null }));
        Assert.That(results[1].ToString(), Is.EqualTo("Saved, bibliographic record 5"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(3));
    }

    [Test]
    public async Task SaveManyAsync_UpdateWithoutFlags_KeepsThePresentOnes()
    {
        await SaveAsync([Update(5, "Six")]);

        Assert.That(Fake.Bibs[5].DisplayInPac, Is.False);
        Assert.That(Fake.Bibs[5].DoNotOverlay, Is.True);
        Assert.That((await Client.BibRecords.GetMarcAsync(5)).Title, Is.EqualTo("Six"));
    }

    [Test]
    public async Task SaveManyAsync_UpdateWithAllFlags_IsSentWithoutReading()
    {
        var request = new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = true, DoNotOverlay = false, RecordOwnerId = 1, RecordStatusId = 1, Marc = Titled("Six") };

        await SaveAsync([new BibRecordSave(request, None)]);

        Assert.That(Fake.Journal.Any(entry => entry.Path.StartsWith("bibliographicrecords", StringComparison.Ordinal)), Is.False);
        Assert.That(Fake.Bibs[5].DisplayInPac, Is.True);
    }

    [Test]
    public async Task SaveManyAsync_UpdateWithoutStatus_SendsThePresentOne()
    {
        Fake.WithRecord("bibs", new JsonObject
        {
            ["BibliographicRecordID"] = 6,
            ["RecordStatusID"] = 4,
            ["DisplayInPAC"] = true,
            ["DoNotOverlay"] = false,
            ["RecordOwnerID"] = 1,
        });
        int? sent = null;
        Fake.OnWorkflow(WorkflowRequestType.AddOrUpdateBibRecord, talk =>
        {
            sent = talk.Data["RecordStatusID"]?.GetValue<int>();
            return FakeWorkflowOutcome.Cancel();
        });
        var request = new AddOrUpdateBibRecord { BibRecordId = 6, DisplayInPac = true, DoNotOverlay = false, RecordOwnerId = 1, Marc = Titled("Six") };

        await SaveAsync([new BibRecordSave(request, None)]);

        Assert.That(sent, Is.EqualTo(4));
    }

    [TestCase(429)]
    [TestCase(409)]
    public async Task SaveManyAsync_OwnCodeBeforeSendingMeetsAnErrorOfAnotherCall_IsNotSent(int status)
    {
        var before = Clock.Elapsed;
        var failure = new ApiFailure { StatusCode = (System.Net.HttpStatusCode)status, Route = "GET /another" };
        var save = new FailingSave(Add("One").Request, () => status == 409
            ? new ObjectLockedException("Locked elsewhere.", null, failure) : new RequestFailedException("Too many elsewhere.", failure));

        var result = (await SaveAsync<BibRecordSave>([save])).Single();

        Assert.That(result.Outcome, Is.EqualTo(BibRecordSaveOutcome.NotSent));
        Assert.That(SentAboutWorkflows(), Is.Empty);
        Assert.That(Clock.Elapsed, Is.EqualTo(before), "no worker waits because of it");
    }

    [Test]
    public async Task SaveManyAsync_CanceledByAHandler_IsCanceled()
    {
        var save = Add("Five", new PromptHandlers().On<DuplicateBibRecordsPrompt>(prompt => prompt.Cancel()));

        Assert.That((await SaveAsync([save])).Single().Outcome, Is.EqualTo(BibRecordSaveOutcome.Canceled));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task SaveManyAsync_HandlerThrows_IsCanceledAndTheOthersAreSaved()
    {
        var bug = new InvalidDataException("a bug");

        var results = await SaveAsync([Add("Five", new PromptHandlers().Otherwise(_ => throw bug)), Add("Six")]);

        Assert.That(results[0].Outcome, Is.EqualTo(BibRecordSaveOutcome.Canceled));
        Assert.That(results[0].Error, Is.SameAs(bug));
        Assert.That(results[1].Outcome, Is.EqualTo(BibRecordSaveOutcome.Saved));
    }

    [Test]
    public async Task SaveManyAsync_LockedByAnotherUser_IsLocked()
    {
        Fake.LockAs("PolarisExec", 15, ObjectType.BibliographicRecord, 5);

        var result = (await SaveAsync([Update(5, "Six")])).Single();

        Assert.That(result.Outcome, Is.EqualTo(BibRecordSaveOutcome.Locked));
        Assert.That(((ObjectLockedException)result.Error!).Holder!.WorkstationId, Is.EqualTo(15));
    }

    [Test]
    public async Task SaveManyAsync_RecordDoesNotExist_IsRefused()
    {
        var results = await SaveAsync([Update(6, "Six"), Add("Two")]);

        Assert.That(results[0].Outcome, Is.EqualTo(BibRecordSaveOutcome.Refused));
        Assert.That(results[0].Error, Is.InstanceOf<NotFoundException>());
        Assert.That(results[1].Outcome, Is.EqualTo(BibRecordSaveOutcome.Saved));
    }

    [Test]
    public async Task SaveManyAsync_RequestIsIncomplete_IsNotSent()
    {
        var result = (await SaveAsync([new BibRecordSave(new AddOrUpdateBibRecord { IsNewRecord = true }, None)])).Single();

        Assert.That(result.Outcome, Is.EqualTo(BibRecordSaveOutcome.NotSent));
        Assert.That(result.Error!.Message, Does.Contain("Marc is not set"));
    }

    [TestCase(FaultKind.ResetAfterProcessing, BibRecordSaveOutcome.Unknown, 1)]
    [TestCase(FaultKind.ResetBeforeProcessing, BibRecordSaveOutcome.Unknown, 0)]
    [TestCase(FaultKind.TruncatedAnswer, BibRecordSaveOutcome.Unknown, 1)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing, BibRecordSaveOutcome.Unknown, 1)]
    [TestCase(FaultKind.ServiceUnavailable, BibRecordSaveOutcome.Unknown, 0)]
    [TestCase(FaultKind.ConnectionRefused, BibRecordSaveOutcome.Saved, 1)]
    [TestCase(FaultKind.TooManyRequests, BibRecordSaveOutcome.Saved, 1)]
    public async Task SaveManyAsync_FaultOfTheStart_IsNeverExecutedTwice(FaultKind fault, BibRecordSaveOutcome outcome, int executed)
    {
        Fake.Faults.Add(new FakeFault(fault) { Method = "POST", Path = "workflow" });

        Assert.That((await SaveAsync([Add("One")])).Single().Outcome, Is.EqualTo(outcome));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(executed));
    }

    [Test]
    public async Task SaveManyAsync_ReplyInDoubt_IsUnknownWithTheBookmark()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT" });

        var result = (await SaveAsync([Add("Five", new PromptHandlers().On<DuplicateBibRecordsPrompt>(prompt => prompt.Continue()))])).Single();

        Assert.That(result.Outcome, Is.EqualTo(BibRecordSaveOutcome.Unknown));
        Assert.That(((ReplyInDoubtException)result.Error!).Bookmark.RequestGuid, Is.Not.EqualTo(Guid.Empty));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task SaveManyAsync_SuccessWithAReportedFailure_IsUnknown()
    {
        Fake.OnWorkflow(WorkflowRequestType.AddOrUpdateBibRecord, _ => FakeWorkflowOutcome.CompletePartly("Headings were not linked."));

        var result = (await SaveAsync([Add("One")])).Single();

        Assert.That(result.Outcome, Is.EqualTo(BibRecordSaveOutcome.Unknown));
        Assert.That(result.Result!.Messages.Single().Message, Is.EqualTo("Headings were not linked."));
    }

    [Test]
    public async Task SaveManyAsync_RetryAfter_IsWaitedForByAllWorkers()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.TooManyRequests) { Method = "POST", Path = "workflow", Duration = TimeSpan.FromSeconds(40) });

        var results = await SaveAsync([Add("One"), Add("Two"), Add("Three")]);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BibRecordSaveOutcome.Saved));
        Assert.That(Clock.Elapsed, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(40)));
        var posts = Fake.Journal.Where(entry => entry.Path == "workflow").ToList();
        Assert.That(posts[1].Time - posts[0].Time, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(40)));
    }

    [Test]
    public async Task SaveManyAsync_RetryAfterBeyondTheLimit_IsRefusedAndTheOthersWait()
    {
        Fake.Faults.Add(new FakeFault(FaultKind.TooManyRequests) { Method = "POST", Path = "workflow", Duration = TimeSpan.FromMinutes(5) });

        var results = await SaveAsync([Add("One"), Add("Two")]);

        Assert.That(results.Select(result => result.Outcome), Is.EqualTo(new[] { BibRecordSaveOutcome.Refused, BibRecordSaveOutcome.Saved }));
        var posts = Fake.Journal.Where(entry => entry.Path == "workflow").ToList();
        Assert.That(posts[1].Time - posts[0].Time, Is.GreaterThanOrEqualTo(RetryOptions.DefaultMaxRetryAfter));
    }

    [Test]
    public async Task SaveManyAsync_RefusedAgainAndAgain_IsRefused()
    {
        foreach (var _ in Enumerable.Range(0, 1 + RetryOptions.DefaultMaxRetries))
        {
            Fake.Faults.Add(new FakeFault(FaultKind.TooManyRequests) { Method = "POST", Path = "workflow" });
        }

        Assert.That((await SaveAsync([Add("One")])).Single().Outcome, Is.EqualTo(BibRecordSaveOutcome.Refused));
        Fake.Faults.AssertAllUsed();
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task SaveManyAsync_FourWorkstations_SaveFourAtATimeAtTheirOwn()
    {
        var meeting = new Meeting(4);
        var saves = Enumerable.Range(1, 12).Select(number => new MeetingSave(Add($"Title {number}").Request, meeting)).ToList();

        var results = await SaveAsync(saves, 1, 2, 3, 4);

        Assert.That(results.Select(result => result.Outcome), Is.All.EqualTo(BibRecordSaveOutcome.Saved));
        Assert.That(meeting.Most, Is.EqualTo(4));
        Assert.That(
            Fake.Journal.Where(entry => entry.Path == "workflow").Select(entry => entry.WorkstationId).Distinct(), Is.EquivalentTo(new[] { 1, 2, 3, 4 }));
    }

    [Test]
    public async Task SaveManyAsync_OnSendingThrows_IsNotSent()
    {
        var result = (await SaveAsync([new FailingSave(Update(5, "Six").Request, () => new IOException("The disk is full."))])).Single();

        Assert.That(result.Outcome, Is.EqualTo(BibRecordSaveOutcome.NotSent));
        Assert.That(result.Error, Is.InstanceOf<IOException>());
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [TestCase(FaultKind.TooManyRequests)]
    [TestCase(FaultKind.ServiceUnavailable)]
    public async Task SaveManyAsync_ReplyRefusedBecauseOfLoad_DoesNotStartAgain(FaultKind fault)
    {
        Fake.Faults.Add(new FakeFault(fault) { Method = "PUT", Duration = TimeSpan.FromSeconds(10) });

        var result = (await SaveAsync([Add("Five", new PromptHandlers().On<DuplicateBibRecordsPrompt>(prompt => prompt.Continue()))])).Single();

        Assert.That(result.Outcome, Is.AnyOf(BibRecordSaveOutcome.Canceled, BibRecordSaveOutcome.Unknown));
        Assert.That(SentAboutWorkflows().Count(sent => sent.StartsWith("POST", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task SaveManyAsync_NewRecordWithTheIdZero_HasTheIdOfTheResponse()
    {
        Fake.OnWorkflow(WorkflowRequestType.AddOrUpdateBibRecord, _ => FakeWorkflowOutcome.Complete(extensionType: 12, data: new JsonObject { ["BibRecordID"] = 77 }));
        var add = new AddOrUpdateBibRecord { BibRecordId = 0, IsNewRecord = true, Marc = Titled("One") };

        Assert.That((await SaveAsync([new BibRecordSave(add, None)])).Single().BibRecordId, Is.EqualTo(77));
    }

    [Test]
    public void SaveManyAsync_AWorkstationTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Client.BibRecords.SaveManyAsync(
            Streamed<BibRecordSave>([]), new SaveManyOptions { WorkstationIds = [1, 2, 1] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Client.BibRecords.SaveManyAsync(
            Streamed<BibRecordSave>([]), new SaveManyOptions { WorkstationIds = [0] }));
    }
}
