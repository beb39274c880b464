using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Conversations step by step, and across processes.</summary>
public sealed class BookmarkTests : FakeFixture
{
    private WorkflowConversation<BibRecordSaved> _talk = null!;

    [SetUp]
    public async Task StartAsync() => _talk = await Client.Workflows.StartAsync(new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false });

    [Test]
    public async Task Bookmark_WrittenAndReadByAnotherProcess_Continues()
    {
        var bookmark = WorkflowBookmark.FromJson(_talk.ToBookmark().ToJson());
        using var other = Fake.CreateClient();

        var talk = await other.Workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark);
        await talk.ReplyAsync(((DisplayInPacPrompt)talk.PendingPrompt!).Continue());

        Assert.That(bookmark.Prompt!.WorkflowPromptId, Is.EqualTo(WorkflowPromptId.DisplayInPac));
        Assert.That(talk.Complete().Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(talk.Transcript.ToString(), Is.EqualTo("Read -> prompt 66; Reply Continue to prompt 66 -> CompletedSuccessfully"));
    }

    [Test]
    public async Task ResumeAsync_EndedMeanwhile_IsEnded()
    {
        var bookmark = _talk.ToBookmark();
        await _talk.CancelAsync();

        var talk = await Client.Workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark);

        Assert.That(talk.PendingPrompt, Is.Null);
        Assert.That(talk.Complete().Outcome, Is.EqualTo(WorkflowOutcome.Canceled));
    }

    [Test]
    public void ResumeAsync_FromAnotherContextOrWorkflow_IsRefused()
    {
        var bookmark = _talk.ToBookmark();

        var error = Assert.ThrowsAsync<ArgumentException>(
            () => Client.With(workstationId: 8).Workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark))!;

        Assert.That(error.Message, Does.Contain("With(organizationId: 3, workstationId: 1242)"));
        Assert.ThrowsAsync<ArgumentException>(() => Client.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, bookmark));
    }

    [Test]
    public void ResumeAsync_Forgotten_IsNotFound()
    {
        var bookmark = _talk.ToBookmark();
        bookmark.RequestGuid = Guid.NewGuid();

        Assert.ThrowsAsync<NotFoundException>(() => Client.Workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark));
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("[")]
    [TestCase("""{"RequestGuid":"00000000-0000-0000-0000-000000000000"}""")]
    public void FromJson_NoBookmark_IsAFormatError(string json) => Assert.Throws<FormatException>(() => WorkflowBookmark.FromJson(json));

    [Test]
    public void FromJson_Null_IsTheCallersMistake() => Assert.Throws<ArgumentNullException>(() => WorkflowBookmark.FromJson(null!));

    [TestCase(3, 1242, true)]
    [TestCase(4, 1242, false)]
    [TestCase(3, 1243, false)]
    public async Task ResumeAsync_ByAnyClient_NeedsBothTheOrganizationAndTheWorkstation(int organization, int workstation, bool fits)
    {
        var bookmark = _talk.ToBookmark();
        var workflows = Client.With(organizationId: organization, workstationId: workstation).Workflows;

        if (fits)
        {
            Assert.That((await workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark)).RequestGuid, Is.EqualTo(_talk.RequestGuid));
        }
        else
        {
            Assert.ThrowsAsync<ArgumentException>(() => workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark));
        }
    }

    [Test]
    public void ToBookmark_OfAWaitingConversation_HoldsAllThatIsNeededAndShowsNumbersOnly()
    {
        var bookmark = WorkflowBookmark.FromJson(_talk.ToBookmark().ToJson());

        Assert.That(bookmark.RequestGuid, Is.EqualTo(_talk.RequestGuid));
        Assert.That(bookmark.RequestType, Is.EqualTo(WorkflowRequestType.UpdateBibRecord));
        Assert.That(bookmark.OrganizationId, Is.EqualTo(3));
        Assert.That(bookmark.WorkstationId, Is.EqualTo(1242));
        Assert.That(bookmark.ToString(), Is.EqualTo($"workflow 9 {_talk.RequestGuid}"));
    }

    [Test]
    public async Task Conversation_Ended_TakesNoReplyAndGivesNoBookmark()
    {
        var reply = ((DisplayInPacPrompt)_talk.PendingPrompt!).Continue();
        Assert.Throws<InvalidOperationException>(() => _talk.Complete());

        await _talk.ReplyAsync(reply);

        Assert.ThrowsAsync<InvalidOperationException>(() => _talk.ReplyAsync(reply));
        Assert.Throws<InvalidOperationException>(() => _talk.ToBookmark());
    }

    [Test]
    public async Task ReplyAsync_ReplyOfAnotherConversation_IsNotSent()
    {
        var other = await Client.Workflows.StartAsync(new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false });

        Assert.ThrowsAsync<IllegalReplyException>(() => _talk.ReplyAsync(((DisplayInPacPrompt)other.PendingPrompt!).Continue()));

        Assert.That(Fake.Journal.Count(entry => entry.Reply is not null), Is.Zero);
    }

    [Test]
    public void ReplyAsync_Canceled_IsInTheTranscriptAsLost()
    {
        using var cancellation = new CancellationTokenSource();
        Fake.Faults.Add(new FakeFault(FaultKind.DelayProcessed) { Method = "PUT" });
        using var timer = Clock.CreateTimer(_ => cancellation.Cancel(), null, TimeSpan.FromSeconds(5), TimeSpan.FromDays(1));

        Assert.CatchAsync<OperationCanceledException>(
            () => _talk.ReplyAsync(((DisplayInPacPrompt)_talk.PendingPrompt!).Continue(), cancellation.Token));

        Assert.That(_talk.Transcript.ToString(), Does.EndWith("Reply Continue to prompt 66 -> response lost"));
        Assert.That(_talk.PendingPrompt, Is.Not.Null);
    }
}
