using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Testing;

public sealed class FakePolarisBibWorkflowTests
{
    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _fake = new FakePolaris()
            .WithBib(1126739)
            .WithBib(1331392, marc: Frogs(isbn: "1551433249 (pbk.)"), doNotOverlay: true, linkedItems: 3)
            .WithBib(1331393, marc: Frogs(isbn: "1551433249"));
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose() => _client.Dispose();

    [Test]
    public async Task HidingARecord_RaisesPrompt66_AsInTheDocuments()
    {
        JsonNode prompt = await StartAsync(SaveRequests.Bib(1126739, displayInPac: false));
        JsonNode expected = PolarisFixture.ResponseBody("bib-header-update-prompt-66.json")!;
        expected["WorkflowRequestGuid"] = prompt["WorkflowRequestGuid"]!.GetValue<string>();
        Assert.That(prompt.ToJsonString(), Is.EqualTo(expected.ToJsonString()));
        Assert.That(_fake.ExecutedOperations, Is.Zero);

        JsonNode done = await ReplyAsync(prompt, SaveRequests.Reply(66, 5));

        JsonNode saved = PolarisFixture.ResponseBody("bib-header-update-reply-66.json")!;
        saved["WorkflowRequestGuid"] = prompt["WorkflowRequestGuid"]!.GetValue<string>();
        Assert.That(done.ToJsonString(), Is.EqualTo(saved.ToJsonString()));
        Assert.That(_fake.Bibs[1126739].DisplayInPac, Is.False);
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(_fake.Journal[^1].Reply!.WorkflowPromptResult, Is.EqualTo(WorkflowPromptResult.Continue));
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task HidingARecord_ThroughTheHeaderWorkflow_RaisesPrompt66()
    {
        JsonNode prompt = await StartAsync(SaveRequests.BibHeader(1126739, displayInPac: false));

        JsonNode done = await ReplyAsync(prompt, SaveRequests.Reply(66, 4));

        Assert.That(Status(prompt), Is.EqualTo(-3));
        Assert.That(PromptId(prompt), Is.EqualTo(66));
        Assert.That(Status(done), Is.EqualTo(3));
        Assert.That(_fake.Bibs[1126739].DisplayInPac, Is.True);
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task SavingMarc_WithoutQuestions_CompletesWithTheZeroGuid()
    {
        JsonNode done = await StartAsync(SaveRequests.Bib(1126739, displayInPac: true, marc: new MarcRecord("00000nam a22000007i 4500").Control("001", "1")));

        Assert.That(done.ToJsonString(), Is.EqualTo(PolarisFixture.ResponseBody("bib-marc-update-200.json")!.ToJsonString()));
        Assert.That(_fake.Bibs[1126739].Marc!["controlfields"]![0]!["data"]!.GetValue<string>(), Is.EqualTo("1"));
        Assert.That(_fake.Operations.Single().RecordId, Is.EqualTo(1126739));
    }

    [Test]
    public async Task SavingADuplicate_RaisesPrompt87_AsInTheDocuments()
    {
        JsonNode prompt = await StartAsync(SaveRequests.Bib(1126739, marc: Frogs(isbn: "1-55143-324-9")));

        Assert.That(SameMembers.Of(prompt), Is.EqualTo(SameMembers.Of(PolarisFixture.ResponseBody("bib-duplicates-prompt-87.json"))));
        JsonArray rows = prompt["Prompt"]!["PromptExtension"]!["Data"]!["BibReplacementRecords"]!.AsArray();
        Assert.That(rows.Select(row => row!["RecordID"]!.GetValue<int>()), Is.EqualTo(new[] { 1331392, 1331393 }));
        Assert.That(rows[0]!["Reason"]!.GetValue<string>(), Is.EqualTo("ISBN;Author/Title"));
        Assert.That(rows[0]!["Title"]!.GetValue<string>(), Is.EqualTo("Frog Face and the three boys"));
        Assert.That(rows[0]!["Author"]!.GetValue<string>(), Is.EqualTo("Trembath, Don, 1963-"));

        JsonNode done = await ReplyAsync(prompt, SaveRequests.Reply(87, 3));
        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(_fake.Bibs, Has.Count.EqualTo(3));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task Replace_OfAnUnprotectedRecord_RemovesIt()
    {
        JsonNode prompt = await StartAsync(SaveRequests.Bib(1126739, marc: Frogs(isbn: "1551433249")));

        JsonNode done = await ReplyAsync(prompt, SaveRequests.Replace(87, 0, 1331393));

        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(_fake.Bibs.ContainsKey(1331393), Is.False);
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Replace_OfARecordWithItemsAndHolds_MovesThem()
    {
        _fake.WithItem(17, "0017", bibRecordId: 1331393).WithPatron(8, "p8").WithHold(1, 8, 1331393);

        JsonNode prompt = await StartAsync(SaveRequests.Bib(1126739, marc: Frogs(isbn: "1551433249")));
        await ReplyAsync(prompt, SaveRequests.Replace(87, 0, 1331393));

        JsonArray rows = prompt["Prompt"]!["PromptExtension"]!["Data"]!["BibReplacementRecords"]!.AsArray();
        Assert.That(rows.Select(row => row!["NumberOfLinkedItems"]!.GetValue<int>()), Is.EqualTo(new[] { 3, 1 }));
        Assert.That(_fake.Items[17].BibRecordId, Is.EqualTo(1126739));
        Assert.That(_fake.Holds[1].BibRecordId, Is.EqualTo(1126739));
    }

    [Test]
    public async Task Replace_OfAProtectedRecord_RaisesPrompt148_AsInTheDocuments()
    {
        JsonNode duplicates = await StartAsync(SaveRequests.Bib(1126739, marc: Frogs(isbn: "1551433249")));

        JsonNode errors = await ReplyAsync(duplicates, SaveRequests.Replace(87, 0, 1331392));
        JsonNode expected = PolarisFixture.ResponseBody("bib-errors-prompt-148.json")!;
        expected["WorkflowRequestGuid"] = errors["WorkflowRequestGuid"]!.GetValue<string>();
        Assert.That(errors.ToJsonString(), Is.EqualTo(expected.ToJsonString()));

        JsonNode done = await ReplyAsync(errors, SaveRequests.Reply(148, 5));
        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(_fake.Bibs.ContainsKey(1331392), Is.True);
    }

    [Test]
    public async Task Replace_ByANewRecord_MayKeepTheId()
    {
        JsonNode prompt = await StartAsync(SaveRequests.Bib(0, isNew: true, marc: Frogs(isbn: "1551433249")));

        JsonNode done = await ReplyAsync(prompt, SaveRequests.Replace(87, 1331393, 1331393));

        Assert.That(done["InformationMessages"]![0]!["Message"]!.GetValue<string>(), Is.EqualTo("The bibliographic record has been added."));
        Assert.That(_fake.Bibs, Has.Count.EqualTo(3));
        Assert.That(_fake.Operations[0].RecordId, Is.EqualTo(1331393));
    }

    [Test]
    public async Task NewRecord_WithoutDuplicates_GetsANewId()
    {
        JsonNode done =
            await StartAsync(SaveRequests.Bib(0, isNew: true, marc: new MarcRecord("00000nam a22000007i 4500")));

        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(_fake.Bibs, Has.Count.EqualTo(4));
        Assert.That(done["AnswerExtension"], Is.Null, "the documents show no data here");
    }

    [TestCase(77, 5, TestName = "Reply_ToAnotherPrompt_IsInvalid")]
    [TestCase(66, 2, TestName = "Reply_NotOffered_IsInvalid")]
    public async Task Reply_Wrong_LeavesTheQuestionOpen(int prompt, int result)
    {
        JsonNode asked = await StartAsync(SaveRequests.Bib(1126739, displayInPac: false));

        JsonNode refused = await ReplyAsync(asked, SaveRequests.Reply(prompt, result));
        (_, JsonNode? again) = await _client.GetAsync($"workflow/{asked["WorkflowRequestGuid"]}");

        Assert.That(Status(refused), Is.EqualTo(-1));
        Assert.That(Status(again!), Is.EqualTo(-3));
        Assert.That(_fake.UnexpectedRequests, Has.Count.EqualTo(1));
        Assert.That(Status(await ReplyAsync(asked, SaveRequests.Reply(66, 5))), Is.EqualTo(1));
    }

    [TestCase("[]")]
    [TestCase("[1]")]
    public async Task Replace_OfNothingOrOfARecordNotOffered_IsInvalid(string ids)
    {
        JsonNode asked = await StartAsync(SaveRequests.Bib(1126739, marc: Frogs(isbn: "1551433249")));
        JsonObject reply = SaveRequests.Replace(87, 0);
        reply["ReplyExtension"]!["Data"]!["RecordIDs"] = JsonNode.Parse(ids);

        Assert.That(Status(await ReplyAsync(asked, reply)), Is.EqualTo(-1));
        Assert.That(Status(await ReplyAsync(asked, SaveRequests.Reply(87, 2))), Is.EqualTo(-1));
    }

    [Test]
    public async Task UpFrontReplies_ForThePromptsThatCome_AreUsedUnlessSwitchedOff()
    {
        JsonObject request = SaveRequests.Bib(1126739, displayInPac: false, replies: [SaveRequests.Reply(87, 3), SaveRequests.Reply(66, 5)]);

        JsonNode done = await StartAsync(request);

        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(done["WorkflowRequestGuid"]!.GetValue<string>(), Is.EqualTo(Guid.Empty.ToString()));
        FakePolaris stubborn = new FakePolaris(new() { UseUpFrontReplies = false }).WithBib(1126739);
        using RawClient other = await new RawClient(stubborn).SignInAsync();
        Assert.That(Status((await other.PostAsync("workflow", request)).Body!), Is.EqualTo(-3));
    }

    [Test]
    public async Task Find_AfterTheEnd_ReportsTheLastAnswerAndAReplyExecutesNothing()
    {
        JsonNode asked = await StartAsync(SaveRequests.Bib(1126739, displayInPac: false));
        JsonNode done = await ReplyAsync(asked, SaveRequests.Reply(66, 5));

        (_, JsonNode? found) = await _client.GetAsync($"workflow/{asked["WorkflowRequestGuid"]}");
        JsonNode again = await ReplyAsync(asked, SaveRequests.Reply(66, 5));

        Assert.That(found!.ToJsonString(), Is.EqualTo(done.ToJsonString()));
        Assert.That(again.ToJsonString(), Is.EqualTo(done.ToJsonString()));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task Conversation_Unknown_Is404()
    {
        Assert.That((await _client.GetAsync($"workflow/{Guid.NewGuid()}")).Status, Is.EqualTo(404));
        Assert.That((await _client.PutAsync($"workflow/{Guid.NewGuid()}", SaveRequests.Reply(66, 5))).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task RecordLockedByAnother_AtStartOrReply_Is409AndNothingIsDone()
    {
        JsonNode asked = await StartAsync(SaveRequests.Bib(1126739, displayInPac: false));
        _fake.LockAs("other", 1242, ObjectType.BibliographicRecord, 1126739);

        (int start, JsonNode? error) = await _client.PostAsync("workflow", SaveRequests.Bib(1126739));
        (int reply, _) = await _client.PutAsync($"workflow/{asked["WorkflowRequestGuid"]}", SaveRequests.Reply(66, 5));

        Assert.That(start, Is.EqualTo(409));
        Assert.That(reply, Is.EqualTo(409));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
        Assert.That(error!["ErrorCode"]!.GetValue<int>(), Is.EqualTo(70000));
        _fake.ReleaseLock(ObjectType.BibliographicRecord, 1126739);
        Assert.That(Status(await ReplyAsync(asked, SaveRequests.Reply(66, 5))), Is.EqualTo(1), "the question stayed open");
    }

    [Test]
    public async Task Save_RecordThatIsNotThere_EndsInFailure()
    {
        JsonNode answer = await StartAsync(SaveRequests.Bib(999));

        Assert.That(Status(answer), Is.EqualTo(2));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    private static MarcRecord Frogs(string isbn) => new MarcRecord("00000nam a22000007i 4500")
        .Field("020", ' ', ' ', ('a', isbn))
        .Field("100", '1', ' ', ('a', "Trembath, Don,"), ('d', "1963-"))
        .Field("245", '1', '0', ('a', "Frog Face and the three boys /"));

    private async Task<JsonNode> StartAsync(JsonNode request) => (await _client.PostAsync("workflow", request)).Body!;

    private async Task<JsonNode> ReplyAsync(JsonNode prompt, JsonNode reply) =>
        (await _client.PutAsync($"workflow/{prompt["WorkflowRequestGuid"]}", reply)).Body!;

    private static int Status(JsonNode answer) => answer["WorkflowStatus"]!.GetValue<int>();

    private static int PromptId(JsonNode answer) => answer["Prompt"]!["WorkflowPromptID"]!.GetValue<int>();
}
