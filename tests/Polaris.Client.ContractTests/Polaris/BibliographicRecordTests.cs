using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class BibliographicRecordTests : PolarisContractTest
{
    private static readonly Guid HidingGuid = new("7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f");
    private static readonly Guid DuplicateGuid = new("e090eaf9-2abe-438e-ad1a-c0ef5db94e15");
    private static readonly Guid ProtectedGuid = new("344b6791-a299-4557-aa5e-702a523ad161");

    [Test, Plays("Polaris/bib-header-update-prompt-66")]
    public async Task StartAsync_HidingARecord_AsksWhetherToContinue()
    {
        WorkflowConversation<BibRecordSaved> talk = await CreateClient().Workflows.StartAsync(BibExamples.Hiding());

        AssertRequests(SignIn, "POST workflow");
        Assert.That(talk.LastAnswer, Members.EqualTo(BibExamples.Asked(HidingGuid, BibExamples.DisplayInPac())));
        var prompt = (DisplayInPacPrompt)talk.PendingPrompt!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prompt.Id, Is.EqualTo(WorkflowPromptId.DisplayInPac));
            Assert.That(prompt.Title, Is.EqualTo("Display in PAC"));
            Assert.That(prompt.Message, Does.StartWith("This record will no longer display in the online catalog."));
            Assert.That(prompt.RequestGuid, Is.EqualTo(HidingGuid));
            Assert.That(prompt.Choices, Is.EqualTo([
                new PromptChoice(WorkflowPromptResult.Continue, "Continue"),
                new PromptChoice(WorkflowPromptResult.Cancel, "Cancel")]));
        }
    }

    [Test, Plays("Polaris/bib-header-update-prompt-66", "Polaris/bib-header-update-reply-66")]
    public async Task ReplyAsync_Continue_SavesTheHiddenRecord()
    {
        WorkflowConversation<BibRecordSaved> talk = await CreateClient().Workflows.StartAsync(BibExamples.Hiding());

        await talk.ReplyAsync(((DisplayInPacPrompt)talk.PendingPrompt!).Continue());

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{HidingGuid}");
        Assert.That(talk.PendingPrompt, Is.Null);
        AssertUpdated(talk.Complete(), HidingGuid);
    }

    [Test, Plays("Polaris/bib-marc-update-200")]
    public async Task RunAsync_WholeRecord_IsSavedAtOnce()
    {
        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(BibExamples.WholeRecord(), new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");
        AssertUpdated(saved, Guid.Empty);
    }

    [Test, Plays("Polaris/bib-duplicates-prompt-87")]
    public async Task StartAsync_RecordLikeOthers_ShowsTheDuplicates()
    {
        WorkflowConversation<BibRecordSaved> talk = await CreateClient().Workflows.StartAsync(BibExamples.Duplicate());

        AssertRequests(SignIn, "POST workflow");
        Assert.That(talk.LastAnswer, Members.EqualTo(BibExamples.Asked(DuplicateGuid, BibExamples.DuplicatesFound())));
        var prompt = (DuplicateBibRecordsPrompt)talk.PendingPrompt!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prompt.Details, Members.EqualTo(BibExamples.Duplicates()));
            Assert.That(prompt.Duplicates, Is.EqualTo(prompt.Details.BibReplacementRecords));
            Assert.That(prompt.Choices, Is.EqualTo([
                new PromptChoice(WorkflowPromptResult.Yes, "Replace"),
                new PromptChoice(WorkflowPromptResult.No, "Continue"),
                new PromptChoice(WorkflowPromptResult.Cancel, "Cancel")]));
        }
    }

    [Test, Plays("Polaris/bib-duplicates-prompt-87", "Polaris/bib-duplicates-reply-replace")]
    public async Task ReplyAsync_ReplaceADuplicate_NamesItsId()
    {
        WorkflowConversation<BibRecordSaved> talk = await CreateClient().Workflows.StartAsync(BibExamples.Duplicate());
        var prompt = (DuplicateBibRecordsPrompt)talk.PendingPrompt!;

        await talk.ReplyAsync(prompt.Replace(prompt.Duplicates.Where(record => !record.DoNotOverlay)));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{DuplicateGuid}");
        AssertUpdated(talk.Complete(), DuplicateGuid);
    }

    [Test, Plays("Polaris/bib-errors-prompt-148")]
    public async Task ReplyAsync_ReplaceAProtectedRecord_ShowsTheErrors()
    {
        OnRequestOf("Polaris/bib-duplicates-prompt-87")
            .Answers(AnswerOf("Polaris/bib-duplicates-prompt-87").InConversation(ProtectedGuid));

        WorkflowConversation<BibRecordSaved> talk = await CreateClient().Workflows.StartAsync(BibExamples.Duplicate());

        await talk.ReplyAsync(((DuplicateBibRecordsPrompt)talk.PendingPrompt!).Replace([1331392]));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{ProtectedGuid}");
        Assert.That(talk.LastAnswer, Members.EqualTo(
            BibExamples.Asked(ProtectedGuid, BibExamples.RecordsAreProtected())));
        var prompt = (ReplacementErrorsPrompt)talk.PendingPrompt!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prompt.Details, Members.EqualTo(BibExamples.Errors()));
            Assert.That(prompt.Errors, Is.EqualTo(prompt.Details.Data));
        }
    }

    private static void AssertUpdated(WorkflowResult<BibRecordSaved> saved, Guid requestGuid)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.IsCanceled, Is.False);
            Assert.That(saved.Answer, Is.Null);
            Assert.That(saved.RequestGuid, Is.EqualTo(requestGuid));
            Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(requestGuid)));
            Assert.That(saved.Messages, Is.EqualTo(saved.Wire.InformationMessages));
        }
    }
}
