using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows.Prompts;

/// <summary>What a browser is shown of a prompt, and which of its answers become replies.</summary>
public sealed class PromptViewTests : ConductorFixture
{
    private static readonly MarcRecord Frankenstein = new MarcRecord().Field("100", '1', ' ', ('a', "Shelley, Mary")).Field("245", '1', '0', ('a', "Frankenstein"));

    [Test]
    public void PromptView_New_HasEmptyTextsAndShowsItsNumber()
    {
        var view = new PromptView { Id = (WorkflowPromptId)87, Title = "Title", Message = "Question" };

        Assert.That(view.ToString(), Is.EqualTo("prompt 87"));
        Assert.That(new PromptView().Key, Is.Empty);
        Assert.That(new PromptView().Title, Is.Empty);
        Assert.That(new PromptView().Message, Is.Empty);
        Assert.That(new PromptViewChoice().Text, Is.Empty);
        Assert.That(new PromptAnswer().Key, Is.Empty);
        Assert.That(new PromptAnswer { Key = null!, RecordIds = null! }.Key, Is.Empty);
        Assert.That(new PromptAnswer { Key = null!, RecordIds = null! }.RecordIds, Is.Empty);
    }

    [TestCase("null", "The string is not an answer to a prompt: it is the JSON null.")]
    [TestCase("{", "The string is not an answer to a prompt: see $.")]
    [TestCase("""{"recordIds":["x"]}""", "The string is not an answer to a prompt: see $.recordIds[0].")]
    public void FromJson_NoAnswer_NamesThePlace(string json, string message) =>
        Assert.That(() => PromptAnswer.FromJson(json), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));

    [Test]
    public async Task ToView_OfDuplicates_ShowsTheRecordBesideThem()
    {
        var view = (await AskAboutDuplicatesAsync()).PendingPrompt!.ToView();

        var json = JsonNode.Parse(view.ToJson())!;
        Assert.Multiple(() =>
        {
            Assert.That(json["id"]!.GetValue<int>(), Is.EqualTo(87));
            Assert.That(json["title"]!.GetValue<string>(), Is.Not.Empty);
            Assert.That(json["choices"]!.AsArray().Select(choice => $"{choice!["result"]} {choice["text"]} {choice["needsRecords"]}"),
                Is.EqualTo(new[] { "2 Replace true", "3 Continue false", "4 Cancel false" }));
            Assert.That(json["record"]!["title"]!.GetValue<string>(), Is.EqualTo("Frankenstein"));
            Assert.That(json["records"]!.AsArray().Select(record => $"{record!["id"]} {record["isProtected"]}"), Is.EqualTo(new[] { "7 true", "8 false" }));
        });
    }

    [Test]
    public async Task ToView_AnyPrompt_DoesNotContainTheConversation()
    {
        var talk = await AskAboutDuplicatesAsync();

        Assert.That(talk.PendingPrompt!.ToView().ToJson(), Does.Not.Contain(talk.RequestGuid.ToString()));
    }

    [Test]
    public async Task ReplyFrom_ChosenRecords_ReplacesThem()
    {
        var talk = await AskAboutDuplicatesAsync();
        var answer = PromptAnswer.FromJson($$"""{"key":"{{talk.PendingPrompt!.ToView().Key}}","result":2,"recordIds":[8]}""");

        await talk.ReplyAsync(talk.PendingPrompt.ReplyFrom(answer));

        Assert.That(talk.Complete().Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(Fake.Bibs.Keys, Has.No.Member(8).And.Member(7));
    }

    [Test]
    public async Task ReplyFrom_AfterAnotherProcessResumedIt_IsStillTheSamePrompt()
    {
        var talk = await AskAboutDuplicatesAsync();
        var bookmark = WorkflowBookmark.FromJson(talk.ToBookmark().ToJson());
        var resumed = await Client.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, bookmark);

        var reply = resumed.PendingPrompt!.ReplyFrom(new PromptAnswer { Key = talk.PendingPrompt!.ToView().Key, Result = WorkflowPromptResult.No });

        Assert.That(reply.Result, Is.EqualTo(WorkflowPromptResult.No));
    }

    [Test]
    public async Task GetPrompt_OfABookmark_IsTheOpenPromptWithoutARequest()
    {
        var talk = await AskAboutDuplicatesAsync();
        var bookmark = WorkflowBookmark.FromJson(talk.ToBookmark().ToJson());
        var requests = Fake.Journal.Count;

        var prompt = Client.Workflows.GetPrompt(AddOrUpdateBibRecord.Kind, bookmark);

        Assert.That(prompt.ToView().ToJson(), Is.EqualTo(talk.PendingPrompt!.ToView().ToJson()));
        Assert.That(Fake.Journal, Has.Count.EqualTo(requests));
        Assert.Throws<ArgumentException>(() => Client.Workflows.GetPrompt(UpdateBibRecord.Kind, bookmark));
        bookmark.Prompt = null;
        Assert.Throws<ArgumentException>(() => Client.Workflows.GetPrompt(AddOrUpdateBibRecord.Kind, bookmark));
    }

    [Test]
    public async Task ReplyFrom_ToAnotherConversationsPrompt_IsRefused()
    {
        var one = await AskAboutDuplicatesAsync();
        var other = await AskAboutDuplicatesAsync();

        AssertRefused(other.PendingPrompt!, new PromptAnswer { Key = one.PendingPrompt!.ToView().Key, Result = WorkflowPromptResult.No }, "another prompt");
    }

    [Test]
    public async Task ReplyFrom_ToThePreviousPrompt_IsRefused()
    {
        var talk = await AskAboutDuplicatesAsync();
        var stale = new PromptAnswer { Key = talk.PendingPrompt!.ToView().Key, Result = WorkflowPromptResult.Cancel };
        await talk.ReplyAsync(((DuplicateBibRecordsPrompt)talk.PendingPrompt).Replace([7]));

        AssertRefused(talk.PendingPrompt!, stale, "another prompt");
    }

    [TestCase(2, new int[0], "at least one")]
    [TestCase(2, new[] { 7, 9 }, "9 not among")]
    [TestCase(5, new int[0], "2 (Replace), 3 (Continue), 4 (Cancel)")]
    public async Task ReplyFrom_ChoiceThatWasNotShownOrLacksItsData_IsRefused(int result, int[] records, string why)
    {
        var prompt = (await AskAboutDuplicatesAsync()).PendingPrompt!;

        AssertRefused(prompt, new PromptAnswer { Key = prompt.ToView().Key, Result = (WorkflowPromptResult)result, RecordIds = records }, why);
    }

    [Test]
    public void ReplyFrom_LinkedRecords_NeedsBothOptions()
    {
        var prompt = new ManageLinkedRecordsPrompt(ContextOf(145, WorkflowPromptOptions.ContinueCancel), new LinkedRecords { BibHeading = "4 headings" });
        var answer = new PromptAnswer { Key = prompt.ToView().Key, Result = WorkflowPromptResult.Continue, BibOption = 1 };

        AssertRefused(prompt, answer, "both options");
        answer.SeeAlsoOption = 2;
        Assert.That(prompt.ReplyFrom(answer).Wire.ReplyExtension!.Data!.ToElement().GetRawText(), Is.EqualTo("""{"BibOption":1,"SeeAlsoOption":2}"""));
        Assert.That(prompt.ToView().Choices[0].NeedsOptions, Is.True);
        Assert.That(prompt.ToView().Notes, Is.EqualTo(new[] { "4 headings" }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void ReplyFrom_RecordToMaintain_IsAcceptedIfTheServerAllowsIt(bool isAllowed)
    {
        var prompt = new DuplicateBibRecordsPrompt(
            ContextOf(87, WorkflowPromptOptions.YesNoCancel),
            new DuplicateBibRecords { MaintainControlNumberEnabled = isAllowed, BibReplacementRecords = [new DuplicateBibRecord { RecordId = 7 }] });
        var answer = new PromptAnswer { Key = prompt.ToView().Key, Result = WorkflowPromptResult.Yes, RecordIds = [7], RecordToMaintainId = 7 };

        Assert.That(prompt.ToView().CanMaintainRecordId, Is.EqualTo(isAllowed));
        if (isAllowed)
        {
            Assert.That(prompt.ReplyFrom(answer).Wire.ReplyExtension!.Data!.ToElement().GetRawText(), Does.Contain("\"RecordToMaintainID\":7"));
        }
        else
        {
            AssertRefused(prompt, answer, "does not allow");
        }
    }

    [Test]
    public void ReplyFrom_DuplicateAuthorities_ReplacesThoseThatWereShown()
    {
        var prompt = new DuplicateAuthorityRecordsPrompt(
            ContextOf(142, WorkflowPromptOptions.YesNoCancel),
            new DuplicateAuthorityRecords { DuplicateErrors = [new DuplicateAuthorityRecord { RecordId = 925311, Reason = "Heading/Thesaurus" }] });
        var key = prompt.ToView().Key;

        AssertRefused(prompt, new PromptAnswer { Key = key, Result = WorkflowPromptResult.Yes }, "at least one");
        Assert.That(prompt.ToView().Records.Single().Reason, Is.EqualTo("Heading/Thesaurus"));
        Assert.That(prompt.ReplyFrom(new PromptAnswer { Key = key, Result = WorkflowPromptResult.Yes, RecordIds = [925311] }).Result, Is.EqualTo(WorkflowPromptResult.Yes));
        Assert.That(prompt.ReplyFrom(new PromptAnswer { Key = key, Result = WorkflowPromptResult.No }).Result, Is.EqualTo(WorkflowPromptResult.No));
    }

    [Test]
    public void ReplyFrom_UndocumentedButtons_IsRefusedButForThoseShown()
    {
        var prompt = new Prompt(ContextOf(4711, (WorkflowPromptOptions)77));
        var lastCopy = new LastCopyPrompt(ContextOf(82, (WorkflowPromptOptions)77), new LastCopyOptions { RetainButtonEnabled = true });

        AssertRefused(prompt, new PromptAnswer { Key = prompt.ToView().Key, Result = WorkflowPromptResult.Waive }, "not documented");
        AssertRefused(lastCopy, new PromptAnswer { Key = lastCopy.ToView().Key, Result = WorkflowPromptResult.Delete }, "11 (Retain)");
        Assert.That(
            lastCopy.ReplyFrom(new PromptAnswer { Key = lastCopy.ToView().Key, Result = WorkflowPromptResult.Retain }).Result,
            Is.EqualTo(WorkflowPromptResult.Retain));
    }

    [Test]
    public void ToView_PromptsWithoutRecords_ShowTheirDataAsNotes()
    {
        var blocks = new PatronBlocks { UnreadMessageBlock = true, HeldItemBlock = false };
        var patron = new PatronBlockedPrompt(ContextOf(1, WorkflowPromptOptions.ContinueCancel), blocks);
        var serial = new SerialHoldsPrompt(
            ContextOf(94, WorkflowPromptOptions.ContinueCancel), new SerialHoldChoices { DesignationsOrVolumes = ["v. 1", "v. 2"] });

        Assert.That(patron.ToView().Notes, Is.EqualTo(new[] { "The patron has an unread message." }));
        Assert.That(serial.ToView().Notes, Is.EqualTo(new[] { "v. 1", "v. 2" }));
    }

    [Test]
    public void ToView_ReplacementErrors_ShowsTheReasons()
    {
        var prompt = new ReplacementErrorsPrompt(
            ContextOf(148, WorkflowPromptOptions.ContinueCancel),
            new ReplacementErrors { Data = [new ReplacementError { RecordId = 7, Title = "Frankenstein", Reason = "protected" }] });

        Assert.That(prompt.ToView().Records.Select(record => $"{record.Id} {record.Title} {record.Reason}"), Is.EqualTo(new[] { "7 Frankenstein protected" }));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("""{"key":5}""")]
    [TestCase("""{"recordIds":["x"]}""")]
    public void FromJson_OtherText_IsRefused(string json) => Assert.Throws<FormatException>(() => PromptAnswer.FromJson(json));

    private async Task<WorkflowConversation<BibRecordSaved>> AskAboutDuplicatesAsync()
    {
        Fake.WithBib(7, marc: Frankenstein, doNotOverlay: true).WithBib(8, marc: Frankenstein, linkedItems: 3);
        return await Client.Workflows.StartAsync(new AddOrUpdateBibRecord { IsNewRecord = true, Marc = Frankenstein });
    }

    private static PromptContext ContextOf(int id, WorkflowPromptOptions options) => new(new WorkflowAnswer
    {
        WorkflowRequestGuid = Guid.NewGuid(),
        WorkflowStatus = WorkflowStatus.InputRequired,
        Prompt = new WorkflowPrompt { WorkflowPromptId = (WorkflowPromptId)id, WorkflowPromptOptions = options },
    });

    private static void AssertRefused(Prompt prompt, PromptAnswer answer, string why) =>
        Assert.That(Assert.Throws<IllegalReplyException>(() => prompt.ReplyFrom(answer))!.Message, Does.Contain(why));
}
