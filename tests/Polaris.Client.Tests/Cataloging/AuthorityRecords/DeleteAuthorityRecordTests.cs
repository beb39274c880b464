using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class DeleteAuthorityRecordTests : RecordWorkflowFixture
{
    [TestCase(false, """12/11 {"AuthorityRecordID":925313,"IsBulkMode":false}""")]
    [TestCase(true, """12/11 {"AuthorityRecordID":925313,"IsBulkMode":true}""")]
    public async Task RunAsync_WithoutPrompts_SendsBothMembersAndDeletes(bool isBulkMode, string started)
    {
        AskThenDelete(WorkflowRequestType.DeleteAuthorityRecord, "925313");

        var result = await RunAsync(new PromptHandlers(), isBulkMode);

        Assert.That(Started(), Is.EqualTo(started));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer!.DeletedRecordIds, Is.EqualTo(new[] { 925313 }));
    }

    [Test]
    public async Task RunAsync_PromptsOfUnknownNumbers_ComePlain()
    {
        AskThenDelete(
            WorkflowRequestType.DeleteAuthorityRecord,
            "925313",
            PromptOf(9001, WorkflowPromptOptions.ContinueCancel),
            PromptOf(9002, WorkflowPromptOptions.YesNoCancel));

        await RunAsync(new PromptHandlers()
            .On((WorkflowPromptId)9001, prompt => prompt.Reply(WorkflowPromptResult.Continue))
            .On((WorkflowPromptId)9002, prompt => prompt.GetType() == typeof(Prompt) ? prompt.Reply(WorkflowPromptResult.No) : null));

        Assert.That(Replied(), Is.EqualTo(new[] { (9001, 5), (9002, 3) }));
    }

    [Test]
    public void RunAsync_PromptOfUnknownNumberWithoutHandler_DeletesNothing()
    {
        AskThenDelete(WorkflowRequestType.DeleteAuthorityRecord, "925313", PromptOf(9001, WorkflowPromptOptions.ContinueCancel));

        Assert.ThrowsAsync<UnansweredPromptException>(() => RunAsync(new PromptHandlers()));

        Assert.That(Replied(), Is.EqualTo(new[] { (9001, 4) }));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task RunAsync_BlockedRecord_IsPartlyCompletedThoughTheStatusReportsSuccess()
    {
        SucceedInPart("[]", "[925313]");

        AssertPartlyDeleted(await RunAsync(new PromptHandlers()), [], [925313]);
    }

    private Task<WorkflowResult<RecordsDeleted>> RunAsync(PromptHandlers handlers, bool isBulkMode = false) => Client.Workflows.RunAsync(
        new DeleteAuthorityRecord { AuthorityRecordId = 925313, IsBulkMode = isBulkMode }, handlers);
}
