using Polaris.Client.Circulation;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Polaris;

/// <summary>
/// Reads and changes of hold requests. The responses are designed from the members that the vendor's pages and public clients show.
/// </summary>
[TestFixture]
public sealed class HoldReadTests : PolarisContractTest
{
    private const string Hold = """
        {
          "SysHoldStatusID": 8, "SysHoldStatus": "Unclaimed", "StatusTransitionDate": "2013-10-12T04:40:02.123",
          "ActivationDate": "2013-10-03T00:00:00", "PickupBranchID": 90, "HoldTillDate": null, "Origin": "Library", "ItemLevelHold": false,
          "PatronID": 357913, "PatronBarcode": "21756000000001", "PatronName": "Reader, Ann", "BibliographicRecordID": 946777,
          "ItemRecordID": 9942654, "ItemBarcode": null, "PACDisplayNotes": "Please call", "UnlockedRequest": false, "PublicationYear": 1867
        }
        """;

    [Test]
    public async Task GetAsync_Hold_IsRead()
    {
        On("GET holds/7301").Answers(Answer.Json(200, Hold));

        HoldRequest hold = await CreateClient(options => options.ServerTimeZone = "America/New_York").Holds.GetAsync(7301);

        AssertRequests(SignIn, "GET holds/7301");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hold.HoldRequestId, Is.EqualTo(7301), "the vendor's sample does not contain it");
            Assert.That(hold.Status, Is.EqualTo(HoldStatus.Unclaimed));
            Assert.That(hold.StatusTransitionDate, Is.EqualTo(new DateTimeOffset(2013, 10, 12, 4, 40, 2, 123, TimeSpan.FromHours(-4))));
            Assert.That(hold.HoldTillDate, Is.Null);
            Assert.That(hold.PickupBranchId, Is.EqualTo(90));
            Assert.That(hold.PatronId, Is.EqualTo(357913));
            Assert.That(hold.Origin, Is.EqualTo("Library"));
            Assert.That(hold.PacDisplayNotes, Is.EqualTo("Please call"));
            Assert.That(hold.AdditionalMembers!.Keys, Is.EqualTo(["PublicationYear"]));
        }
    }

    [Test]
    public async Task GetAsync_LongerForms_SendTheirFlags()
    {
        On("GET holds/7301?history=true").Answers(Answer.Json(200, Hold));
        On("GET holds/7301?satisfiedby=true").Answers(Answer.Json(200, Hold));
        var holds = CreateClient().Holds;

        await holds.GetWithHistoryAsync(7301);
        await holds.GetWithSatisfiedByAsync(7301);

        AssertRequests(SignIn, "GET holds/7301?history=true", "GET holds/7301?satisfiedby=true");
    }

    [Test]
    public async Task FindAsync_HoldThatWasFilled_IsNull()
    {
        On("GET holds/7301").Answers(Answer.Json(404, """{ "ErrorCode": 60028, "Message": "Hold Request with ID 7301 not found." }"""));

        Assert.That(await CreateClient().Holds.FindAsync(7301), Is.Null);

        AssertRequests(SignIn, "GET holds/7301");
    }

    [Test]
    public async Task ListOfPatronAsync_Rows_AreRead()
    {
        On("GET patrons/29937/requests/local").Answers(Answer.Json(200, """
            [{
              "SysHoldRequestID": 7301, "SysHoldStatusID": 18, "Status": "Located", "Title": "Frog Face", "BibliographicRecordID": 1126739,
              "ActivationDate": "2026-01-15T00:00:00", "HoldUntilDate": null, "PickupBranch": "Main", "PickupBranchID": 3, "Queue": 2,
              "QueueTTL": "5", "ItemLevelHold": false, "TrappingItemRecordID": null, "PACDisplayNotes": null, "GroupName": "x"
            }]
            """));

        PatronHold hold = (await CreateClient().Holds.ListOfPatronAsync(29937)).Single();

        AssertRequests(SignIn, "GET patrons/29937/requests/local");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hold.HoldRequestId, Is.EqualTo(7301));
            Assert.That((int)hold.Status, Is.EqualTo(18), "a status without a name");
            Assert.That(hold.StatusName, Is.EqualTo("Located"));
            Assert.That(hold.Queue, Is.EqualTo("2"));
            Assert.That(hold.QueueTotal, Is.EqualTo("5"));
            Assert.That(hold.ActivationDate?.Day, Is.EqualTo(15));
            Assert.That(hold.AdditionalMembers!.Keys, Is.EqualTo(["GroupName"]));
        }
    }

    [Test]
    public async Task EachSummary_RowsOfUnknownShape_AreKeptAsReceived()
    {
        On("GET patrons/29937/requests/ill").Answers(Answer.Json(200, """[{"ILLRequestID":4}]"""));
        On("GET holdssummary/3/2/6").Answers(Answer.Json(200, """[{"A":1}]"""));
        On("GET illsummary/3/2/10").Answers(Answer.Json(200, """{"B":2}"""));
        var holds = CreateClient().Holds;

        var ill = await holds.ListIllOfPatronAsync(29937);
        var summary = await holds.GetSummaryAsync(3, 2, HoldStatus.Held);
        var illSummary = await holds.GetIllSummaryAsync(3, 2, 10);

        AssertRequests(SignIn, "GET patrons/29937/requests/ill", "GET holdssummary/3/2/6", "GET illsummary/3/2/10");
        Assert.That(
            $"{ill.Single().GetRawText()} {summary.GetRawText()} {illSummary.GetRawText()}",
            Is.EqualTo("""{"ILLRequestID":4} [{"A":1}] {"B":2}"""));
    }

    [Test]
    public async Task GetCountsAsync_Branch_IsRead()
    {
        On("GET holdssummary/3").Answers(Answer.Json(200, """
            {
              "HoldsPendingCount": 2, "HoldsToTransferCount": 0, "HoldsUnclaimedCount": 30, "HoldsLocatedCount": 1, "ILLUnclaimedCount": 10,
              "HoldsCancelledCount": 1, "HoldsToActionCount": 31
            }
            """));

        HoldCounts counts = await CreateClient().Holds.GetCountsAsync(3);

        AssertRequests(SignIn, "GET holdssummary/3");
        Assert.That(counts, Members.EqualTo(new HoldCounts
        {
            Pending = 2,
            ToTransfer = 0,
            Unclaimed = 30,
            Located = 1,
            IllUnclaimed = 10,
            Cancelled = 1,
            ToAction = 31,
        }));
    }

    [Test]
    public async Task GetDefaultsAsync_Period_IsRead()
    {
        On("GET holdsdefaults").Answers(Answer.Json(200, """{ "ExpirationDatePeriod": 180, "Other": 1 }"""));

        HoldDefaults defaults = await CreateClient().Holds.GetDefaultsAsync();

        AssertRequests(SignIn, "GET holdsdefaults");
        Assert.That(defaults.ExpirationDatePeriod, Is.EqualTo(180));
        Assert.That(defaults.AdditionalMembers!.Keys, Is.EqualTo(["Other"]));
    }

    [Test]
    public async Task CancelReturnAndDelete_BareNumber_ConfirmsThem()
    {
        On("PUT holds/7301?action=cancel").Answers(Answer.Json(200, "1000"));
        On("PUT holds/7301?action=return&itemrecordid=29937").Answers(Answer.Json(200, "1000"));
        On("DELETE holds/7301").Answers(Answer.Json(200, "1000"));
        var holds = CreateClient().Holds;

        await holds.ReturnAsync(7301, 29937);
        await holds.CancelAsync(7301);
        await holds.DeleteAsync(7301);

        AssertRequests(
            SignIn, "PUT holds/7301?action=return&itemrecordid=29937", "PUT holds/7301?action=cancel", "DELETE holds/7301");
    }

    [Test]
    public void DeleteAsync_HoldThatIsNotCanceled_IsRefusedWithAdvice()
    {
        On("DELETE holds/7301").Answers(Answer.Json(400, """{ "ErrorCode": 0, "Message": "Bad request" }"""));

        var refused = Assert.ThrowsAsync<ValidationFailedException>(() => CreateClient().Holds.DeleteAsync(7301))!;

        AssertRequests(SignIn, "DELETE holds/7301");
        Assert.That(refused.Message, Does.Contain("cancel it first"));
    }

    [Test]
    public void CancelAsync_Unavailable_IsNotSentAgain()
    {
        On("PUT holds/7301?action=cancel").Answers(Unavailable);

        Assert.ThrowsAsync<RequestFailedException>(() => CreateClient().Holds.CancelAsync(7301));

        AssertRequests(SignIn, "PUT holds/7301?action=cancel");
    }
}
