using Polaris.Client.Circulation;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

public sealed class CheckInTests : RecordWorkflowFixture
{
    [Test]
    public async Task RunAsync_BarcodeOnly_SendsANormalCheckIn()
    {
        await RunAsync(new CheckIn { ItemBarcode = "0001" }, new());

        Assert.That(Started(), Is.EqualTo("""1/2 {"CheckinTypeID":1,"ItemBarcode":"0001"}"""));
    }

    [Test]
    public async Task RunAsync_AllMembers_SendsEachUnderItsName()
    {
        await RunAsync(
            new CheckIn { CheckInType = CheckInType.InHouse, ItemBarcode = "0001", FreeDays = 2, IgnoreInventoryStatusMessages = true }, new());

        Assert.That(
            Started(), Is.EqualTo("""1/2 {"CheckinTypeID":4,"ItemBarcode":"0001","FreeDays":2,"ignoreInventoryStatusMessages":true}"""));
    }

    [Test]
    public async Task RunAsync_NumberWithoutAName_SendsItAsItIs()
    {
        await RunAsync(new CheckIn { CheckInType = (CheckInType)99, ItemBarcode = "0001" }, new());

        Assert.That(Started(), Is.EqualTo("""1/2 {"CheckinTypeID":99,"ItemBarcode":"0001"}"""));
    }

    [Test]
    public async Task RunAsync_PromptsThatHaveANumberOnly_AreAnsweredByIt()
    {
        var handlers = new PromptHandlers()
            .On(WorkflowPromptId.FillsAnotherRequest, prompt => prompt.Reply(WorkflowPromptResult.Yes))
            .Always(WorkflowPromptId.UpdateItemRecord, WorkflowPromptResult.Yes);

        var result = await RunAsync(
            new CheckIn { ItemBarcode = "0001" }, handlers, PromptOf(30, WorkflowPromptOptions.YesNo), PromptOf(8, WorkflowPromptOptions.YesNo));

        Assert.That(Replied(), Is.EqualTo(new[] { (30, 2), (8, 2) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task RunAsync_AnswerWithData_KeepsAllThatTheServerReports()
    {
        Succeed("[]", """{"WorkflowAnswerExtensionType":99,"Data":{"ItemRecordID":29937,"More":{"A":null}}}""");

        var result = await Client.Workflows.RunAsync(new CheckIn { ItemBarcode = "0001" }, new());

        Assert.That(
            result.Answer!.Members.Select(member => $"{member.Key}={member.Value.GetRawText()}"),
            Is.EqualTo(new[] { "ItemRecordID=29937", """More={"A":null}""" }));
    }

    private Task<WorkflowResult<CustomWorkflowAnswer>> RunAsync(CheckIn request, PromptHandlers handlers, params FakePrompt[] prompts)
    {
        AskThenAnswer(WorkflowRequestType.CheckIn, null, prompts);
        return Client.Workflows.RunAsync(request, handlers);
    }
}
