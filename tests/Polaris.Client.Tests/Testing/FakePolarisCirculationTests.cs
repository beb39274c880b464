using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

/// <summary>Check-in (1), check-out (2) and holds (5), on the wire.</summary>
public sealed class FakePolarisCirculationTests
{
    private const string CheckIn = """{"CheckinTypeID":1,"ItemBarcode":"0017"}""";
    private const string CheckOut = """{"CheckoutTypeID":6,"PatronBarcode":"p8","ItemBarcode":"0017"}""";
    private const string Hold = """{"PatronID":8,"PickupBranchID":3,"Origin":2,"BibliographicRecordID":5,"ItemRecordID":0}""";
    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _fake = new FakePolaris().WithBib(5).WithItem(17, "0017", bibRecordId: 5).WithPatron(8, "p8").WithPatron(9, "p9", "OverdueItemBlock");
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose()
    {
        _client.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task CheckOutThenIn_WithoutQuestions_MovesTheItem()
    {
        JsonNode lent = await _client.WorkflowAsync(2, 1, CheckOut);
        int statusOfTheLent = _fake.Items[17].ItemStatusId;
        int? borrower = _fake.Items[17].BorrowerId;
        JsonNode back = await _client.WorkflowAsync(1, 2, CheckIn);

        Assert.That(lent.Status(), Is.EqualTo(1));
        Assert.That(back.Status(), Is.EqualTo(1));
        Assert.That(statusOfTheLent, Is.EqualTo(2));
        Assert.That(borrower, Is.EqualTo(8));
        Assert.That(_fake.Items[17].ItemStatusId, Is.EqualTo(1));
        Assert.That(_fake.Items[17].BorrowerId, Is.Null);
    }

    [TestCase(5, 1, 9)]
    [TestCase(4, 3, null)]
    public async Task CheckOut_ToABlockedPatron_RaisesPrompt1WithTheBlocks(int result, int status, int? borrower)
    {
        JsonNode asked = await _client.WorkflowAsync(2, 1, CheckOut.Replace("p8", "p9", StringComparison.Ordinal));
        JsonNode done = await _client.ReplyAsync(asked, result);

        JsonNode blocks = asked["Prompt"]!["PromptExtension"]!["Data"]!;
        Assert.That(asked.Prompt(), Is.EqualTo(1));
        Assert.That(done.Status(), Is.EqualTo(status));
        Assert.That(_fake.Items[17].BorrowerId, Is.EqualTo(borrower));
        Assert.That(blocks["OverdueItemBlock"]!.GetValue<bool>(), Is.True);
        Assert.That(blocks["HeldItemBlock"]!.GetValue<bool>(), Is.False);
    }

    [TestCase("""{"CheckoutTypeID":6,"PatronBarcode":"p8","ItemBarcode":"none"}""", "item record")]
    [TestCase("""{"CheckoutTypeID":6,"PatronBarcode":"none","ItemBarcode":"0017"}""", "patron record")]
    public async Task CheckOut_OfUnknownBarcodes_Fails(string data, string message)
    {
        JsonNode done = await _client.WorkflowAsync(2, 1, data);

        Assert.That(done.Status(), Is.EqualTo(2));
        Assert.That(done["InformationMessages"]![0]!["Message"]!.GetValue<string>(), Does.Contain(message));
    }

    [TestCase(2, 1, 1)]
    [TestCase(3, 3, 10)]
    public async Task CheckIn_OfAMissingItem_RaisesPrompt8(int result, int status, int itemStatus)
    {
        _fake.WithItem(17, "0017", bibRecordId: 5, statusId: 10);

        JsonNode asked = await _client.WorkflowAsync(1, 2, CheckIn);
        JsonNode done = await _client.ReplyAsync(asked, result);

        Assert.That(asked.Prompt(), Is.EqualTo(8));
        Assert.That(done.Status(), Is.EqualTo(status));
        Assert.That(_fake.Items[17].ItemStatusId, Is.EqualTo(itemStatus));
    }

    [TestCase(2, 3, 4, 6)]
    [TestCase(2, 12, 6, 5)]
    [TestCase(3, 3, 1, 3)]
    public async Task CheckIn_OfAWantedItem_RaisesPrompt30(int result, int pickupBranch, int itemStatus, int holdStatus)
    {
        _fake.With(new FakeHold { Id = 1, PatronId = 8, BibRecordId = 5, PickupBranchId = pickupBranch });

        JsonNode asked = await _client.WorkflowAsync(1, 2, CheckIn);
        JsonNode done = await _client.ReplyAsync(asked, result);

        Assert.That(asked.Prompt(), Is.EqualTo(30));
        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(_fake.Items[17].ItemStatusId, Is.EqualTo(itemStatus));
        Assert.That(_fake.Holds[1].StatusId, Is.EqualTo(holdStatus));
    }

    [Test]
    public async Task Hold_WithoutQuestions_IsPlacedAndNotNamed()
    {
        JsonNode done = await _client.WorkflowAsync(5, 9, Hold);

        FakeHold hold = _fake.Holds.Values.Single();
        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(done["AnswerExtension"], Is.Null);
        Assert.That(hold.PatronId, Is.EqualTo(8));
        Assert.That(hold.BibRecordId, Is.EqualTo(5));
        Assert.That(hold.ItemRecordId, Is.Zero);
        Assert.That(hold.StatusId, Is.EqualTo(3));
    }

    [Test]
    public async Task Hold_BlockedPatronAtTheLimitWithADuplicate_AsksOneAfterTheOther()
    {
        _fake.With(new FakePatron { Id = 8, Blocks = ["HeldItemBlock"], RequestLimit = 1 }).WithHold(1, 8, 5);

        JsonNode blocked = await _client.WorkflowAsync(5, 9, Hold);
        JsonNode limit = await _client.ReplyAsync(blocked, 5);
        JsonNode duplicate = await _client.ReplyAsync(limit, 5);
        JsonNode done = await _client.ReplyAsync(duplicate, 5);

        Assert.That(blocked.Prompt(), Is.EqualTo(1));
        Assert.That(limit.Prompt(), Is.EqualTo(68));
        Assert.That(duplicate.Prompt(), Is.EqualTo(77));
        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(_fake.Holds, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Hold_OnATitleWithVolumes_RaisesPrompt94()
    {
        FakeItem volume = new() { Id = 18, BibRecordId = 5 };
        volume.Json["VolumeNumber"] = "v. 1";
        _fake.With(volume);

        JsonNode asked = await _client.WorkflowAsync(5, 9, Hold);
        JsonNode done = await _client.ReplyAsync(asked, 4);

        Assert.That(asked.Prompt(), Is.EqualTo(94));
        Assert.That(done.Status(), Is.EqualTo(3));
        Assert.That(_fake.Holds, Is.Empty);
        Assert.That(
            asked["Prompt"]!["PromptExtension"]!["Data"]!.ToJsonString(),
            Is.EqualTo("""{"ItemRecordCount":1,"DesignationsOrVolumes":["v. 1"],"IsDesignation":false}"""));
    }

    [TestCase(5, 1, 0)]
    [TestCase(4, 3, 17)]
    public async Task Hold_BesideAnItemLevelHold_RaisesPrompt88(int result, int status, int item)
    {
        _fake.WithHold(1, 8, 5, itemRecordId: 17);

        JsonNode asked = await _client.WorkflowAsync(5, 9, Hold);
        JsonNode done = await _client.ReplyAsync(asked, result);

        Assert.That(asked.Prompt(), Is.EqualTo(88));
        Assert.That(done.Status(), Is.EqualTo(status));
        Assert.That(_fake.Holds, Has.Count.EqualTo(1));
        Assert.That(_fake.Holds[1].ItemRecordId, Is.EqualTo(item));
    }

    [TestCase("2027-01-06T03:30:15Z", "2027-01-06T03:30:15.000")]
    [TestCase("01/06/2027", "2027-01-06T00:00:00.000")]
    [TestCase("soon", "soon")]
    public async Task Hold_DatesThatTheServerAccepts_AreReturnedInItsOwnForm(string sent, string returned)
    {
        await _client.WorkflowAsync(5, 9, Hold.Replace("\"Origin\":2", $"\"ExpirationDate\":\"{sent}\"", StringComparison.Ordinal));

        (_, JsonNode? holds) = await _client.GetAsync("patrons/8/requests/local");

        Assert.That(holds![0]!["ExpirationDate"]!.GetValue<string>(), Is.EqualTo(returned));
    }

    [Test]
    public async Task Hold_OnAnItemWithTheTitleZero_IsForTheTitleOfTheItem()
    {
        JsonNode done = await _client.WorkflowAsync(
            5, 9, """{"PatronID":8,"PickupBranchID":3,"BibliographicRecordID":0,"ItemRecordID":17,"ItemLevelHold":true}""");

        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(_fake.Holds.Values.Single().BibRecordId, Is.EqualTo(5));
        Assert.That(_fake.Holds.Values.Single().ItemRecordId, Is.EqualTo(17));
    }

    [TestCase("""{"PatronID":99,"PickupBranchID":3,"BibliographicRecordID":5}""", "Placing hold request failed.")]
    [TestCase("""{"PatronID":8,"PickupBranchID":0,"BibliographicRecordID":5}""", "Invalid pickup branch")]
    public async Task Hold_Impossible_FailsWithAMessage(string data, string message)
    {
        JsonNode done = await _client.WorkflowAsync(5, 9, data);

        Assert.That(done.Status(), Is.EqualTo(2));
        Assert.That(done["InformationMessages"]![0]!["Message"]!.GetValue<string>(), Is.EqualTo(message));
    }
}
