using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class UpdateBibRecordTests : RecordWorkflowFixture
{
    [Test]
    public async Task RunAsync_AllMembers_AreSentAndSaved()
    {
        var result = await Client.Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false, DoNotOverlay = true, RecordOwnerId = 3 }, Hide());

        Assert.That(Started(), Is.EqualTo("""9/7 {"IsNew":false,"BibRecordID":5,"DisplayInPAC":false,"DoNotOverlay":true,"RecordOwnerID":3}"""));
        Assert.That(Replied(), Is.EqualTo(new[] { (66, 5) }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer, Is.Null);
        var bib = Fake.Bibs[5];
        Assert.That(bib.DisplayInPac, Is.False);
        Assert.That(bib.DoNotOverlay, Is.True);
        Assert.That(bib.RecordOwnerId, Is.EqualTo(3));
    }

    [Test]
    public async Task RunAsync_MembersThatAreNotSet_AreLeftOutAndKept()
    {
        var before = Fake.Bibs[5];

        await Client.Workflows.RunAsync(new UpdateBibRecord { BibRecordId = 5, DoNotOverlay = true }, new PromptHandlers());

        Assert.That(Started(), Is.EqualTo("""9/7 {"IsNew":false,"BibRecordID":5,"DoNotOverlay":true}"""));
        before.Json["DoNotOverlay"] = true;
        Assert.That(JsonNode.DeepEquals(Fake.Bibs[5].Json, before.Json));
    }

    [Test]
    public async Task RunAsync_HidingCanceled_SavesNothing()
    {
        var result = await Client.Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = 5, DisplayInPac = false },
            new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Cancel()));

        Assert.That(result.IsCanceled);
        Assert.That(Fake.Bibs[5].DisplayInPac);
    }
}
