using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class DeleteItemRecordsTests : RecordWorkflowFixture
{
    [TestCase(false, """10/8 {"IsAutoDelete":false,"ItemRecordIDs":[29937,29938]}""")]
    [TestCase(true, """10/8 {"IsAutoDelete":true,"ItemRecordIDs":[29937,29938]}""")]
    public async Task RunAsync_WithoutPrompts_SendsBothMembersAndDeletes(bool isAutoDelete, string started)
    {
        AskThenDelete(WorkflowRequestType.DeleteItemRecords, "29937,29938");

        var result = await RunAsync(new PromptHandlers(), isAutoDelete);

        Assert.That(Started(), Is.EqualTo(started));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer!.DeletedRecordIds, Is.EqualTo(new[] { 29937, 29938 }));
    }

    [Test]
    public async Task RunAsync_ConfirmationAndBrokenLinks_AreAnsweredByTheirTypes()
    {
        AskThenDelete(
            WorkflowRequestType.DeleteItemRecords,
            "29937,29938",
            PromptOf(73, WorkflowPromptOptions.ContinueCancel),
            PromptOf(75, WorkflowPromptOptions.ContinueCancel));

        var result = await RunAsync(new PromptHandlers()
            .On<ConfirmItemDeletePrompt>(prompt => prompt.Continue())
            .On<LinksWillBeBrokenPrompt>(prompt => prompt.Continue()));

        Assert.That(Replied(), Is.EqualTo(new[] { (73, 5), (75, 5) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [TestCase(73, typeof(ConfirmItemDeletePrompt))]
    [TestCase(75, typeof(LinksWillBeBrokenPrompt))]
    public void RunAsync_PromptWithoutHandler_IsCanceled(int promptId, Type type)
    {
        AskThenDelete(WorkflowRequestType.DeleteItemRecords, "29937,29938", PromptOf(promptId, WorkflowPromptOptions.ContinueCancel));

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => RunAsync(new PromptHandlers()))!;

        Assert.That(error.Prompt, Is.TypeOf(type));
        Assert.That(Replied(), Is.EqualTo(new[] { (promptId, 4) }));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task RunAsync_ItemOnHold_IsPartlyCompletedThoughTheStatusReportsSuccess()
    {
        SucceedInPart("[29938]", "[29937]");

        AssertPartlyDeleted(await RunAsync(new PromptHandlers()), [29938], [29937]);
    }

    [TestCase("""[{"Type":4,"Title":"","Message":"1 item record(s) were not deleted"}]""", "null")]
    [TestCase("[]", """{"WorkflowAnswerExtensionType":6,"Data":{"DeletedRecordIDs":[29938],"BlockedRecordIDs":[29937]}}""")]
    public async Task RunAsync_FailureToldInOnePlaceOnly_IsPartlyCompleted(string messages, string extension)
    {
        Succeed(messages, extension);

        var result = await RunAsync(new PromptHandlers());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.PartlyCompleted));
    }

    private Task<WorkflowResult<RecordsDeleted>> RunAsync(PromptHandlers handlers, bool isAutoDelete = false) => Client.Workflows.RunAsync(
        new DeleteItemRecords { IsAutoDelete = isAutoDelete, ItemRecordIds = [29937, 29938] }, handlers);
}
