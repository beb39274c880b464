using Polaris.Client.Circulation;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

[TestFixture]
public sealed class CirculationTests : PolarisContractTest
{
    private static readonly Guid CheckInGuid = new("e8b5c1f4-6a2d-4d0b-8c47-93f0b7a1d244");
    private static readonly Guid CheckOutGuid = new("1f9e6d83-0b57-4a6c-b2d8-6c35f8e4a755");

    private static Answer PatronIsBlocked => WorkflowJson.Asks(
        2,
        CheckOutGuid,
        """
        {
          "WorkflowPromptID": 1, "WorkflowPromptType": 3, "WorkflowPromptOptions": 6, "DefaultPromptOption": 0,
          "Title": "Patron is Blocked", "Message": "Do you want to continue with this operation?"
        }
        """,
        """
        {
          "WorkflowPromptExtensionType": 8,
          "Data": {
            "HeldItemBlock": false, "FirstLevelFineBlock": true, "UnreadMessageBlock": false,
            "SecondLevelFineBlock": false, "OverdueItemBlock": true
          }
        }
        """);

    [Test]
    public async Task RunAsync_ItemThatFillsAnotherRequest_IsCheckedIn()
    {
        OnStart(1, 2, """{ "CheckinTypeID": 1, "ItemBarcode": "0000200123456", "ignoreInventoryStatusMessages": true }""")
            .Answers(WorkflowJson.Asks(1, CheckInGuid, """
                {
                  "WorkflowPromptID": 30, "WorkflowPromptType": 1, "WorkflowPromptOptions": 1, "DefaultPromptOption": 0,
                  "Title": "Hold request", "Message": "This item fills another request. Transfer it?"
                }
                """));
        OnReply(CheckInGuid, 30, 2).Answers(WorkflowJson.Ended(1, CheckInGuid, "The item has been checked in."));

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new CheckIn { ItemBarcode = "0000200123456", IgnoreInventoryStatusMessages = true },
            new PromptHandlers().On(WorkflowPromptId.FillsAnotherRequest, prompt => prompt.Reply(WorkflowPromptResult.Yes)));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{CheckInGuid}");
        AssertDone(result, Answers.Completed(WorkflowRequestType.CheckIn, CheckInGuid, "The item has been checked in."));
        Assert.That(result.Transcript.ToString(), Is.EqualTo(
            "Start -> prompt 30; Reply Yes to prompt 30 -> CompletedSuccessfully"));
    }

    [Test]
    public async Task RunAsync_BlockedPatron_ChecksTheItemOutAnyway()
    {
        OnStart(2, 1, """{ "CheckoutTypeID": 6, "PatronBarcode": "21756000000001", "ItemBarcode": "0000200123456" }""")
            .Answers(PatronIsBlocked);
        OnReply(CheckOutGuid, 1, 5).Answers(WorkflowJson.Ended(2, CheckOutGuid, "The item has been checked out."));

        PatronBlockedPrompt? blocked = null;

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new CheckOut { PatronBarcode = "21756000000001", ItemBarcode = "0000200123456" },
            new PromptHandlers().On<PatronBlockedPrompt>(prompt => (blocked = prompt).Continue()));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{CheckOutGuid}");
        AssertDone(result, Answers.Completed(WorkflowRequestType.CheckOut, CheckOutGuid, "The item has been checked out."));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(blocked?.Wire.Title, Is.EqualTo("Patron is Blocked"));
            Assert.That(blocked?.Details, Members.EqualTo(new PatronBlocks
            {
                HeldItemBlock = false,
                FirstLevelFineBlock = true,
                SecondLevelFineBlock = false,
                UnreadMessageBlock = false,
                OverdueItemBlock = true,
            }));
        }
    }

    private static void AssertDone(WorkflowResult<CustomWorkflowAnswer> result, WorkflowAnswer expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
            Assert.That(result.Answer, Is.Null);
            Assert.That(result.Wire, Members.EqualTo(expected));
        }
    }
}
