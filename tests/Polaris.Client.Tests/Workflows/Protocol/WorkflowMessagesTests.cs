using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows.Protocol;

public sealed class WorkflowMessagesTests
{
    private static IEnumerable<string> Answers =>
        PolarisFixture.WorkflowNames.Where(name => PolarisFixture.ResponseBody(name) is not null);

    private static IEnumerable<string> Requests => PolarisFixture.WorkflowNames.Where(name =>
        PolarisFixture.RequestBody(name) is { } body && body["WorkflowRequestType"] is not null);

    private static IEnumerable<string> Replies => PolarisFixture.WorkflowNames.Where(name =>
        PolarisFixture.RequestBody(name) is { } body && body["WorkflowPromptID"] is not null);

    [Test]
    public void Fixtures_ByKind_AreAllCovered()
    {
        Assert.That(Answers.Count(), Is.EqualTo(11));
        Assert.That(Requests.Count(), Is.EqualTo(5));
        Assert.That(Replies.Count(), Is.EqualTo(4));
    }

    [TestCaseSource(nameof(Answers))]
    public void Answer_ReadAndWritten_LosesNoMember(string fixture)
    {
        JsonNode body = PolarisFixture.ResponseBody(fixture)!;

        WorkflowAnswer answer = body.Deserialize(WorkflowsJson.Default.WorkflowAnswer)!;
        JsonNode written = JsonSerializer.SerializeToNode(answer, WorkflowsJson.Default.WorkflowAnswer)!;

        Assert.That(written.ToJsonString(), Is.EqualTo(body.ToJsonString()), "members, values and their order");
        Assert.That(answer.AdditionalMembers, Is.Null, "every documented member has its property");
        Assert.That(answer.Prompt?.AdditionalMembers, Is.Null);
    }

    [TestCaseSource(nameof(Replies))]
    public void Reply_ReadAndWritten_LosesNoMember(string fixture)
    {
        JsonNode body = PolarisFixture.RequestBody(fixture)!;

        WorkflowReply reply = body.Deserialize(WorkflowsJson.Default.WorkflowReply)!;

        Assert.That(JsonSerializer.Serialize(reply, WorkflowsJson.Default.WorkflowReply), Is.EqualTo(body.ToJsonString()));
    }

    [TestCaseSource(nameof(Requests))]
    public void Request_ReadAndWritten_LosesNoMemberAndWritesNumbers(string fixture)
    {
        JsonNode body = PolarisFixture.RequestBody(fixture)!;

        WorkflowRequestMessage request = body.Deserialize(WorkflowsJson.Default.WorkflowRequestMessage)!;
        JsonNode written = JsonSerializer.SerializeToNode(request, WorkflowsJson.Default.WorkflowRequestMessage)!;

        foreach (string id in new[] { "TxnBranchID", "TxnUserID", "TxnWorkstationID" })
        {
            body[id] = int.Parse(body[id]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.That(written.ToJsonString(), Is.EqualTo(body.ToJsonString()));
    }

    [Test]
    public void Answer_MembersNoOneKnows_AreKept()
    {
        const string json = """
            {"WorkflowRequestGuid":"7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f","WorkflowRequestType":99,"WorkflowStatus":17,
             "Prompt":{"WorkflowPromptID":4711,"Name":null,"Description":null,"WorkflowPromptType":900,"WorkflowPromptOptions":77,
             "DefaultPromptOption":33,"Title":"","Message":"","PromptExtension":{"WorkflowPromptExtensionType":888,"Data":[1,{"a":null}],"X":1},"New":{"b":[2]}},
             "InformationMessages":[{"Type":-5,"Title":"","Message":"","Code":"c"}],
             "AnswerExtension":{"WorkflowAnswerExtensionType":777,"Data":null},"CircTranType":0,"ReceiptType":0,"ReceiptUrl":null,"Later":[true]}
            """;

        WorkflowAnswer answer = JsonSerializer.Deserialize(json, WorkflowsJson.Default.WorkflowAnswer)!;
        JsonNode written = JsonSerializer.SerializeToNode(answer, WorkflowsJson.Default.WorkflowAnswer)!;

        Assert.That(JsonNode.DeepEquals(written, JsonNode.Parse(json)), Is.True, written.ToJsonString());
        Assert.That((int)answer.Prompt!.WorkflowPromptId, Is.EqualTo(4711));
        Assert.That((int)answer.WorkflowStatus, Is.EqualTo(17));
    }

    [Test]
    public void Answer_DriftedCasingAndQuotedNumbers_AreRead()
    {
        const string json = """
            {"workflowRequestGUID":"7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f","WORKFLOWSTATUS":"-3","workflowrequesttype":"13",
             "Prompt":{"WorkflowPromptId":"66","workflowPromptOptions":"6"},"InformationMessages":null,"circTranType":"2"}
            """;

        WorkflowAnswer answer = JsonSerializer.Deserialize(json, WorkflowsJson.Default.WorkflowAnswer)!;

        Assert.That(answer.WorkflowStatus, Is.EqualTo(WorkflowStatus.InputRequired));
        Assert.That(answer.WorkflowRequestType, Is.EqualTo(WorkflowRequestType.AddOrUpdateBibRecord));
        Assert.That(answer.Prompt!.WorkflowPromptId, Is.EqualTo(WorkflowPromptId.DisplayInPac));
        Assert.That(answer.CircTranType, Is.EqualTo(2));
        Assert.That(answer.InformationMessages, Is.Empty);
    }

    [Test]
    public void Answer_ExtensionWithoutData_IsReadAndWritten()
    {
        WorkflowAnswer answer = JsonSerializer.Deserialize(
            """{"AnswerExtension":{"WorkflowAnswerExtensionType":6}}""", WorkflowsJson.Default.WorkflowAnswer)!;

        Assert.That(answer.AnswerExtension!.Data.ValueKind, Is.EqualTo(JsonValueKind.Undefined));
        Assert.That(
            JsonSerializer.Serialize(answer, WorkflowsJson.Default.WorkflowAnswer),
            Does.Contain("""{"WorkflowAnswerExtensionType":6}"""));
    }

    [TestCase("\"\"")]
    [TestCase("\"six\"")]
    [TestCase("6.5")]
    [TestCase("99999999999")]
    [TestCase("true")]
    public void Answer_StatusThatIsNoInteger_ThrowsJsonException(string status) =>
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize($$"""{"WorkflowStatus":{{status}}}""", WorkflowsJson.Default.WorkflowAnswer));
}
