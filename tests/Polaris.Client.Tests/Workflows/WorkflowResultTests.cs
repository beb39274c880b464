using System.Collections;
using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>What a workflow that has ended tells.</summary>
public sealed class WorkflowResultTests : RecordWorkflowFixture
{
    private static readonly DeleteItemRecords Deleting = new() { ItemRecordIds = [5] };

    [TestCase("6", """{"DeletedRecordIDs":[5]}""", WorkflowOutcome.Completed)]
    [TestCase("99", """{"deletedRecordIDs":["5"]}""", WorkflowOutcome.Completed)]
    [TestCase("99", """{"AuthorityRecordID":5}""", WorkflowOutcome.Unconfirmed)]
    [TestCase("6", """{"DeletedRecordIDs":"all"}""", WorkflowOutcome.Unconfirmed)]
    [TestCase("6", """{"DeletedRecordIDs":[5],"BlockedRecordIDs":[null,2]}""", WorkflowOutcome.PartlyCompleted)]
    [TestCase("6", """{"DeletedRecordIDs":[5],"BlockedRecordIDs":2}""", WorkflowOutcome.Unconfirmed)]
    [TestCase("6", """{"DeletedRecordIDs":[5],"BlockedRecordIDs":"2"}""", WorkflowOutcome.Unconfirmed)]
    [TestCase("6", """{"DeletedRecordIDs":[5],"BlockedRecordIDs":[99999999999]}""", WorkflowOutcome.Unconfirmed)]
    [TestCase("6", "[5]", WorkflowOutcome.Unconfirmed)]
    [TestCase("6", "null", WorkflowOutcome.Unconfirmed)]
    public async Task Outcome_OfADeletion_IsCompletedOnlyIfTheAnswerProvesIt(string type, string data, WorkflowOutcome expected)
    {
        Succeed("[]", $$"""{"WorkflowAnswerExtensionType":{{type}},"Data":{{data}}}""");

        var result = await Client.Workflows.RunAsync(Deleting, new PromptHandlers());

        Assert.That(result.Outcome, Is.EqualTo(expected));
        Assert.That(result.Wire.AnswerExtension!.Data.GetRawText(), Is.EqualTo(data));
    }

    [TestCase("""{"DeletedRecordIDs":[5],"BlockedRecordIDs":[]}""", "[]", WorkflowOutcome.Completed)]
    [TestCase("""{"DeletedRecordIDs":[],"BlockedRecordIDs":[5]}""", "[]", WorkflowOutcome.PartlyCompleted)]
    [TestCase("""{"DeletedRecordIDs":null,"BlockedRecordIDs":null}""", """[{"Type":4,"Title":"","Message":"kept"}]""", WorkflowOutcome.PartlyCompleted)]
    [TestCase("null", """[{"Type":4,"Title":"","Message":"kept"}]""", WorkflowOutcome.PartlyCompleted)]
    [TestCase("""{"DeletedRecordIDs":[5]}""", """[null,{"Type":3,"Title":"","Message":"mind"}]""", WorkflowOutcome.Completed)]
    public async Task Outcome_OfASuccess_IsPartlyWhenTheDataOrAMessageShowsIt(string data, string messages, WorkflowOutcome expected)
    {
        Succeed(messages, $$"""{"WorkflowAnswerExtensionType":6,"Data":{{data}}}""");

        var result = await Client.Workflows.RunAsync(Deleting, new PromptHandlers());

        Assert.That(result.Outcome, Is.EqualTo(expected));
        Assert.That(result.IsCanceled, Is.False);
        Assert.That(Logged(8).Single(), Does.Contain(expected == WorkflowOutcome.Completed ? "ended: completed" : "ended: partly_completed"));
    }

    [Test]
    public async Task Canceled_WithAnAnswerAnyway_ReportsNone()
    {
        Fake.AnswerNextWorkflowCall(200, """{"WorkflowStatus":3,"AnswerExtension":{"WorkflowAnswerExtensionType":6,"Data":{"DeletedRecordIDs":[5]}}}""");

        var result = await Client.Workflows.RunAsync(Deleting, new PromptHandlers());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Canceled));
        Assert.That(result.Answer, Is.Null);
        Assert.That(Logged(8).Single(), Does.Contain("ended: canceled"));
    }

    [Test]
    public async Task Result_WithoutAConversation_ShowsTheOutcome()
    {
        Succeed("[]", """{"WorkflowAnswerExtensionType":6,"Data":{"DeletedRecordIDs":[5]}}""");

        var result = await Client.Workflows.RunAsync(Deleting, new PromptHandlers());

        Assert.That(result.ToString(), Is.EqualTo("Completed"));
    }

    [TestCase("[1,2]", 2, 0)]
    [TestCase("""{"a":1}""", 0, 1)]
    [TestCase("7", 0, 0)]
    public void CustomWorkflowAnswer_AnyData_HasElementsOrMembers(string json, int elements, int members)
    {
        var answer = new CustomWorkflowAnswer { Data = JsonDocument.Parse(json).RootElement };

        Assert.That(answer.Elements, Has.Count.EqualTo(elements));
        Assert.That(answer.Members, Has.Count.EqualTo(members));
    }

    [Test]
    public void RecordsDeleted_ListsThatAreNull_AreEmpty()
    {
        var deleted = new RecordsDeleted { DeletedRecordIds = null!, BlockedRecordIds = null! };

        Assert.That(deleted.DeletedRecordIds, Is.Empty);
        Assert.That(deleted.BlockedRecordIds, Is.Empty);
    }

    [Test]
    public async Task Result_OfAConversation_ShowsOutcomeAndIdOnly()
    {
        var result = await HideAsync(Hide());

        Assert.That(result.ToString(), Is.EqualTo($"Completed, workflow {result.Wire.WorkflowRequestGuid}"));
        Assert.That(result.RequestGuid, Is.EqualTo(result.Wire.WorkflowRequestGuid).And.Not.EqualTo(Guid.Empty));
        Assert.That(((IEnumerable)result.Transcript).Cast<WorkflowExchange>(), Is.EqualTo(new[] { result.Transcript[0], result.Transcript[1] }));
        Assert.That(result.Transcript[1].Reply!.WorkflowPromptResult, Is.EqualTo(WorkflowPromptResult.Continue));
    }
}
