using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

/// <summary>Workflows of serials, orders and MARC data whose responses are not documented: what is sent, and what bad input gets.</summary>
public sealed class SerialAndOrderWorkflowTests : RecordWorkflowFixture
{
    private static readonly int[] Issues = [84, 85];

    [Test]
    public async Task DeleteSerialIssueOrPart_Id_IsSent() => Assert.That(
        await StartAsync(WorkflowRequestType.DeleteSerialIssueOrPart, new DeleteSerialIssueOrPart { IssueOrPartId = 1966208 }),
        Is.EqualTo("""27/24 {"IssueOrPartID":1966208}"""));

    [Test]
    public async Task CombineSerialIssues_Ids_AreSent() => Assert.That(
        await StartAsync(WorkflowRequestType.CombineSerialIssues, new CombineSerialIssues { IssueOrPartIds = Issues }),
        Is.EqualTo("""28/25 {"IssueOrPartIDs":[84,85]}"""));

    [Test]
    public async Task DeleteSerialHoldingsRecord_Id_IsSent() => Assert.That(
        await StartAsync(WorkflowRequestType.DeleteSerialHoldingsRecord, new DeleteSerialHoldingsRecord { SerialHoldingsRecordId = 7 }),
        Is.EqualTo("""31/28 {"CopyID":7}"""));

    [Test]
    public async Task SavePurchaseOrderLineItem_KnownAndFurtherProperties_AreSent() => Assert.That(
        await StartAsync(WorkflowRequestType.SavePurchaseOrderLineItem, new SavePurchaseOrderLineItem
        {
            PurchaseOrderId = 12,
            BibliographicRecordId = 5,
            ListPriceUnitBase = 17.95m,
            DiscPriceUnitBase = 15m,
            DisplayInPac = 1,
            Author = "Trembath",
            AdditionalMembers = new() { ["CatalogNumber"] = Json("\"A-1\"") },
        }),
        Is.EqualTo("""33/30 {"POLineItemID":0,"PurchaseOrderID":12,"BibliographicRecordID":5,"ListPriceUnitBase":17.95,"DiscPriceUnitBase":15,"DisplayInPac":1,"Author":"Trembath","CatalogNumber":"A-1"}"""));

    [Test]
    public async Task CheckHeadings_RecordAndFurtherProperties_AreSent()
    {
        var started = await StartAsync(WorkflowRequestType.CheckHeadings, new CheckHeadings
        {
            BibRecordId = 5,
            Marc = new MarcRecord(),
            AdditionalMembers = new() { ["Solutions"] = Json("[]") },
        });

        Assert.That(started, Does.StartWith("""38/12 {"BibRecordID":5,"IsTemplate":false,"IsNewRecord":false,"MARC21Collection":{"records":[{""")
            .And.EndWith(",\"Solutions\":[]}"));
    }

    [Test]
    public async Task SerialBulkCheckIn_ArrayBothWays_IsSentAndReadable()
    {
        Fake.OnWorkflow(WorkflowRequestType.SerialBulkCheckIn, _ =>
            FakeWorkflowOutcome.Complete(extensionType: 16, data: System.Text.Json.Nodes.JsonNode.Parse("""[{"IssueID":84},{"IssueID":85}]""")));

        var result = await Client.Workflows.RunAsync(new SerialBulkCheckIn { IssueIds = Issues }, new());

        var sent = Fake.Journal.Single(entry => entry.Request is not null).Request!.Json["RequestExtension"]!.ToJsonString();
        Assert.That(sent, Is.EqualTo("""{"WorkflowRequestExtensionType":33,"Data":[84,85]}"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer!.Elements.Select(issue => issue.GetProperty("IssueID").GetInt32()), Is.EqualTo(Issues));
        Assert.That(result.Answer.Members, Is.Empty);
    }

    [Test]
    public async Task SerialBulkCheckIn_PromptForAnItem_IsAnsweredByItsId()
    {
        AskThenAnswer(WorkflowRequestType.SerialBulkCheckIn, null, PromptOf(107, WorkflowPromptOptions.ContinueCancel));

        await Client.Workflows.RunAsync(
            new SerialBulkCheckIn { IssueIds = Issues },
            new PromptHandlers().Always(WorkflowPromptId.CreateItemForIssue, WorkflowPromptResult.Continue));

        Assert.That(Replied(), Is.EqualTo(new[] { (107, 5) }));
    }

    [Test]
    public async Task SaveMarcCompareRecord_ListedRecord_IsStored()
    {
        Fake.WithBib(5, marc: BibRecordsClientTests.Titled("Three"));
        MarcRecord? marc = null;
        await foreach (var record in Client.BibRecords.ListMarcAsync([5]))
        {
            marc = record.Marc;
        }

        marc!["245"]!['a'] = "Four";
        var result = await Client.Workflows.RunAsync(new SaveMarcCompareRecord { BibRecordId = 5, Marc = marc }, new());

        Assert.That(Started(), Does.StartWith("""36/12 {"BibliographicRecordId":5,"Record":{"""));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That((await Client.BibRecords.GetMarcAsync(5)).FirstSubfield("245", 'a'), Is.EqualTo("Four"));
    }

    [Test]
    public void EachRequest_WithoutWhatIsRequired_SendsNothing()
    {
        WorkflowRequest<CustomWorkflowAnswer>[] requests =
        [
            new DeleteSerialIssueOrPart(), new CombineSerialIssues { IssueOrPartIds = [84] }, new DeleteSerialHoldingsRecord(), new SerialBulkCheckIn(),
            new SavePurchaseOrderLineItem(), new SaveMarcCompareRecord { Marc = new() }, new SaveMarcCompareRecord { BibRecordId = 5 },
            new CheckHeadings { Marc = new() }, new CheckHeadings { BibRecordId = 5 },
        ];

        Assert.Multiple(() =>
        {
            foreach (var request in requests)
            {
                Assert.That(
                    () => Client.Workflows.RunAsync(request, new()),
                    Throws.InvalidOperationException.With.Message.Contains(request.GetType().Name));
            }
        });
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    /// <summary>Runs a workflow whose response has no data, and returns what was started.</summary>
    private async Task<string> StartAsync(WorkflowRequestType type, WorkflowRequest<CustomWorkflowAnswer> request)
    {
        AskThenAnswer(type, null);

        var result = await Client.Workflows.RunAsync(request, new());

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer, Is.Null);
        return Started();
    }
}
