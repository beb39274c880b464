using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Workflows on records without a documented example: the test determines the prompts and responses of the server.</summary>
public abstract class RecordWorkflowFixture : ConductorFixture
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What was started: request type, extension type, and the data as sent.</summary>
    protected string Started()
    {
        var request = Fake.Journal.Single(entry => entry.Request is not null).Request!;
        return $"{(int)request.WorkflowRequestType}/{request.ExtensionType} {request.Data.ToJsonString(Relaxed)}";
    }

    /// <summary>The number of each prompt that was replied to, and that of the result.</summary>
    protected IEnumerable<(int Prompt, int Result)> Replied() => Fake.Journal
        .Where(entry => entry.Reply is not null)
        .Select(entry => ((int)entry.Reply!.WorkflowPromptId, (int)entry.Reply.WorkflowPromptResult));

    /// <summary>Asks these, then answers that these records were deleted; Cancel ends it.</summary>
    protected void AskThenDelete(WorkflowRequestType type, string deletedIds, params FakePrompt[] prompts) => AskThenAnswer(
        type,
        (6, $$"""{"DeletedRecordIDs":[{{deletedIds}}],"BlockedRecordIDs":[]}"""),
        prompts);

    /// <summary>Asks these, then completes with this data; Cancel ends it.</summary>
    protected void AskThenAnswer(WorkflowRequestType type, (int Type, string Data)? extension, params FakePrompt[] prompts) =>
        Fake.OnWorkflow(type, talk =>
            talk.Replies.Any(reply => reply.WorkflowPromptResult == WorkflowPromptResult.Cancel) ? FakeWorkflowOutcome.Cancel()
            : talk.Replies.Count < prompts.Length ? FakeWorkflowOutcome.Ask(prompts[talk.Replies.Count])
            : FakeWorkflowOutcome.Complete("done", extension?.Type, extension is null ? null : JsonNode.Parse(extension.Value.Data)!.AsObject()));

    /// <summary>A prompt that carries data.</summary>
    protected static FakePrompt PromptOf(int id, WorkflowPromptOptions options, int extensionType, string data, string message = "") =>
        new((WorkflowPromptId)id, options)
        {
            ExtensionType = extensionType,
            Data = JsonNode.Parse(data)!.AsObject(),
            Message = message,
        };

    /// <summary>Ends the next workflow at once, with the status "successful" and these messages and data.</summary>
    protected void Succeed(string messages, string extension) => Fake.AnswerNextWorkflowCall(
        200, $$"""{"WorkflowStatus":1,"InformationMessages":{{messages}},"AnswerExtension":{{extension}}}""");

    /// <summary>Ends the next workflow at once, "successful" though these records are still there.</summary>
    protected void SucceedInPart(string deletedIds, string blockedIds) => Succeed(
        """[{"Type":4,"Title":"","Message":"1 item record(s) were not deleted"}]""",
        $$"""
        {"WorkflowAnswerExtensionType":6,"Data":{"RecordSetID":7001,"ReportTitle":"Blocked","ReportURL":"reports/1",
         "DeletedRecordIDs":{{deletedIds}},"BlockedRecordIDs":{{blockedIds}},"NewMember":[1]} }
        """);

    protected static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    protected static void AssertPartlyDeleted(WorkflowResult<RecordsDeleted> result, int[] deleted, int[] blocked)
    {
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.PartlyCompleted));
        Assert.That(result.Wire.WorkflowStatus, Is.EqualTo(WorkflowStatus.CompletedSuccessfully), "the status alone would report a success");
        Assert.That(result.Answer!.DeletedRecordIds, Is.EqualTo(deleted));
        Assert.That(result.Answer.BlockedRecordIds, Is.EqualTo(blocked));
        Assert.That(result.Answer.RecordSetId, Is.EqualTo(7001));
        Assert.That(result.Answer.ReportTitle, Is.EqualTo("Blocked"));
        Assert.That(result.Answer.ReportUrl, Is.EqualTo("reports/1"));
        Assert.That(result.Answer.AdditionalMembers!["NewMember"].GetRawText(), Is.EqualTo("[1]"));
        Assert.That(
            result.Messages.Select(message => (message.Type, message.Message)),
            Is.EqualTo(new[] { (InformationMessageType.Failure, "1 item record(s) were not deleted") }));
    }
}
