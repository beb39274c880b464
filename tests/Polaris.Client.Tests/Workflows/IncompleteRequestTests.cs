using System.Text.Json;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Requests that do not name what they are about.</summary>
public sealed class IncompleteRequestTests : ConductorFixture
{
    private static readonly (string Name, string Missing, Func<WorkflowsClient, Task> Run)[] Requests =
    [
        Case(new DeleteBibRecords(), "BibRecordIds"),
        Case(new DeleteBibRecords { BibRecordIds = [5, 0] }, "BibRecordIds"),
        Case(new DeleteBibRecords { BibRecordIds = null! }, "BibRecordIds"),
        Case(new DeleteItemRecords { IsAutoDelete = true }, "ItemRecordIds"),
        Case(new DeleteItemRecords { ItemRecordIds = [-1] }, "ItemRecordIds"),
        Case(new DeleteAuthorityRecord { IsBulkMode = true }, "AuthorityRecordId"),
        Case(new DeletePatrons(), "PatronIds"),
        Case(new DeletePatrons { PatronIds = [8, 0] }, "PatronIds"),
        Case(new UndeleteBibRecord(), "BibRecordId"),
        Case(new UndeleteItemRecord(), "ItemRecordId"),
        Case(new UndeleteAuthorityRecord(), "AuthorityRecordId"),
        Case(new AddOrUpdateBibRecord { BibRecordId = -5 }, "BibRecordId"),
        Case(new UpdateBibRecord { BibRecordId = -5 }, "BibRecordId"),
        Case(new AddOrUpdateAuthorityRecord { AuthorityRecordId = -5 }, "AuthorityRecordId"),
        Case(new AddItemRecord { HomeBranchId = -3 }, "HomeBranchId"),
        Case(new UpdateItemRecord { ItemRecordId = -5 }, "ItemRecordId"),
        Case(new CustomWorkflow { Data = JsonDocument.Parse("{}").RootElement }, "RequestType"),
        Case(new CheckIn(), "ItemBarcode"),
        Case(new CheckIn { ItemBarcode = " " }, "ItemBarcode"),
        Case(new CheckOut { PatronBarcode = "p8" }, "ItemBarcode"),
        Case(new CheckOut { ItemBarcode = "0017" }, "PatronBarcode"),
        Case(new CreateHoldRequest { PickupBranchId = 3, BibliographicRecordId = 5 }, "PatronId"),
        Case(new CreateHoldRequest { PatronId = 8, BibliographicRecordId = 5 }, "PickupBranchId"),
        Case(new CreateHoldRequest { PatronId = 8, PickupBranchId = 3 }, "BibliographicRecordId"),
        Case(new CreateHoldRequest { PatronId = 8, PickupBranchId = 3, UnlockedRequest = true }, "Title"),
    ];

    private static IEnumerable<TestCaseData> Incomplete =>
        Requests.Select((request, index) => new TestCaseData(request.Missing, request.Run).SetArgDisplayNames($"{request.Name} {index}", request.Missing));

    [TestCaseSource(nameof(Incomplete))]
    public void RunAsync_WithoutWhatIdentifiesARecord_SendsNothingAndNamesTheProperty(string missing, Func<WorkflowsClient, Task> run)
    {
        var error = Assert.ThrowsAsync<InvalidOperationException>(() => run(Client.Workflows))!;

        Assert.That(error.Message, Does.Contain(missing));
        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public async Task RunAsync_RenewalWithoutAPatron_IsSent()
    {
        Fake.OnWorkflow(WorkflowRequestType.CheckOut, _ => FakeWorkflowOutcome.Complete());

        var renewed = await Client.Workflows.RunAsync(
            new CheckOut { CheckOutType = CheckOutType.RenewCheckOut, ItemBarcode = "0017" }, new PromptHandlers());

        Assert.That(renewed.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    private static (string Name, string Missing, Func<WorkflowsClient, Task> Run) Case<TAnswer>(WorkflowRequest<TAnswer> request, string missing)
        where TAnswer : class => (request.GetType().Name, missing, workflows => workflows.RunAsync(request, new PromptHandlers()));
}
