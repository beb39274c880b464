using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Marc;
using Polaris.Client.Workflows;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>
/// Workflows of which the vendor's pages show the request only, and not always the whole. The responses are designed.
/// </summary>
[TestFixture]
public sealed class FurtherWorkflowTests : PolarisContractTest
{
    private static readonly Guid BulkGuid = new("61a0a2b7-5c55-4d8c-93c8-3b8f6a4f5e88");

    private static readonly int[] Issues = [84, 85];

    [Test]
    public Task RunAsync_PatronRegistration_SendsKnownAndFurtherProperties() => AssertRunAsync(
        3,
        4,
        """
        { "Barcode": "21756000000001", "PatronCodeID": 2, "OrganizationID": 3, "SystemBlocks": 0, "Registration": { "NameLast": "Reader" } }
        """,
        new RegisterPatron
        {
            Barcode = "21756000000001",
            PatronCodeId = 2,
            OrganizationId = 3,
            SystemBlocks = 0,
            AdditionalMembers = new() { ["Registration"] = Json("""{ "NameLast": "Reader" }""") },
        });

    [Test]
    public Task RunAsync_Claim_SendsPatronAndItems() => AssertRunAsync(
        6,
        3,
        """{ "PatronID": 29937, "ItemClaimInfo": [{ "ItemRecordID": 847 }] }""",
        new MakeClaim { PatronId = 29937, Claims = [new ItemClaim { ItemRecordId = 847 }] });

    [Test]
    public async Task RunAsync_PatronDeletion_ReportsBlockedPatrons()
    {
        OnStart(7, 21, """{ "PatronRecordIDs": [381701, 381699] }""").Answers(WorkflowJson.Ended(
            7,
            Guid.Empty,
            """[{ "Type": 4, "Title": "", "Message": "1 patron record(s) were not deleted" }]""",
            status: 1,
            """{ "WorkflowAnswerExtensionType": 6, "Data": { "DeletedRecordIDs": [381701], "BlockedRecordIDs": [381699] } }"""));

        WorkflowResult<RecordsDeleted> result = await CreateClient().Workflows.RunAsync(
            new DeletePatrons { PatronIds = [381701, 381699] }, new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.PartlyCompleted));
        Assert.That(result.Answer!.BlockedRecordIds, Is.EqualTo([381699]));
    }

    [Test]
    public Task RunAsync_SerialIssueDeletion_SendsItsId() => AssertRunAsync(
        27, 24, """{ "IssueOrPartID": 1966208 }""", new DeleteSerialIssueOrPart { IssueOrPartId = 1966208 });

    [Test]
    public Task RunAsync_SerialIssueCombination_SendsTheIds() => AssertRunAsync(
        28, 25, """{ "IssueOrPartIDs": [84, 85] }""", new CombineSerialIssues { IssueOrPartIds = Issues });

    [Test]
    public Task RunAsync_SerialHoldingsDeletion_SendsItsId() => AssertRunAsync(
        31, 28, """{ "CopyID": 7 }""", new DeleteSerialHoldingsRecord { SerialHoldingsRecordId = 7 });

    [Test]
    public Task RunAsync_OrderLine_SendsKnownAndFurtherProperties() => AssertRunAsync(
        33,
        30,
        """
        { "POLineItemID": 0, "PurchaseOrderID": 12, "BibliographicRecordID": 1126739, "ListPriceUnitBase": 17.95, "Alert": false }
        """,
        new SavePurchaseOrderLineItem
        {
            PurchaseOrderId = 12,
            BibliographicRecordId = 1126739,
            ListPriceUnitBase = 17.95m,
            AdditionalMembers = new() { ["Alert"] = Json("false") },
        });

    [Test]
    public Task RunAsync_ComparedMarc_SendsTheRecord() => AssertRunAsync(
        36,
        12,
        """
        {
          "BibliographicRecordId": 1126739,
          "Record": {
            "id": 0, "leader": "00000nam a2200000 i 4500",
            "controlfields": [{ "tag": "001", "data": "1126739", "position": 1 }],
            "datafields": [{
              "tag": "245", "ind1": "1", "ind2": "0", "subfields": [{ "code": "a", "data": "Frog Face /" }], "position": 2
            }]
          }
        }
        """,
        new SaveMarcCompareRecord { BibRecordId = 1126739, Marc = FrogFace() });

    [Test]
    public Task RunAsync_HeadingsCheck_SendsTheRecord() => AssertRunAsync(
        38,
        12,
        """
        {
          "BibRecordID": 1126739, "IsTemplate": false, "IsNewRecord": false,
          "MARC21Collection": { "records": [{
            "id": 0, "leader": "00000nam a2200000 i 4500",
            "controlfields": [{ "tag": "001", "data": "1126739", "position": 1 }],
            "datafields": [{
              "tag": "245", "ind1": "1", "ind2": "0", "subfields": [{ "code": "a", "data": "Frog Face /" }], "position": 2
            }]
          }] }
        }
        """,
        new CheckHeadings { BibRecordId = 1126739, Marc = FrogFace() });

    [Test]
    public async Task RunAsync_SerialBulkCheckIn_SendsAndReadsAnArray()
    {
        OnStart(40, 33, "[84, 85]").Answers(WorkflowJson.Asks(40, BulkGuid, """
            {
              "WorkflowPromptID": 107, "WorkflowPromptType": 38, "WorkflowPromptOptions": 6, "DefaultPromptOption": 4,
              "Title": "Create Item for Issue/Part", "Message": ""
            }
            """));
        OnReply(BulkGuid, 107, 5).Answers(WorkflowJson.Ended(40, BulkGuid, "The issues have been checked in.", """
            { "WorkflowAnswerExtensionType": 16, "Data": [{ "IssueID": 84 }, { "IssueID": 85 }] }
            """));

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(
            new SerialBulkCheckIn { IssueIds = Issues },
            new PromptHandlers().Always(WorkflowPromptId.CreateItemForIssue, WorkflowPromptResult.Continue));

        AssertRequests(SignIn, "POST workflow", $"PUT workflow/{BulkGuid}");
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer!.Elements.Select(issue => issue.GetProperty("IssueID").GetInt32()), Is.EqualTo(Issues));
    }

    private static MarcRecord FrogFace() => MarcRecord.FromJson("""
        {
          "leader": "00000nam a2200000 i 4500",
          "controlfields": [{ "tag": "001", "data": "1126739" }],
          "datafields": [{ "tag": "245", "ind1": "1", "ind2": "0", "subfields": [{ "code": "a", "data": "Frog Face /" }] }]
        }
        """);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    /// <summary>Runs a workflow that completes with data of an unknown type, which stays readable.</summary>
    private async Task AssertRunAsync(int type, int extensionType, string data, WorkflowRequest<CustomWorkflowAnswer> request)
    {
        OnStart(type, extensionType, data).Answers(WorkflowJson.Ended(type, Guid.Empty, "Done.", """
            { "WorkflowAnswerExtensionType": 99, "Data": { "Unknown": 1 } }
            """));

        WorkflowResult<CustomWorkflowAnswer> result = await CreateClient().Workflows.RunAsync(request, new PromptHandlers());

        AssertRequests(SignIn, "POST workflow");
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer!.Members["Unknown"].GetInt32(), Is.EqualTo(1));
    }
}
