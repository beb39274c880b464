using Polaris.Client.Cataloging;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class DeleteBibRecordsTests : RecordWorkflowFixture
{
    private static FakePrompt Confirm => PromptOf(79, WorkflowPromptOptions.ContinueCancel);

    [Test]
    public async Task RunAsync_PromptConfirmed_DeletesTheRecords()
    {
        AskThenDelete(WorkflowRequestType.DeleteBibRecords, "1126739,1126740", Confirm);

        var result = await RunAsync(new PromptHandlers().On<ConfirmBibDeletePrompt>(prompt => prompt.Continue()));

        Assert.That(Started(), Is.EqualTo("""11/10 {"BibRecordIDs":[1126739,1126740]}"""));
        Assert.That(Replied(), Is.EqualTo(new[] { (79, 5) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer!.DeletedRecordIds, Is.EqualTo(new[] { 1126739, 1126740 }));
        Assert.That(result.Answer.BlockedRecordIds, Is.Empty);
    }

    [Test]
    public async Task RunAsync_PromptCanceled_DeletesNothing()
    {
        AskThenDelete(WorkflowRequestType.DeleteBibRecords, "1126739,1126740", Confirm);

        var result = await RunAsync(new PromptHandlers().On<ConfirmBibDeletePrompt>(prompt => prompt.Cancel()));

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Canceled));
        Assert.That(result.Answer, Is.Null);
        Assert.That(Replied(), Is.EqualTo(new[] { (79, 4) }));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public void RunAsync_PromptWithoutHandler_IsCanceledThoughItsDefaultIsContinue()
    {
        AskThenDelete(WorkflowRequestType.DeleteBibRecords, "1126739,1126740", FakePrompts.ConfirmBibDelete());

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That(error.Prompt, Is.TypeOf<ConfirmBibDeletePrompt>());
        Assert.That(Replied(), Is.EqualTo(new[] { (79, 4) }));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [TestCase(new[] { 1126739 }, new[] { 1126740 })]
    [TestCase(new int[0], new[] { 1126739, 1126740 })]
    public async Task RunAsync_BlockedRecords_ArePartlyCompletedThoughTheStatusReportsSuccess(int[] deleted, int[] blocked)
    {
        SucceedInPart($"[{string.Join(',', deleted)}]", $"[{string.Join(',', blocked)}]");

        AssertPartlyDeleted(await RunAsync(new PromptHandlers()), deleted, blocked);
    }

    [Test]
    public async Task RunAsync_ListsThatAreNull_AreEmptyAndProveNothing()
    {
        Succeed("[]", """{"WorkflowAnswerExtensionType":6,"Data":{"RecordSetID":null,"DeletedRecordIDs":null,"BlockedRecordIDs":null}}""");

        var result = await RunAsync(new PromptHandlers());

        Assert.That(result.Answer!.DeletedRecordIds.Concat(result.Answer.BlockedRecordIds), Is.Empty);
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Unconfirmed));
        Assert.That(result.Answer.RecordSetId, Is.Null);
    }

    [Test]
    public async Task RunAsync_AnswerOfAnotherNumberWithDeletedRecords_IsRead()
    {
        Succeed("[]", """{"WorkflowAnswerExtensionType":5,"Data":{"DeletedRecordIDs":[1126739]}}""");

        var result = await RunAsync(new PromptHandlers());

        Assert.That(result.Answer!.DeletedRecordIds, Is.EqualTo(new[] { 1126739 }));
        Assert.That(result.Wire.AnswerExtension!.Data.GetRawText(), Is.EqualTo("""{"DeletedRecordIDs":[1126739]}"""));
    }

    private Task<WorkflowResult<RecordsDeleted>> RunAsync(PromptHandlers handlers) =>
        Client.Workflows.RunAsync(new DeleteBibRecords { BibRecordIds = [1126739, 1126740] }, handlers);
}
