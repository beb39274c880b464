using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Http;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>The documented workflow examples through the typed API: what goes out and what comes in, member by member.</summary>
public sealed class DocumentedExamplesTests
{
    private static IEnumerable<string> Requests => PolarisFixture.WorkflowNames
        .Where(name => PolarisFixture.RequestBody(name)?["WorkflowRequestType"] is not null);

    private static IEnumerable<string> Answers => PolarisFixture.WorkflowNames
        .Where(name => PolarisFixture.ResponseBody(name) is not null);

    [TestCaseSource(nameof(Requests))]
    public async Task StartAsync_TypedRequest_SendsEveryMemberWithNumbersAsNumbers(string fixture)
    {
        var expected = PolarisFixture.RequestBody(fixture)!;
        var data = expected["RequestExtension"]!["Data"]!;
        var server = new ScriptedServer().Then(200, """{"WorkflowStatus":1}""");
        using var polaris = TestClient.Create(server, options => (options.OrganizationId, options.WorkstationId, options.UserId) = (3, 1242, 1));

        if (expected["WorkflowRequestType"]!.GetValue<int>() == 13)
        {
            await polaris.Workflows.StartAsync(data.Deserialize(BibliographicRecordsJson.Default.AddOrUpdateBibRecord)!);
        }
        else
        {
            await polaris.Workflows.StartAsync(data.Deserialize(AuthorityRecordsJson.Default.AddOrUpdateAuthorityRecord)!);
        }

        Unquote(expected);
        Assert.That(server.Requests[0].Body, Is.EqualTo(expected.ToJsonString()));
        Assert.That(server.Requests[0].ToString(), Is.EqualTo("POST workflow"));
    }

    [TestCaseSource(nameof(Answers))]
    public async Task StartAsync_DocumentedAnswer_LosesNoMember(string fixture)
    {
        var body = PolarisFixture.ResponseBody(fixture)!.ToJsonString();
        using var polaris = TestClient.Create(new ScriptedServer().Then(200, body));

        var answer = JsonNode.Parse(body)!["WorkflowRequestType"]!.GetValue<int>() == 13
            ? (await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 })).LastAnswer
            : (await polaris.Workflows.StartAsync(new AddOrUpdateAuthorityRecord { AuthorityRecordId = 5 })).LastAnswer;

        Assert.That(JsonSerializer.Serialize(answer, WorkflowsJson.Default.WorkflowAnswer), Is.EqualTo(body));
    }

    [TestCase("bib-header-update-prompt-66.json", "bib-header-update-reply-66.json", 66)]
    [TestCase("bib-duplicates-prompt-87.json", "bib-duplicates-reply-replace.json", 87)]
    [TestCase("authority-duplicates-prompt-142.json", "authority-duplicates-reply-replace.json", 142)]
    [TestCase("authority-linked-records-prompt-145.json", "authority-linked-records-reply.json", 145)]
    public async Task RunAsync_TypedReply_SendsTheDocumentedOne(string prompt, string reply, int promptId)
    {
        var asked = PolarisFixture.ResponseBody(prompt)!;
        var server = new ScriptedServer().Then(200, asked.ToJsonString()).Then(200, """{"WorkflowStatus":1}""");
        using var polaris = TestClient.Create(server);
        var handlers = new PromptHandlers()
            .On<DisplayInPacPrompt>(hide => hide.Continue())
            .On<DuplicateBibRecordsPrompt>(bibs => bibs.Replace([1331393]))
            .On<DuplicateAuthorityRecordsPrompt>(authorities => authorities.Replace([authorities.Duplicates.First(one => one.RecordId == 925311)]))
            .On<ManageLinkedRecordsPrompt>(links => links.Continue(0, 0));

        if (promptId < 100)
        {
            await polaris.Workflows.RunAsync(new AddOrUpdateBibRecord { BibRecordId = 5 }, handlers);
        }
        else
        {
            await polaris.Workflows.RunAsync(new AddOrUpdateAuthorityRecord { AuthorityRecordId = 5 }, handlers);
        }

        var expected = PolarisFixture.RequestBody(reply)!;
        expected["WorkflowPromptID"] = promptId;
        Assert.That(server.Requests[1].Body, Is.EqualTo(expected.ToJsonString()));
        Assert.That(server.Requests[1].ToString(), Is.EqualTo($"PUT workflow/{asked["WorkflowRequestGuid"]!.GetValue<string>()}"));
    }

    [Test]
    public async Task DuplicateBibRecords_IdsThatAreNotShown_AreRefusedBeforeAnythingIsSent()
    {
        var prompt = await PromptAsync<DuplicateBibRecordsPrompt>("bib-duplicates-prompt-87.json");

        var error = Assert.Throws<IllegalReplyException>(() => prompt.Replace([1331393, 4711]))!;

        Assert.That(error.Message, Does.Contain("4711").And.Contain("1331392, 1331393"));
        error = Assert.Throws<IllegalReplyException>(() => prompt.Replace([4712, 4711], recordToMaintainId: 5))!;
        Assert.That(error.Message, Does.Contain("4712, 4711, 5 not among"), "in the order of the call");
        Assert.Throws<IllegalReplyException>(() => prompt.Replace(Array.Empty<int>()));
        Assert.That(prompt.Continue().Result, Is.EqualTo(WorkflowPromptResult.No), "the button that reads Continue");
        Assert.That(prompt.Choices.Select(choice => choice.Text), Is.EqualTo(new[] { "Replace", "Continue", "Cancel" }));
    }

    [Test]
    public async Task MarcValidation_AsDocumented_OffersOkOnly()
    {
        var prompt = await PromptAsync<MarcValidationPrompt>("authority-marc-validation-prompt-143.json");

        Assert.That(prompt.Ok().Result, Is.EqualTo(WorkflowPromptResult.Ok));
        Assert.Throws<IllegalReplyException>(() => prompt.Cancel());
    }

    [Test]
    public async Task ReplacementErrors_AsDocumented_HaveTheirRows()
    {
        var prompt = await PromptAsync<ReplacementErrorsPrompt>("bib-errors-prompt-148.json");

        Assert.That(prompt.Errors.Single().RecordId, Is.EqualTo(1331392));
    }

    [TestCase("PromptExtension", "null")]
    [TestCase("PromptExtension", """{"WorkflowPromptExtensionType":30,"Data":null}""")]
    [TestCase("WorkflowPromptType", "null")]
    [TestCase("Title", "null")]
    public async Task Handler_PromptWithoutDataOrValue_IsStillAsked(string member, string json)
    {
        var body = PolarisFixture.ResponseBody("bib-duplicates-prompt-87.json")!;
        body["Prompt"]![member] = JsonNode.Parse(json);
        var server = new ScriptedServer().Then(200, body.ToJsonString()).Then(200, """{"WorkflowStatus":3}""");
        using var polaris = TestClient.Create(server);
        var asked = 0;

        var result = await polaris.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5 },
            new PromptHandlers().On<DuplicateBibRecordsPrompt>(prompt =>
            {
                asked++;
                return prompt.Cancel();
            }));

        Assert.That(asked, Is.EqualTo(1));
        Assert.That(result.IsCanceled, Is.True);
    }

    [TestCase("PromptExtension", "null")]
    [TestCase("PromptExtension", """{"WorkflowPromptExtensionType":31,"Data":{}}""")]
    [TestCase("PromptExtension", """{"WorkflowPromptExtensionType":30,"Data":[1]}""")]
    [TestCase("PromptExtension", """{"WorkflowPromptExtensionType":30,"Data":{"BibReplacementRecords":"many"}}""")]
    public async Task Prompt_WithOddData_StaysTypedAndKeepsAllItsMembers(string member, string json)
    {
        var body = PolarisFixture.ResponseBody("bib-duplicates-prompt-87.json")!;
        body["Prompt"]![member] = JsonNode.Parse(json);
        using var polaris = TestClient.Create(new ScriptedServer().Then(200, body.ToJsonString()));

        var talk = await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });

        Assert.That(talk.PendingPrompt!.GetType(), Is.EqualTo(typeof(DuplicateBibRecordsPrompt)));
        Assert.That(JsonSerializer.Serialize(talk.LastAnswer, WorkflowsJson.Default.WorkflowAnswer), Is.EqualTo(body.ToJsonString()));
    }

    [Test]
    public async Task DuplicateBibRecords_EmptyRows_AreLeftOut()
    {
        var body = PolarisFixture.ResponseBody("bib-duplicates-prompt-87.json")!;
        body["Prompt"]!["PromptExtension"]!["Data"]!["BibReplacementRecords"]!.AsArray().Add((JsonNode?)null);
        using var polaris = TestClient.Create(new ScriptedServer().Then(200, body.ToJsonString()));

        var talk = await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });

        Assert.That(((DuplicateBibRecordsPrompt)talk.PendingPrompt!).Duplicates, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task CustomWorkflow_AnswerWithUnknownExtension_IsVisible()
    {
        var server = new ScriptedServer().Then(200, """{"WorkflowStatus":1,"AnswerExtension":{"WorkflowAnswerExtensionType":777,"Data":{"A":[1]}},"New":2}""");
        using var polaris = TestClient.Create(server);
        var request = new CustomWorkflow { RequestType = (WorkflowRequestType)99, Data = JsonDocument.Parse("""{"Any":[1,"x"]}""").RootElement };

        var result = await polaris.Workflows.RunAsync(request, new PromptHandlers());

        Assert.That(result.Answer!.Members["A"].GetRawText(), Is.EqualTo("[1]"));
        Assert.That(result.Wire.AdditionalMembers!["New"].GetInt32(), Is.EqualTo(2));
        Assert.That(server.Requests[0].Json!["RequestExtension"]!.ToJsonString(), Is.EqualTo("""{"WorkflowRequestExtensionType":0,"Data":{"Any":[1,"x"]}}"""));
    }

    private static async Task<TPrompt> PromptAsync<TPrompt>(string fixture)
        where TPrompt : Prompt
    {
        using var polaris = TestClient.Create(new ScriptedServer().Then(200, PolarisFixture.ResponseBody(fixture)!.ToJsonString()));
        return fixture.StartsWith("bib", StringComparison.Ordinal)
            ? (TPrompt)(await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 })).PendingPrompt!
            : (TPrompt)(await polaris.Workflows.StartAsync(new AddOrUpdateAuthorityRecord { AuthorityRecordId = 5 })).PendingPrompt!;
    }

    /// <summary>The vendor's samples print some ids in quotes; Polaris cut such a one to its first digit.</summary>
    private static void Unquote(JsonNode request)
    {
        foreach (var json in new[] { request.AsObject(), request["RequestExtension"]!["Data"]!.AsObject() })
        {
            foreach (var (name, value) in json.Where(member => member.Key.EndsWith("ID", StringComparison.Ordinal)).ToList())
            {
                json[name] = int.Parse(value!.ToString(), CultureInfo.InvariantCulture);
            }
        }
    }
}
