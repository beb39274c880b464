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

        Assert.That(error.Message, Does.StartWith("The bookmark was created for organization 3 and workstation 1242: resume it with a client for these"));
        Assert.That(error.Message, Does.Contain("With(organizationId: 3, workstationId: 1242)"));
        Assert.That(
            Assert.ThrowsAsync<ArgumentException>(() => Client.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, bookmark))!.Message,
            Is.EqualTo("The bookmark belongs to workflow 9, not 13."));
    }

    [Test]
    public void ResumeAsync_Forgotten_IsNotFound()
    {
        var bookmark = _talk.ToBookmark();
        bookmark.RequestGuid = Guid.NewGuid();

        Assert.ThrowsAsync<NotFoundException>(() => Client.Workflows.ResumeAsync(UpdateBibRecord.Kind, bookmark));
    }

    [TestCase("", "it is not the JSON that ToJson returned.")]
    [TestCase("{}", "it has no conversation ID.")]
    [TestCase("null", "it has no conversation ID.")]
    [TestCase("[", "it is not the JSON that ToJson returned.")]
    [TestCase("""{"RequestGuid":"00000000-0000-0000-0000-000000000000"}""", "it has no conversation ID.")]
    public void FromJson_NoBookmark_IsAFormatError(string json, string reason) => Assert.That(
        () => WorkflowBookmark.FromJson(json), Throws.TypeOf<FormatException>().With.Message.EqualTo($"The string is not a workflow bookmark: {reason}"));

    [Test]
    public void GetPrompt_KindWithAPromptOfItsOwn_PrefersItToThatOfTheLibrary()
    {
        var kind = new WorkflowKind<BibRecordSaved>(
            WorkflowRequestType.UpdateBibRecord, WorkflowRequestExtensionType.UpdateBibRecord, BibliographicRecordsJson.Default.BibRecordSaved)
        {
            Prompts = [PromptKind.Of(WorkflowPromptId.MarcValidation, context => new OtherPrompt(context)), PromptKind.Of(WorkflowPromptId.DisplayInPac, context => new OwnPrompt(context))],
        };

        Assert.That(Client.Workflows.GetPrompt(kind, _talk.ToBookmark()), Is.TypeOf<OwnPrompt>());
        Assert.That(Client.Workflows.GetPrompt(UpdateBibRecord.Kind, _talk.ToBookmark()), Is.TypeOf<DisplayInPacPrompt>());
    }

    [Test]
    public void GetPrompt_BookmarkWithoutAPrompt_StatesIt()
    {
        var bookmark = _talk.ToBookmark();
        bookmark.Prompt = null;

        Assert.That(
            () => Client.Workflows.GetPrompt(UpdateBibRecord.Kind, bookmark),
            Throws.ArgumentException.With.Message.StartsWith("The bookmark does not contain a prompt."));
    }

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
        Assert.That(
            () => _talk.Complete(),
            Throws.InvalidOperationException.With.Message.EqualTo($"Workflow {_talk.RequestGuid} has not ended: DisplayInPacPrompt (66) waits for a reply."));

        await _talk.ReplyAsync(reply);

        Assert.That(
            Assert.ThrowsAsync<InvalidOperationException>(() => _talk.ReplyAsync(reply))!.Message,
            Is.EqualTo($"Workflow {_talk.RequestGuid} has ended, so no prompt is open."));
        Assert.Throws<InvalidOperationException>(() => _talk.ToBookmark());
    }

    [Test]
    public async Task ReplyAsync_ReplyOfAnotherConversation_IsNotSent()
    {
        var other = await Client.Workflows.StartAsync(new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false });

        var error = Assert.ThrowsAsync<IllegalReplyException>(() => _talk.ReplyAsync(((DisplayInPacPrompt)other.PendingPrompt!).Continue()))!;

        Assert.That(error.Message, Does.EndWith(
            "it replies to DisplayInPacPrompt (66), not to the open prompt. Create replies with the methods of PendingPrompt."));
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

    private sealed class OwnPrompt(PromptContext context) : Prompt(context);

    private sealed class OtherPrompt(PromptContext context) : Prompt(context);
}
