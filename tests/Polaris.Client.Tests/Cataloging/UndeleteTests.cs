using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

/// <summary>The members of the answer are not documented, so each of them is kept.</summary>
public sealed class UndeleteTests : RecordWorkflowFixture
{
    private static readonly (WorkflowRequest<RecordRestored> Request, string Started)[] Requests =
    [
        (new UndeleteAuthorityRecord { AuthorityRecordId = 925313 }, """14/5 {"RecordID":925313}"""),
        (new UndeleteBibRecord { BibRecordId = 1126739 }, """15/5 {"RecordID":1126739}"""),
        (new UndeleteItemRecord { ItemRecordId = 29937 }, """16/5 {"RecordID":29937}"""),
    ];

    [Test]
    public async Task RunAsync_DeletedRecord_KeepsAllThatTheServerReports(
        [ValueSource(nameof(Requests))] (WorkflowRequest<RecordRestored> Request, string Started) undeleting)
    {
        Succeed(
            """[{"Type":3,"Title":"Re-establish links","Message":"Mind the links."}]""",
            """{"WorkflowAnswerExtensionType":99,"Data":{"RecordStatusID":1,"DisplayInPAC":true,"More":{"A":null}}}""");

        var result = await Client.Workflows.RunAsync(undeleting.Request, new());

        Assert.That(Started(), Is.EqualTo(undeleting.Started));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(
            result.Answer!.Members.Select(member => $"{member.Key}={member.Value.GetRawText()}"),
            Is.EqualTo(new[] { "RecordStatusID=1", "DisplayInPAC=true", """More={"A":null}""" }));
        Assert.That(
            result.Messages.Select(message => (message.Type, message.Title, message.Message)),
            Is.EqualTo(new[] { (InformationMessageType.Notice, "Re-establish links", "Mind the links.") }));
    }

    [Test]
    public async Task RunAsync_AnswerWithoutData_IsCompleted(
        [ValueSource(nameof(Requests))] (WorkflowRequest<RecordRestored> Request, string Started) undeleting)
    {
        Succeed("[]", "null");

        var result = await Client.Workflows.RunAsync(undeleting.Request, new());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer, Is.Null);
    }
}
