using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

/// <summary>Prompt 82, whose default (9) deletes the bibliographic record, and whose set of buttons (10) is not documented.</summary>
public sealed class LastCopyPromptTests : RecordWorkflowFixture
{
    private const string Options = """
        {"DeleteButtonEnabled":true,"SuppressButtonEnabled":false,"RetainButtonEnabled":true,"OpenButtonEnabled":true,"PrintButtonEnabled":false,
         "WidowedRecords":[{"ObjectTypeID":2,"RecordID":1126739,"Description":"Test OTF Title 1000","Barcode":null}],"NewMember":1}
        """;

    private static readonly DeleteItemRecords Request = new() { ItemRecordIds = [29937] };

    [Test]
    public async Task Retain_DefaultThatDeletes_SendsElevenAnyway()
    {
        AskLastCopy();

        var result = await Client.Workflows.RunAsync(Request, new PromptHandlers().On<LastCopyPrompt>(prompt => prompt.Retain()));

        Assert.That(Replied(), Is.EqualTo(new[] { (82, 11) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task Details_OfThePrompt_ReportButtonsAndWidowedRecords()
    {
        AskLastCopy();

        var details = ((LastCopyPrompt)(await Client.Workflows.StartAsync(Request)).PendingPrompt!).Details;

        Assert.That(details.DeleteButtonEnabled, Is.True);
        Assert.That(details.SuppressButtonEnabled, Is.False);
        Assert.That(details.RetainButtonEnabled, Is.True);
        Assert.That(details.OpenButtonEnabled, Is.True);
        Assert.That(details.PrintButtonEnabled, Is.False);
        Assert.That(details.AdditionalMembers!.Keys, Is.EqualTo(new[] { "NewMember" }));
        var widowed = details.WidowedRecords.Single();
        Assert.That(widowed.ObjectType, Is.EqualTo(ObjectType.BibliographicRecord));
        Assert.That(widowed.RecordId, Is.EqualTo(1126739));
        Assert.That(widowed.Description, Is.EqualTo("Test OTF Title 1000"));
        Assert.That(widowed.AdditionalMembers!.Keys, Is.EqualTo(new[] { "Barcode" }));
    }

    [Test]
    public async Task Choices_UndocumentedSetOfButtons_AreNotGuessed()
    {
        AskLastCopy();

        var prompt = (await Client.Workflows.StartAsync(Request)).PendingPrompt!;

        Assert.That((int)prompt.Wire.WorkflowPromptOptions, Is.EqualTo(10));
        Assert.That(prompt.Choices, Is.Empty);
        Assert.That(prompt.Reply(WorkflowPromptResult.Suppress).Result, Is.EqualTo(WorkflowPromptResult.Suppress), "the caller may know");
    }

    [Test]
    public void RunAsync_WithoutHandler_RepliesNothingThatCouldDelete()
    {
        AskLastCopy();

        var error = Assert.ThrowsAsync<UnansweredPromptException>(() => Client.Workflows.RunAsync(Request, new PromptHandlers()))!;

        Assert.That(error.Prompt, Is.TypeOf<LastCopyPrompt>());
        Assert.That(Replied(), Is.Empty, "whether Cancel is offered is not documented");
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task RunAsync_CanceledByTheCaller_DeletesNothing()
    {
        AskLastCopy();

        var result = await Client.Workflows.RunAsync(Request, new PromptHandlers().On<LastCopyPrompt>(prompt => prompt.Cancel()));

        Assert.That(result.IsCanceled);
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [TestCase(26, Options)]
    [TestCase(25, """{"WidowedRecords":"many"}""")]
    public async Task StartAsync_OddData_StillIsTheTypedPrompt(int extensionType, string data)
    {
        AskLastCopy(extensionType, data);

        var prompt = (await Client.Workflows.StartAsync(Request)).PendingPrompt!;

        Assert.That(prompt, Is.TypeOf<LastCopyPrompt>());
        Assert.That(prompt.Id, Is.EqualTo(WorkflowPromptId.LastCopyOptions));
    }

    [Test]
    public async Task WidowedRecords_Null_AreEmpty()
    {
        AskLastCopy(25, """{"RetainButtonEnabled":true,"WidowedRecords":null}""");

        var prompt = (LastCopyPrompt)(await Client.Workflows.StartAsync(Request)).PendingPrompt!;

        Assert.That(prompt.Details.WidowedRecords, Is.Empty);
    }

    private void AskLastCopy(int extensionType = 25, string data = Options)
    {
        var prompt = new FakePrompt(WorkflowPromptId.LastCopyOptions, (WorkflowPromptOptions)10)
        {
            PromptType = 22,
            DefaultOption = 9,
            ExtensionType = extensionType,
            Data = JsonNode.Parse(data)!.AsObject(),
        };
        AskThenDelete(WorkflowRequestType.DeleteItemRecords, "29937", prompt);
    }
}
