using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Cataloging;

public sealed class AddItemRecordTests : RecordWorkflowFixture
{
    [Test]
    public async Task RunAsync_NothingButTheHomeBranch_LeavesNullMembersOut()
    {
        await AddAsync(new AddItemRecord { HomeBranchId = 3 });

        Assert.That(Started(), Is.EqualTo(
            """
            8/6 {"HomeBranchID":3,"IsNew":true}
            """));
    }

    [Test]
    public void RunAsync_WithoutHomeBranch_SendsNothing()
    {
        var error = Assert.ThrowsAsync<InvalidOperationException>(() => AddAsync(new AddItemRecord { Barcode = "0001" }))!;

        Assert.That(error.Message, Does.Contain(nameof(AddItemRecord.HomeBranchId)));
        Assert.That(SentAboutWorkflows(), Is.Empty);
    }

    [Test]
    public async Task RunAsync_AllMembers_SendsEachUnderItsName()
    {
        await AddAsync(new AddItemRecord
        {
            HomeBranchId = 3,
            IsProvisionalSave = true,
            AssociatedBibRecordId = 1126739,
            Barcode = "0001",
            OriginalItemStatusId = 1,
            ItemStatusId = 2,
            ItemRecordHistoryActionId = 4,
            AssignedBranchId = 5,
            OwningBranchId = 6,
            MaterialTypeId = 7,
            LoanPeriodCodeId = 8,
            FineCodeId = 9,
            ShelvingSchemeId = 10,
            RenewalLimit = 11,
            DisplayInPac = true,
            NonCirculating = false,
            Holdable = true,
            LoanableOutsideSystem = false,
            NonPublicNote = "n",
            Note = "p",
            HoldableByPickup = true,
            HoldPickupBranchId = 0,
            HoldableByPrimaryLender = false,
            ManualBlockId = 12,
            StatisticalCodeId = 13,
            ShelfLocationId = 14,
            AssignedCollectionId = 15,
        });

        Assert.That(Started(), Is.EqualTo(
            """
            8/6 {"HomeBranchID":3,"IsNew":true,"IsProvisionalSave":true,"AssociatedBibRecordID":1126739,"Barcode":"0001","OriginalItemStatusID":1,"ItemStatusID":2,"ItemRecordHistoryActionID":4,"AssignedBranchID":5,"OwningBranchID":6,"MaterialTypeID":7,"LoanPeriodCodeID":8,"FineCodeID":9,"ShelvingSchemeID":10,"RenewalLimit":11,"DisplayInPAC":true,"NonCirculating":false,"Holdable":true,"LoneableOutsideSystem":false,"NonPublicNote":"n","Note":"p","HoldableByPickup":true,"HoldPickupBranchID":0,"HoldableByPrimaryLender":false,"ManualBlockID":12,"StatisticalCodeID":13,"ShelfLocationID":14,"AssignedCollectionID":15}
            """));
    }

    [Test]
    public async Task RunAsync_AnswerWithTheRecord_KeepsAllOfIt()
    {
        var result = await AddAsync(
            new AddItemRecord { HomeBranchId = 3 }, """{"ItemRecord":{"ItemRecordID":29937,"Price":"$17.95","More":{"A":null}},"NewMember":1}""");

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer!.ItemRecordId, Is.EqualTo(29937));
        Assert.That(
            result.Answer.ItemRecord!.Value.GetRawText(), Is.EqualTo("""{"ItemRecordID":29937,"Price":"$17.95","More":{"A":null}}"""));
        Assert.That(result.Answer.AdditionalMembers!.Keys, Is.EqualTo(new[] { "NewMember" }));
    }

    [TestCase("""{"ItemRecord":{}}""")]
    [TestCase("""{"ItemRecord":{"ItemRecordID":null}}""")]
    [TestCase("""{"ItemRecord":{"ItemRecordID":29937.5}}""")]
    [TestCase("""{"ItemRecord":[29937]}""")]
    [TestCase("""{"ItemRecord":null}""")]
    [TestCase("{}")]
    public async Task ItemRecordId_RecordThatDoesNotReportIt_IsNull(string data)
    {
        var result = await AddAsync(new AddItemRecord { HomeBranchId = 3 }, data);

        Assert.That(result.Answer!.ItemRecordId, Is.Null);
    }

    [TestCase("""{"ItemRecord":{"ItemRecordID":"29937"}}""")]
    [TestCase("""{"itemRecord":{"itemRecordID":29937}}""")]
    public async Task ItemRecordId_AsAStringOrInCamelCase_IsRead(string data)
    {
        var result = await AddAsync(new AddItemRecord { HomeBranchId = 3 }, data);

        Assert.That(result.Answer!.ItemRecordId, Is.EqualTo(29937));
    }

    [Test]
    public async Task RunAsync_AnswerOfAnotherNumberWithARecord_IsRead()
    {
        var result = await AddAsync(new AddItemRecord { HomeBranchId = 3 }, """{"ItemRecord":{"ItemRecordID":29937}}""", extensionType: 6);

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(result.Answer?.ItemRecordId, Is.EqualTo(29937));
        Assert.That(result.Wire.AnswerExtension!.Data.GetRawText(), Is.EqualTo("""{"ItemRecord":{"ItemRecordID":29937}}"""));
    }

    private Task<WorkflowResult<ItemRecordSaved>> AddAsync(AddItemRecord request, string data = "{}", int extensionType = 5)
    {
        AskThenAnswer(WorkflowRequestType.AddOrUpdateItemRecord, (extensionType, data));
        return Client.Workflows.RunAsync(request, new());
    }
}
