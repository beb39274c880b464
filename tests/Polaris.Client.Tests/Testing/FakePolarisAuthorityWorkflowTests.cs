using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

public sealed class FakePolarisAuthorityWorkflowTests
{
    private const string Leader = "00000nz  a2200000o  4500";
    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _fake = new FakePolaris().WithAuthority(925310, "Frogs").WithAuthority(925311, "Karate", linkedBibs: 4, linkedSeeAlso: 1);
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose()
    {
        _client.Dispose();
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Add_WithoutQuestions_ReportsTheNewId()
    {
        JsonNode done =
            await StartAsync(SaveRequests.Authority(0, isNew: true, marc: Subject("Polaris Test Subject Heading")));

        JsonNode expected = PolarisFixture.ResponseBody("authority-add-200.json")!;
        expected["AnswerExtension"]!["Data"]!["AuthorityRecordID"] = _fake.Operations.Single().RecordId;
        Assert.That(done.ToJsonString(), Is.EqualTo(expected.ToJsonString()));
        Assert.That(_fake.Authorities[_fake.Operations[0].RecordId].Heading, Is.EqualTo("Polaris Test Subject Heading"));
    }

    [Test]
    public async Task Update_WithAndWithoutMarc_AnswersAsInTheDocuments()
    {
        _fake.With(new FakeAuthority { Id = 7, Heading = "Toads", RecordStatusId = 2 });

        JsonNode without = await StartAsync(SaveRequests.Authority(7));
        JsonNode with = await StartAsync(SaveRequests.Authority(7, marc: Subject("Newts")));

        string expected = PolarisFixture.ResponseBody("authority-update-200.json")!.ToJsonString();
        Assert.That(without.ToJsonString(), Is.EqualTo(expected));
        Assert.That(with.ToJsonString(), Is.EqualTo(expected));
        Assert.That(_fake.Authorities[7].Heading, Is.EqualTo("Newts"));
        Assert.That(_fake.Authorities[7].RecordStatusId, Is.EqualTo(1));
    }

    [Test]
    public async Task SameHeading_RaisesPrompt142_AsInTheDocuments()
    {
        JsonNode prompt = await StartAsync(SaveRequests.Authority(925310, marc: Subject("KARATE.")));

        JsonNode expected = PolarisFixture.ResponseBody("authority-duplicates-prompt-142.json")!;
        expected["WorkflowRequestGuid"] = prompt["WorkflowRequestGuid"]!.GetValue<string>();
        Assert.That(prompt.ToJsonString(), Is.EqualTo(expected.ToJsonString()));

        JsonNode done = await ReplyAsync(prompt, SaveRequests.Replace(142, 0, 925311));
        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(_fake.Authorities.ContainsKey(925311), Is.False);
        Assert.That(_fake.Authorities[925310].LinkedBibs, Is.EqualTo(4));
        Assert.That(_fake.Authorities[925310].LinkedSeeAlso, Is.EqualTo(1));
    }

    [Test]
    public async Task BadLeader_RaisesPrompt143_AndNothingIsSaved()
    {
        JsonNode prompt = await StartAsync(SaveRequests.Authority(925310, marc: new MarcRecord(" nz 22 o 4500")));

        JsonNode expected = PolarisFixture.ResponseBody("authority-marc-validation-prompt-143.json")!;
        expected["WorkflowRequestGuid"] = prompt["WorkflowRequestGuid"]!.GetValue<string>();
        Assert.That(prompt.ToJsonString(), Is.EqualTo(expected.ToJsonString()));

        JsonNode done = await ReplyAsync(prompt, SaveRequests.Reply(143, 1));
        Assert.That(Status(done), Is.EqualTo(2));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task ChangedHeadingWithLinks_RaisesPrompt145_AsInTheDocuments()
    {
        JsonNode prompt = await StartAsync(SaveRequests.Authority(925311, marc: Subject("Judo")));

        JsonNode expected = PolarisFixture.ResponseBody("authority-linked-records-prompt-145.json")!;
        expected["WorkflowRequestGuid"] = prompt["WorkflowRequestGuid"]!.GetValue<string>();
        Assert.That(prompt.ToJsonString(), Is.EqualTo(expected.ToJsonString()));

        JsonNode done = await ReplyAsync(prompt, SaveRequests.LinkOptions());
        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(_fake.Authorities[925311].Heading, Is.EqualTo("Judo"));
    }

    [Test]
    public async Task Save_SameHeadingAndLinks_AsksOneAfterTheOther()
    {
        JsonNode duplicates = await StartAsync(SaveRequests.Authority(925311, marc: Subject("Frogs")));
        JsonNode links = await ReplyAsync(duplicates, SaveRequests.Reply(142, 3));
        JsonNode done = await ReplyAsync(links, SaveRequests.Reply(145, 4));

        Assert.That(new[] { duplicates, links }.Select(answer => answer["Prompt"]!["WorkflowPromptID"]!.GetValue<int>()), Is.EqualTo(new[] { 142, 145 }));
        Assert.That(Status(done), Is.EqualTo(3));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
        Assert.That(_fake.Authorities[925311].Heading, Is.EqualTo("Karate"));
    }

    [TestCase('s')]
    [TestCase('x')]
    public async Task Save_LeaderThatDeletes_RemovesTheRecord(char status)
    {
        JsonNode done =
            await StartAsync(SaveRequests.Authority(925310, marc: new MarcRecord(Leader[..5] + status + Leader[6..])));

        Assert.That(Status(done), Is.EqualTo(1));
        Assert.That(_fake.Authorities.ContainsKey(925310), Is.False);
    }

    private static MarcRecord Subject(string heading) => new MarcRecord(Leader).Field("150", ' ', ' ', ('a', heading));

    private async Task<JsonNode> StartAsync(JsonNode request) => (await _client.PostAsync("workflow", request)).Body!;

    private async Task<JsonNode> ReplyAsync(JsonNode prompt, JsonNode reply) =>
        (await _client.PutAsync($"workflow/{prompt["WorkflowRequestGuid"]}", reply)).Body!;

    private static int Status(JsonNode answer) => answer["WorkflowStatus"]!.GetValue<int>();
}
