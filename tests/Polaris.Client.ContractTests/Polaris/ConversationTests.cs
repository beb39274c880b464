using Polaris.Client.Cataloging;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class ConversationTests : PolarisContractTest
{
    private static readonly Guid HidingGuid = new("7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f");
    private static readonly Guid DuplicateGuid = new("e090eaf9-2abe-438e-ad1a-c0ef5db94e15");
    private static readonly Guid AuthorityGuid = new("250989b2-6b49-4309-bba8-fa33e92c4614");
    private static readonly Guid HeaderGuid = new("9e0d3b52-6c1f-4f7b-a1c8-2d5e8f4b9033");

    [Test, Plays("Polaris/bib-header-update-prompt-66", "Polaris/bib-header-update-reply-66")]
    public async Task RunAsync_HidingARecord_ContinuesAndSaves()
    {
        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows.RunAsync(
            BibExamples.Hiding(),
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{HidingGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(HidingGuid)));
        }

        AssertTranscript(
            saved.Transcript,
            BibExamples.Asked(HidingGuid, BibExamples.DisplayInPac()),
            BibExamples.Updated(HidingGuid));
        Assert.That(saved.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 66; Reply Continue to prompt 66 -> CompletedSuccessfully"));
    }

    [Test, Plays("Polaris/bib-duplicates-prompt-87")]
    public async Task RunAsync_ProtectedDuplicate_ReplacesThenContinues()
    {
        OnReply(DuplicateGuid, 87, 2, """
            { "WorkflowReplyExtensionType": 18, "Data": { "RecordToMaintainID": 0, "RecordIDs": [1331392] } }
            """).Answers(AnswerOf("Polaris/bib-errors-prompt-148").InConversation(DuplicateGuid));
        OnReply(DuplicateGuid, 148, 5)
            .Answers(WorkflowJson.Ended(13, DuplicateGuid, "The bibliographic record has been updated."));

        PromptHandlers handlers = new PromptHandlers()
            .On<DuplicateBibRecordsPrompt>(prompt => prompt.Replace(prompt.Duplicates.Take(1)))
            .On<ReplacementErrorsPrompt>((prompt, _) => Task.FromResult<PromptReply?>(prompt.Continue()));

        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(BibExamples.Duplicate(), handlers);

        AssertRequests(
            SignIn, "POST workflow", $"PUT workflow/{DuplicateGuid}", $"PUT workflow/{DuplicateGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(DuplicateGuid)));
        }

        AssertTranscript(
            saved.Transcript,
            BibExamples.Asked(DuplicateGuid, BibExamples.DuplicatesFound()),
            BibExamples.Asked(DuplicateGuid, BibExamples.RecordsAreProtected()),
            BibExamples.Updated(DuplicateGuid));
        Assert.That(saved.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 87; Reply Yes to prompt 87 -> prompt 148; "
            + "Reply Continue to prompt 148 -> CompletedSuccessfully"));
    }

    [Test, Plays("Polaris/authority-duplicates-prompt-142")]
    public async Task RunAsync_NewAuthorityLikeAnother_IsAddedBesideIt()
    {
        OnReply(AuthorityGuid, 142, 3)
            .Answers(AnswerOf("Polaris/authority-linked-records-prompt-145").InConversation(AuthorityGuid));
        OnReply(AuthorityGuid, 145, 5, """{ "WorkflowReplyExtensionType": 17, "Data": { "BibOption": 0, "SeeAlsoOption": 0 } }""")
            .Answers(WorkflowJson.Ended(35, AuthorityGuid, "The authority record has been added.", """
                { "WorkflowAnswerExtensionType": 13, "Data": { "AuthorityRecordID": 925310 } }
                """));

        PromptHandlers handlers = new PromptHandlers()
            .On<DuplicateAuthorityRecordsPrompt>(prompt => prompt.Continue())
            .On<ManageLinkedRecordsPrompt>(prompt => prompt.Continue(bibOption: 0, seeAlsoOption: 0))
            .Otherwise(prompt => prompt.Cancel());

        WorkflowResult<AuthorityRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(AuthorityExamples.Adding(), handlers);

        AssertRequests(
            SignIn, "POST workflow", $"PUT workflow/{AuthorityGuid}", $"PUT workflow/{AuthorityGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.Answer, Members.EqualTo(new AuthorityRecordSaved { AuthorityRecordId = 925310 }));
        }

        AssertTranscript(
            saved.Transcript,
            AuthorityExamples.Asked(AuthorityGuid, AuthorityExamples.DuplicatesFound()),
            AuthorityExamples.Asked(AuthorityGuid, AuthorityExamples.LinksAreAffected()),
            AuthorityExamples.Added(AuthorityGuid));
        Assert.That(saved.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 142; Reply No to prompt 142 -> prompt 145; "
            + "Reply Continue to prompt 145 -> CompletedSuccessfully"));
    }

    [Test, Plays("Polaris/bib-header-update-prompt-66", "Polaris/bib-header-update-reply-66")]
    public async Task RunAsync_AnswerAsData_IsSentWhenTheServerAsks()
    {
        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows.RunAsync(
            BibExamples.Hiding(),
            new PromptHandlers().Always(WorkflowPromptId.DisplayInPac, WorkflowPromptResult.Continue));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{HidingGuid}");
        Assert.That(saved.Wire, Members.EqualTo(BibExamples.Updated(HidingGuid)));
    }

    [Test]
    public async Task RunAsync_HidingByTheHeader_ContinuesAndSaves()
    {
        OnStart(9, 7, """
            { "IsNew": false, "BibRecordID": 1126739, "DisplayInPAC": false, "DoNotOverlay": true, "RecordOwnerID": 1 }
            """).Answers(WorkflowJson.Asks(9, HeaderGuid, """
            {
              "WorkflowPromptID": 66, "WorkflowPromptType": 1, "WorkflowPromptOptions": 6, "DefaultPromptOption": 5,
              "Title": "Display in PAC",
              "Message": "This record will no longer display in the online catalog. Do you want to continue saving ?"
            }
            """));
        OnReply(HeaderGuid, 66, 5).Answers(WorkflowJson.Ended(9, HeaderGuid, "The bibliographic record has been updated."));

        WorkflowResult<BibRecordSaved> saved = await CreateClient().Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = 1126739, DisplayInPac = false, DoNotOverlay = true, RecordOwnerId = 1 },
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{HeaderGuid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.Answer, Is.Null);
        }

        AssertTranscript(
            saved.Transcript,
            Answers.Asked(WorkflowRequestType.UpdateBibRecord, HeaderGuid, BibExamples.DisplayInPac()),
            Answers.Completed(
                WorkflowRequestType.UpdateBibRecord, HeaderGuid, "The bibliographic record has been updated."));
    }

    private static void AssertTranscript(WorkflowTranscript transcript, params WorkflowAnswer[] answers)
    {
        using (Assert.EnterMultipleScope())
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
}
