using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

/// <summary>Item saves (8) and deletions (10 and 11), on the wire.</summary>
public sealed class FakePolarisItemWorkflowTests
{
    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _fake = new FakePolaris().WithBib(5).WithBib(6).WithItem(17, "0017", bibRecordId: 5).WithItem(18, "0018", bibRecordId: 5)
            .WithItem(19, "0019", bibRecordId: 6);
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose()
    {
        _client.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Save_OfSomeMembers_MergesThemAndAnswersTheWholeRecord()
    {
        JsonNode done = await _client.WorkflowAsync(8, 6, """{"IsNew":false,"ItemRecordID":17,"NonPublicNote":"n","LoneableOutsideSystem":true}""");

        JsonNode item = done["AnswerExtension"]!["Data"]!["ItemRecord"]!;
        Assert.Multiple(() =>
        {
            Assert.That(done.Status(), Is.EqualTo(1));
            Assert.That(done["AnswerExtension"]!["WorkflowAnswerExtensionType"]!.GetValue<int>(), Is.EqualTo(5));
            Assert.That(item["Barcode"]!.GetValue<string>(), Is.EqualTo("0017"));
            Assert.That(item["NonPublicNote"]!.GetValue<string>(), Is.EqualTo("n"));
            Assert.That(item["LoanableOutsideSystem"]!.GetValue<bool>(), Is.True);
        });
        Assert.That(item.ToJsonString(), Is.EqualTo((await _client.GetAsync("itemrecords/17")).Body!.ToJsonString()));
    }

    [Test]
    public async Task Get_ItemOfATest_HasTheUsualStatuses()
    {
        _fake.With(new FakeItem { Id = 20, ItemStatusId = 4, HasLinks = true });

        (_, JsonNode? item) = await _client.GetAsync("itemrecords/20");

        Assert.That(item!["RecordStatusID"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(item["ItemStatusDescription"]!.GetValue<string>(), Is.EqualTo("Held"));
    }

    [Test]
    public async Task Add_WithHomeBranchAndTitle_GetsAnId()
    {
        JsonNode done = await _client.WorkflowAsync(8, 6, """{"IsNew":true,"AssociatedBibRecordID":5,"HomeBranchID":3,"Barcode":"0020"}""");

        int id = done["AnswerExtension"]!["Data"]!["ItemRecord"]!["ItemRecordID"]!.GetValue<int>();
        Assert.That(_fake.Items[id].Barcode, Is.EqualTo("0020"));
        Assert.That(_fake.Items[id].BibRecordId, Is.EqualTo(5));
    }

    [TestCase("""{"IsNew":true,"AssociatedBibRecordID":5}""", "home branch")]
    [TestCase("""{"IsNew":true,"AssociatedBibRecordID":99,"HomeBranchID":3}""", "bibliographic record")]
    [TestCase("""{"IsNew":false,"ItemRecordID":99}""", "not found")]
    public async Task Save_Impossible_EndsWithoutSaving(string data, string message)
    {
        JsonNode done = await _client.WorkflowAsync(8, 6, data);

        Assert.That(done.Status(), Is.EqualTo(2));
        Assert.That(done["InformationMessages"]![0]!["Message"]!.GetValue<string>(), Does.Contain(message));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Save_HiddenItem_RaisesPrompt66WithDefaultCancel()
    {
        JsonNode asked = await _client.WorkflowAsync(8, 6, """{"IsNew":false,"ItemRecordID":17,"DisplayInPAC":false}""");
        JsonNode done = await _client.ReplyAsync(asked, 5);

        Assert.That(asked.Prompt(), Is.EqualTo(66));
        Assert.That(asked["Prompt"]!["DefaultPromptOption"]!.GetValue<int>(), Is.EqualTo(4));
        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(_fake.Items[17].DisplayInPac, Is.False);
    }

    [TestCase(5, 1, "0099")]
    [TestCase(4, 3, "0017")]
    public async Task Save_ChangedBarcode_RaisesPrompt62(int result, int status, string barcode)
    {
        JsonNode asked = await _client.WorkflowAsync(8, 6, """{"IsNew":false,"ItemRecordID":17,"Barcode":"0099"}""");
        JsonNode done = await _client.ReplyAsync(asked, result);

        Assert.That(asked.Prompt(), Is.EqualTo(62));
        Assert.That(done.Status(), Is.EqualTo(status));
        Assert.That(_fake.Items[17].Barcode, Is.EqualTo(barcode));
    }

    [Test]
    public async Task Save_DuplicateBarcode_RaisesPrompt72AndSavesNothing()
    {
        JsonNode changed = await _client.WorkflowAsync(8, 6, """{"IsNew":false,"ItemRecordID":17,"Barcode":"0018"}""");
        JsonNode duplicate = await _client.ReplyAsync(changed, 5);
        JsonNode done = await _client.ReplyAsync(duplicate, 1);

        Assert.That(duplicate.Prompt(), Is.EqualTo(72));
        Assert.That(done.Status(), Is.EqualTo(2));
        Assert.That(_fake.Items[17].Barcode, Is.EqualTo("0017"));
    }

    [Test]
    public async Task Delete_OfOneOfTwoCopies_RaisesPrompt73Only()
    {
        JsonNode asked = await _client.WorkflowAsync(10, 8, """{"IsAutoDelete":false,"ItemRecordIDs":[17]}""");
        JsonNode done = await _client.ReplyAsync(asked, 5);

        Assert.That(asked.Prompt(), Is.EqualTo(73));
        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(_fake.Items.ContainsKey(17), Is.False);
        Assert.That(done["AnswerExtension"]!["Data"]!["DeletedRecordIDs"]!.ToJsonString(), Is.EqualTo("[17]"));
    }

    [TestCase(9, false, null)]
    [TestCase(10, false, false)]
    [TestCase(11, false, true)]
    [TestCase(4, true, true)]
    public async Task Delete_OfTheLastCopy_RaisesPrompt82(int result, bool isItemLeft, bool? isBibShown)
    {
        JsonNode asked = await _client.WorkflowAsync(10, 8, """{"IsAutoDelete":true,"ItemRecordIDs":[19]}""");
        await _client.ReplyAsync(asked, result);

        Assert.That(asked.Prompt(), Is.EqualTo(82));
        Assert.That(asked["Prompt"]!["DefaultPromptOption"]!.GetValue<int>(), Is.EqualTo(9));
        Assert.That(_fake.Items.ContainsKey(19), Is.EqualTo(isItemLeft));
        Assert.That(_fake.Bibs.TryGetValue(6, out FakeBib? bib) ? bib.DisplayInPac : (bool?)null, Is.EqualTo(isBibShown));
    }

    [Test]
    public async Task Delete_OfTheOnlyItemBesideCountedOnes_IsNotTheLastCopy()
    {
        _fake.WithBib(6, linkedItems: 2);

        JsonNode done = await _client.WorkflowAsync(10, 8, """{"IsAutoDelete":true,"ItemRecordIDs":[19]}""");

        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(_fake.Items.ContainsKey(19), Is.False);
    }

    [Test]
    public async Task Delete_OfALinkedItemAndAnHeldOne_RaisesPrompt75AndBlocksOne()
    {
        _fake.With(new FakeItem { Id = 17, BibRecordId = 5, HasLinks = true }).WithHold(1, 8, 5, itemRecordId: 18);

        JsonNode asked = await _client.WorkflowAsync(10, 8, """{"IsAutoDelete":true,"ItemRecordIDs":[17,18]}""");
        JsonNode done = await _client.ReplyAsync(asked, 5);

        Assert.That(asked.Prompt(), Is.EqualTo(75));
        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(done["InformationMessages"]![0]!["Type"]!.GetValue<int>(), Is.EqualTo(4));
        Assert.That(done["AnswerExtension"]!["Data"]!["BlockedRecordIDs"]!.ToJsonString(), Is.EqualTo("[18]"));
    }

    [TestCase(5)]
    [TestCase(6)]
    public async Task Delete_OfAnItemThatWaitsForItsPatron_IsBlockedAndNothingIsDone(int holdStatus)
    {
        FakeHold hold = new() { Id = 1, PatronId = 8, BibRecordId = 5, StatusId = holdStatus };
        hold.Json["TrappingItemRecordID"] = 17;
        _fake.With(hold);

        JsonNode done = await _client.WorkflowAsync(10, 8, """{"IsAutoDelete":true,"ItemRecordIDs":[17]}""");

        Assert.That(done["AnswerExtension"]!["Data"]!["BlockedRecordIDs"]!.ToJsonString(), Is.EqualTo("[17]"));
        Assert.That(_fake.Items.ContainsKey(17), Is.True);
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task DeleteBibs_RaisesPrompt79_AndItemsBlock()
    {
        _fake.WithBib(7);

        JsonNode asked = await _client.WorkflowAsync(11, 10, """{"BibRecordIDs":[5,7]}""");
        JsonNode done = await _client.ReplyAsync(asked, 5);

        Assert.That(asked.Prompt(), Is.EqualTo(79));
        Assert.That(done.Status(), Is.EqualTo(1));
        Assert.That(_fake.Bibs.Keys, Is.EquivalentTo(new[] { 5, 6 }));
        Assert.That(done["AnswerExtension"]!["Data"]!["BlockedRecordIDs"]!.ToJsonString(), Is.EqualTo("[5]"));
    }

    [Test]
    public async Task ItemLockedByAnother_SaveOrDelete_Is409()
    {
        _fake.LockAs("other", 7, ObjectType.ItemRecord, 18);
        JsonObject save = SaveRequests.Envelope(8, 6, new() { ["IsNew"] = false, ["ItemRecordID"] = 18 });
        JsonObject delete = SaveRequests.Envelope(10, 8, new() { ["ItemRecordIDs"] = new JsonArray(17, 18) });

        Assert.That((await _client.PostAsync("workflow", save)).Status, Is.EqualTo(409));
        Assert.That((await _client.PostAsync("workflow", delete)).Status, Is.EqualTo(409));
    }
}
