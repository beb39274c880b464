using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class AuthorityRecordTests : PolarisContractTest
{
    private static readonly Guid DuplicateGuid = new("250989b2-6b49-4309-bba8-fa33e92c4614");
    private static readonly Guid LinkedGuid = new("0888d9ea-103e-4e6d-9bfb-3b03b38dd86e");
    private static readonly Guid InvalidGuid = new("ff18c283-2312-40cd-aacb-9d1c58ae68eb");

    [Test, Plays("Polaris/authority-add-200")]
    public async Task RunAsync_NewRecord_ReturnsItsId()
    {
        WorkflowResult<AuthorityRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(AuthorityExamples.Adding(), new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.Answer, Members.EqualTo(new AuthorityRecordSaved { AuthorityRecordId = 925313 }));
            Assert.That(saved.Wire, Members.EqualTo(AuthorityExamples.Added()));
        }
    }

    [Test, Plays("Polaris/authority-update-200")]
    public async Task RunAsync_ChangedHeading_IsSavedAtOnce()
    {
        WorkflowResult<AuthorityRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(AuthorityExamples.ChangingTheHeading(), new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");
        AssertUpdated(saved, Guid.Empty);
    }

    [Test, Plays("Polaris/authority-update-without-marc-200")]
    public async Task RunAsync_WithoutMarc_SendsNull()
    {
        WorkflowResult<AuthorityRecordSaved> saved = await CreateClient().Workflows
            .RunAsync(AuthorityExamples.WithoutMarc(), new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");
        AssertUpdated(saved, Guid.Empty);
    }

    [Test, Plays("Polaris/authority-marc-validation-prompt-143")]
    public void RunAsync_ShortLeader_IsRejectedWithoutACancelButton()
    {
        PolarisClient polaris = CreateClient();
        AddOrUpdateAuthorityRecord request = AuthorityExamples.ChangingTheHeading();
        request.Marc!.Leader = request.Marc.Leader[..^1];

        var error = Assert.ThrowsAsync<UnansweredPromptException>(
            () => polaris.Workflows.RunAsync(request, new PromptHandlers()));

        AssertRequests(SignIn, "POST workflow");
        Assert.That(error!.Answer, Members.EqualTo(
            AuthorityExamples.Asked(InvalidGuid, AuthorityExamples.MarcIsWrong())));
        var prompt = (MarcValidationPrompt)error.Prompt;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prompt.Message, Is.EqualTo("Leader is not the correct length of 24"));
            Assert.That(prompt.Choices, Is.EqualTo([new PromptChoice(WorkflowPromptResult.Ok, "Ok")]));
            Assert.That(error.RequestGuid, Is.EqualTo(InvalidGuid));
            Assert.That(error.Status, Is.EqualTo(WorkflowStatus.InputRequired));
            Assert.That(error.Message, Does.Contain(nameof(MarcValidationPrompt)));
        }
    }

    [Test, Plays("Polaris/authority-duplicates-prompt-142")]
    public async Task StartAsync_SameHeading_ShowsTheDuplicates()
    {
        WorkflowConversation<AuthorityRecordSaved> talk = await CreateClient().Workflows
            .StartAsync(AuthorityExamples.Adding());

        AssertRequests(SignIn, "POST workflow");
        Assert.That(talk.LastAnswer, Members.EqualTo(
            AuthorityExamples.Asked(DuplicateGuid, AuthorityExamples.DuplicatesFound())));
        var prompt = (DuplicateAuthorityRecordsPrompt)talk.PendingPrompt!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prompt.Details, Members.EqualTo(AuthorityExamples.Duplicates()));
            Assert.That(prompt.Duplicates, Is.EqualTo(prompt.Details.DuplicateErrors));
            Assert.That(prompt.Choices, Is.EqualTo([
                new PromptChoice(WorkflowPromptResult.Yes, "Replace"),
                new PromptChoice(WorkflowPromptResult.No, "Continue"),
                new PromptChoice(WorkflowPromptResult.Cancel, "Cancel")]));
        }
    }

    [Test, Plays("Polaris/authority-duplicates-prompt-142", "Polaris/authority-duplicates-reply-replace")]
    public async Task ReplyAsync_ReplaceADuplicate_EchoesTheReceivedPrompt()
    {
        WorkflowConversation<AuthorityRecordSaved> talk = await CreateClient().Workflows
            .StartAsync(AuthorityExamples.Adding());
        var prompt = (DuplicateAuthorityRecordsPrompt)talk.PendingPrompt!;

        await talk.ReplyAsync(prompt.Replace(prompt.Duplicates));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{DuplicateGuid}");
        AssertUpdated(talk.Complete(), DuplicateGuid);
    }

    [Test, Plays("Polaris/authority-linked-records-prompt-145")]
    public async Task StartAsync_ChangedHeadingInUse_ShowsWhatIsAffected()
    {
        WorkflowConversation<AuthorityRecordSaved> talk = await CreateClient().Workflows
            .StartAsync(AuthorityExamples.ChangingTheHeading());

        AssertRequests(SignIn, "POST workflow");
        Assert.That(talk.LastAnswer, Members.EqualTo(
            AuthorityExamples.Asked(LinkedGuid, AuthorityExamples.LinksAreAffected())));
        var prompt = (ManageLinkedRecordsPrompt)talk.PendingPrompt!;
        Assert.That(prompt.Details, Members.EqualTo(AuthorityExamples.Links()));
    }

    [Test, Plays("Polaris/authority-linked-records-prompt-145", "Polaris/authority-linked-records-reply")]
    public async Task ReplyAsync_LinkedRecords_SendsBothOptions()
    {
        WorkflowConversation<AuthorityRecordSaved> talk = await CreateClient().Workflows
            .StartAsync(AuthorityExamples.ChangingTheHeading());
        var prompt = (ManageLinkedRecordsPrompt)talk.PendingPrompt!;

        await talk.ReplyAsync(prompt.Continue(bibOption: 0, seeAlsoOption: 0));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{LinkedGuid}");
        AssertUpdated(talk.Complete(), LinkedGuid);
    }

    private static void AssertUpdated(WorkflowResult<AuthorityRecordSaved> saved, Guid requestGuid)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(saved.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(saved.Answer, Is.Null);
            Assert.That(saved.RequestGuid, Is.EqualTo(requestGuid));
            Assert.That(saved.Wire, Members.EqualTo(AuthorityExamples.Updated(requestGuid)));
        }
    }
}
