using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class ConversationTests : PolarisContractTest
{
    private static readonly Guid HidingGuid = new("7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f");
    private static readonly Guid DuplicateGuid = new("e090eaf9-2abe-438e-ad1a-c0ef5db94e15");
    private static readonly Guid AuthorityGuid = new("250989b2-6b49-4309-bba8-fa33e92c4614");
    private static readonly Guid HeaderGuid = new("9e0d3b52-6c1f-4f7b-a1c8-2d5e8f4b9033");

    [Test, Stubs("SignIn/polaris", "Conversations/bib-display-in-pac")]
    public async Task RunAsync_HidingARecord_ContinuesAndSaves()
    {
        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows.RunAsync(
            BibExamples.Hiding(),
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        await AssertRequestsAsync(SignIn, "POST workflow", $"PUT workflow/{HidingGuid}");
        Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(HidingGuid)));
        AssertTranscript(
            saved.Transcript,
            BibExamples.Asked(HidingGuid, BibExamples.DisplayInPac()),
            BibExamples.Updated(HidingGuid));
        Assert.That(saved.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 66; Reply Continue to prompt 66 -> CompletedSuccessfully"));
    }

    [Test, Stubs("SignIn/polaris", "Conversations/bib-duplicates-errors")]
    public async Task RunAsync_ProtectedDuplicate_ReplacesThenContinues()
    {
        PromptHandlers handlers = new PromptHandlers()
            .On<DuplicateBibRecordsPrompt>(prompt => prompt.Replace(prompt.Duplicates.Take(1)))
            .On<ReplacementErrorsPrompt>((prompt, _) => Task.FromResult<PromptReply?>(prompt.Continue()));

        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(BibExamples.Duplicate(), handlers);

        await AssertRequestsAsync(
            SignIn, "POST workflow", $"PUT workflow/{DuplicateGuid}", $"PUT workflow/{DuplicateGuid}");
        Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(DuplicateGuid)));
        AssertTranscript(
            saved.Transcript,
            BibExamples.Asked(DuplicateGuid, BibExamples.DuplicatesFound()),
            BibExamples.Asked(DuplicateGuid, BibExamples.RecordsAreProtected()),
            BibExamples.Updated(DuplicateGuid));
        Assert.That(saved.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 87; Reply Yes to prompt 87 -> prompt 148; "
            + "Reply Continue to prompt 148 -> CompletedSuccessfully"));
    }

    [Test, Stubs("SignIn/polaris", "Conversations/authority-duplicates-linked-records")]
    public async Task RunAsync_NewAuthorityLikeAnother_IsAddedBesideIt()
    {
        PromptHandlers handlers = new PromptHandlers()
            .On<DuplicateAuthorityRecordsPrompt>(prompt => prompt.Continue())
            .On<ManageLinkedRecordsPrompt>(prompt => prompt.Continue(bibOption: 0, seeAlsoOption: 0))
            .Otherwise(prompt => prompt.Cancel());

        WorkflowResult<AuthorityRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(AuthorityExamples.Adding(), handlers);

        await AssertRequestsAsync(
            SignIn, "POST workflow", $"PUT workflow/{AuthorityGuid}", $"PUT workflow/{AuthorityGuid}");
        Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(saved.Answer, Members.EqualTo(new AuthorityRecordSaved { AuthorityRecordId = 925310 }));
        AssertTranscript(
            saved.Transcript,
            AuthorityExamples.Asked(AuthorityGuid, AuthorityExamples.DuplicatesFound()),
            AuthorityExamples.Asked(AuthorityGuid, AuthorityExamples.LinksAreAffected()),
            AuthorityExamples.Added(AuthorityGuid));
        Assert.That(saved.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 142; Reply No to prompt 142 -> prompt 145; "
            + "Reply Continue to prompt 145 -> CompletedSuccessfully"));
    }

    [Test, Stubs("SignIn/polaris", "Conversations/bib-display-in-pac")]
    public async Task RunAsync_AnswerAsData_IsSentWhenTheServerAsks()
    {
        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows.RunAsync(
            BibExamples.Hiding(),
            new PromptHandlers().Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue));

        await AssertRequestsAsync(SignIn, "POST workflow", $"PUT workflow/{HidingGuid}");
        Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(HidingGuid)));
    }

    [Test, Stubs("SignIn/polaris", "Conversations/bib-header-update")]
    public async Task RunAsync_HidingByTheHeader_ContinuesAndSaves()
    {
        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = 1126739, DisplayInPac = false, DoNotOverlay = true, RecordOwnerId = 1 },
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        await AssertRequestsAsync(SignIn, "POST workflow", $"PUT workflow/{HeaderGuid}");
        Assert.That((saved.Outcome, saved.Answer), Is.EqualTo((WorkflowOutcome.Completed, (BibRecordSaved?)null)));
        AssertTranscript(
            saved.Transcript,
            Answers.Asked(WorkflowRequestType.UpdateBibRecord, HeaderGuid, BibExamples.DisplayInPac()),
            Answers.Completed(
                WorkflowRequestType.UpdateBibRecord, HeaderGuid, "The bibliographic record has been updated."));
    }

    private static void AssertTranscript(WorkflowTranscript transcript, params WorkflowAnswer[] answers)
    {
        Assert.That(
            transcript.Select(exchange => exchange.Answer),
            Members.EqualTo<IEnumerable<WorkflowAnswer>>(answers));
        Assert.That(
            transcript.Select(exchange => exchange.Step),
            Is.EqualTo(answers.Select((_, index) => index == 0 ? WorkflowStep.Start : WorkflowStep.Reply)));
        Assert.That(transcript.Select(exchange => exchange.At), Is.Ordered);
        Assert.That(
            transcript.Skip(1).Select(exchange => exchange.Reply?.WorkflowPromptId),
            Is.EqualTo(answers.SkipLast(1).Select(answer => answer.Prompt?.WorkflowPromptId)));
    }
}
