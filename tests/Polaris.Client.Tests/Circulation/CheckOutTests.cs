using Polaris.Client.Circulation;
using Polaris.Client.Tests.Workflows;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Circulation;

public sealed class CheckOutTests : RecordWorkflowFixture
{
    private static CheckOut Request => new() { PatronBarcode = "21756000000001", ItemBarcode = "0001" };

    [Test]
    public async Task RunAsync_BarcodesOnly_SendsANormalCheckOut()
    {
        AskThenAnswer(WorkflowRequestType.CheckOut, null);

        await Client.Workflows.RunAsync(Request, new());

        Assert.That(Started(), Is.EqualTo("""2/1 {"CheckoutTypeID":6,"PatronBarcode":"21756000000001","ItemBarcode":"0001"}"""));
    }

    [Test]
    public async Task RunAsync_AllMembers_SendsEachUnderItsName()
    {
        AskThenAnswer(WorkflowRequestType.CheckOut, null);

        await Client.Workflows.RunAsync(
            new CheckOut
            {
                CheckOutType = CheckOutType.Offline,
                PatronBarcode = "p",
                ItemBarcode = "i",
                OfflineCheckoutDate = Json("\"01/02/2026\""),
                IsSpecialLoan = true,
                SpecialLoanUnits = 1,
                SpecialLoanUnitsNum = 2,
                IsOvernightPermitted = false,
                IsBbmBulkCheckout = true,
                IgnorePatronBlocksCheck = false,
                IgnoreItemsOutLimitPrompt = true,
                IgnoreLoanLimitPromptForMaterialTypeIds = Json("[3,4]"),
                IgnoreOrsPatronServiceDatePrompt = false,
            },
            new());

        Assert.That(Started(), Is.EqualTo(
            """
            2/1 {"CheckoutTypeID":16,"PatronBarcode":"p","ItemBarcode":"i","OfflineCheckoutDate":"01/02/2026","IsSpecialLoan":true,"SpecialLoanUnits":1,"SpecialLoanUnitsNum":2,"IsOvernightPermitted":false,"IsBBMBulkCheckout":true,"IgnorePatronBlocksCheck":false,"IgnoreItemsOutLimitPrompt":true,"IgnoreLoanLimitPromptForMaterialTypeIDs":[3,4],"IgnoreORSPatronServiceDatePrompt":false}
            """));
    }

    [Test]
    public async Task RunAsync_AnswerWithData_KeepsAllThatTheServerReports()
    {
        Succeed("[]", """{"WorkflowAnswerExtensionType":99,"Data":{"DueDate":"2026-02-01"}}""");

        var result = await Client.Workflows.RunAsync(Request, new());

        Assert.That(result.Answer!.Members["DueDate"].GetString(), Is.EqualTo("2026-02-01"));
    }

    [Test]
    public void RunAsync_FailureThatNamesThePatron_ShowsTheBarcodeNowhere()
    {
        Fake.AnswerNextWorkflowCall(
            200, """{"WorkflowStatus":2,"InformationMessages":[{"Type":4,"Title":"","Message":"Patron 21756000000001 has expired."}]}""");

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => Client.Workflows.RunAsync(Request, new()))!;

        Assert.That($"{Request} {error} {error.Transcript} {string.Join(' ', Logs.Entries)}", Does.Not.Contain("21756000000001"));
    }
}
