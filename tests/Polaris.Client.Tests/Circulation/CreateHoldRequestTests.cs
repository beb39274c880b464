using Polaris.Client.Circulation;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

public sealed class CreateHoldRequestTests : RecordWorkflowFixture
{
    private static CreateHoldRequest Request => new() { PatronId = 8675309, PickupBranchId = 3, BibliographicRecordId = 1126739 };

    [Test]
    public async Task RunAsync_TitleOnly_SendsAHoldOfTheStaffOnNoItem()
    {
        AskThenAnswer(WorkflowRequestType.CreateHold, null);

        await Client.Workflows.RunAsync(Request, new());

        Assert.That(Started(), Is.EqualTo(
            """5/9 {"PatronID":8675309,"PickupBranchID":3,"Origin":2,"BibliographicRecordID":1126739,"ItemRecordID":0}"""));
    }

    [Test]
    public async Task RunAsync_AllMembers_SendsEachUnderItsNameAndDatesInUtc()
    {
        AskThenAnswer(WorkflowRequestType.CreateHold, null);

        await Client.Workflows.RunAsync(
            new CreateHoldRequest
            {
                PatronId = 1,
                PickupBranchId = 3,
                Origin = 7,
                BibliographicRecordId = 4,
                ItemRecordId = 5,
                ItemBarcode = "0001",
                ActivationDate = new DateTimeOffset(2026, 1, 31, 22, 30, 15, 250, TimeSpan.FromHours(-5)),
                ExpirationDate = new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero),
                ItemLevelHold = true,
                StaffDisplayNotes = "s",
                NonPublicNotes = "n",
                PacDisplayNotes = "p",
                IgnorePatronBlocksPrompt = true,
                PatronBlocksOnlyPrompt = false,
                IgnoreMaximumHoldsPrompt = true,
                IgnorePromptForMaterialTypeIds = Json("[6]"),
                BulkMode = false,
                UnlockedRequest = true,
                Title = "T",
                BrowseTitle = "B",
            },
            new());

        Assert.That(Started(), Is.EqualTo(
            """
            5/9 {"PatronID":1,"PickupBranchID":3,"Origin":7,"ActivationDate":"2026-02-01T03:30:15Z","ExpirationDate":"2026-12-31T00:00:00Z","BibliographicRecordID":4,"ItemRecordID":5,"ItemBarcode":"0001","ItemLevelHold":true,"StaffDisplayNotes":"s","NonPublicNotes":"n","PACDisplayNotes":"p","IgnorePatronBlocksPrompt":true,"PatronBlocksOnlyPrompt":false,"IgnoreMaximumHoldsPrompt":true,"IgnorePromptForMaterialTypeIDs":[6],"BulkMode":false,"UnlockedRequest":true,"Title":"T","BrowseTitle":"B"}
            """));
    }

    [Test]
    public async Task RunAsync_PromptsThatHaveANumberOnly_AreAnsweredByIt()
    {
        int[] ids = [68, 77, 88];
        AskThenAnswer(WorkflowRequestType.CreateHold, null, [.. ids.Select(id => PromptOf(id, WorkflowPromptOptions.ContinueCancel))]);

        var result = await Client.Workflows.RunAsync(Request, new PromptHandlers()
            .Always(WorkflowPromptId.TotalRequestLimitExceeded, WorkflowPromptResult.Continue)
            .Always(WorkflowPromptId.DuplicateHoldRequests, WorkflowPromptResult.Continue)
            .Always(WorkflowPromptId.PromoteHoldToBibLevel, WorkflowPromptResult.Continue));

        Assert.That(Replied(), Is.EqualTo(ids.Select(id => (id, 5))));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task RunAsync_FailureReportedByAMessageOnly_KeepsTheMessageAndTheRawData()
    {
        Succeed(
            """[{"Type":4,"Title":"","Message":"Invalid pickup branch"}]""",
            """{"WorkflowAnswerExtensionType":99,"Data":{"RequestID":5}}""");

        var result = await Client.Workflows.RunAsync(Request, new());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.PartlyCompleted));
        Assert.That(result.Messages.Single().Message, Is.EqualTo("Invalid pickup branch"));
        Assert.That(result.Answer!.Members["RequestID"].GetRawText(), Is.EqualTo("5"));
    }

    [Test]
    public void RunAsync_FailureThatNamesThePatron_ShowsTheIdNowhere()
    {
        Fake.AnswerNextWorkflowCall(
            200, """{"WorkflowStatus":2,"InformationMessages":[{"Type":4,"Title":"","Message":"Placing hold request failed for 8675309."}]}""");

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => Client.Workflows.RunAsync(Request, new()))!;

        Assert.That($"{Request} {error} {error.Transcript} {string.Join(' ', Logs.Entries)}", Does.Not.Contain("8675309"));
    }
}
