using System.Text.Json.Nodes;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Testing;

public sealed class FakePolarisScriptTests
{
    private static readonly FakePrompt Confirm = FakePrompts.ConfirmBibDelete();

    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _fake = new();
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose() => _client.Dispose();

    [TestCase(5, 1, 1)]
    [TestCase(4, 3, 0)]
    public async Task OnWorkflow_AScript_IsAskedAfterEveryReply(int result, int status, int executed)
    {
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, talk => talk.ReplyTo(WorkflowPromptId.ConfirmBibDelete)?.WorkflowPromptResult switch
        {
            null => FakeWorkflowOutcome.Ask(Confirm),
            WorkflowPromptResult.Continue => FakeWorkflowOutcome.Complete("deleted"),
            _ => FakeWorkflowOutcome.Cancel(),
        });

        JsonNode asked = await StartAsync();
        (_, JsonNode? done) =
            await _client.PutAsync($"workflow/{asked["WorkflowRequestGuid"]}", SaveRequests.Reply(79, result));

        Assert.That(done!["WorkflowStatus"]!.GetValue<int>(), Is.EqualTo(status));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(executed));
    }

    [Test]
    public async Task OnWorkflow_AScriptThatCompletesPartly_ReportsWhatWasLeft()
    {
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, _ => FakeWorkflowOutcome.CompletePartly("Record 7 has holds."));

        JsonNode done = await StartAsync();

        Assert.That(done["WorkflowStatus"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(done["InformationMessages"]![0]!.ToJsonString(), Is.EqualTo("""{"Type":4,"Title":"","Message":"Record 7 has holds."}"""));
    }

    [Test]
    public async Task OnWorkflow_AScriptWithANotice_SendsItBesideTheOtherMessages()
    {
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, _ => FakeWorkflowOutcome.Complete("done")
            .WithMessage("Mind the links.", InformationMessageType.Notice, "Re-establish links"));

        JsonNode done = await StartAsync();

        Assert.That(done["InformationMessages"]!.ToJsonString(), Is.EqualTo(
            """[{"Type":1,"Title":"","Message":"done"},{"Type":3,"Title":"Re-establish links","Message":"Mind the links."}]"""));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task OnWorkflow_DeletionOfNothing_IsNotCounted()
    {
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, _ => FakeAnswers.Deleted([], [1]));

        JsonNode done = await StartAsync();

        Assert.That(done["AnswerExtension"]!["Data"]!["BlockedRecordIDs"]!.ToJsonString(), Is.EqualTo("[1]"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task FakePrompts_ForPromptsThatOnlyScriptsRaise_HaveTheDocumentedForm()
    {
        JsonObject expected = PolarisFixture.ResponseBody("bib-errors-prompt-148.json")!["Prompt"]!.AsObject();
        expected["PromptExtension"]!["Data"]!["Data"]![0]!["Title"] = "";
        Queue<FakePrompt> prompts = new([FakePrompts.ReplacementErrors(1331392), FakePrompts.CreateItemForIssue(), new((WorkflowPromptId)900) { CancelText = "Stop", ContinueText = "Go" }]);
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, _ => FakeWorkflowOutcome.Ask(prompts.Dequeue()));

        JsonNode errors = (await StartAsync())["Prompt"]!;
        JsonNode item = (await StartAsync())["Prompt"]!;
        JsonNode captions = (await StartAsync())["Prompt"]!;

        Assert.That(errors.ToJsonString(), Is.EqualTo(expected.ToJsonString()));
        Assert.That(item["WorkflowPromptType"]!.GetValue<int>(), Is.EqualTo(38));
        Assert.That(item["DefaultPromptOption"]!.GetValue<int>(), Is.EqualTo(4));
        Assert.That(captions["AlternateCancelText"]!.GetValue<string>(), Is.EqualTo("Stop"));
        Assert.That(captions["AlternateContinueText"]!.GetValue<string>(), Is.EqualTo("Go"));
    }

    [Test]
    public async Task OnWorkflow_AScriptThatThrowsAfterAReply_EndsTheWorkflowWithTheReason()
    {
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, talk => talk.Replies.Count == 0
            ? FakeWorkflowOutcome.Ask(Confirm)
            : throw new TimeZoneNotFoundException("A mistake of the test."));

        JsonNode asked = await StartAsync();
        (_, JsonNode? done) = await _client.PutAsync($"workflow/{asked["WorkflowRequestGuid"]}", SaveRequests.Reply(79, 5));
        (_, JsonNode? found) = await _client.GetAsync($"workflow/{asked["WorkflowRequestGuid"]}");

        Assert.That(done!.Status(), Is.EqualTo(-2));
        Assert.That(done!["InformationMessages"]![0]!["Message"]!.GetValue<string>(), Does.Contain("TimeZoneNotFoundException: A mistake of the test."));
        Assert.That(found!.ToJsonString(), Is.EqualTo(done.ToJsonString()));
        Assert.That(_fake.UnexpectedRequests.Single().Reason, Does.Contain("A mistake of the test."));
    }

    [Test]
    public void OnWorkflow_AScriptThatReturnsNull_StatesWhatToReturn()
    {
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, _ => null!);

        Assert.That(() => StartAsync(), Throws.InvalidOperationException.With.Message.Contain("The script returned null"));
    }

    [Test]
    public async Task OnWorkflow_AScriptThatNeverEnds_ContinuesAsking()
    {
        _fake.OnWorkflow(WorkflowRequestType.DeleteBibRecords, _ => FakeWorkflowOutcome.Ask(Confirm));

        JsonNode answer = await StartAsync();
        for (int i = 0; i < 30; i++)
        {
            answer =
                (await _client.PutAsync($"workflow/{answer["WorkflowRequestGuid"]}", SaveRequests.Reply(79, 5))).Body!;
        }

        Assert.That(answer["WorkflowStatus"]!.GetValue<int>(), Is.EqualTo(-3));
    }

    [Test]
    public async Task AnswerNextWorkflowCall_SeveralAnswers_AreGivenInLine()
    {
        _fake.AnswerNextWorkflowCall(FakeResponse.Json("""{"WorkflowStatus":-3,"Prompt":null}"""))
            .AnswerNextWorkflowCall(200, "{\"Workflow")
            .AnswerNextWorkflowCall(502, "<html/>", "text/html")
            .AnswerNextWorkflowCall(200, body: null, contentType: null);

        JsonNode withoutPrompt = await StartAsync();
        List<string> texts = [];
        for (int i = 0; i < 3; i++)
        {
            using HttpResponseMessage response = await _client.SendAsync(HttpMethod.Get, $"workflow/{Guid.NewGuid()}");
            texts.Add($"{(int)response.StatusCode} {response.Content.Headers.ContentType?.MediaType} {await response.Content.ReadAsStringAsync()}");
        }

        Assert.That(withoutPrompt["WorkflowStatus"]!.GetValue<int>(), Is.EqualTo(-3));
        Assert.That(withoutPrompt["Prompt"], Is.Null);
        Assert.That(texts, Is.EqualTo(new[] { "200 application/json {\"Workflow", "502 text/html <html/>", "200  " }));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    private async Task<JsonNode> StartAsync() =>
        (await _client.PostAsync("workflow", SaveRequests.Envelope(11, 10, new() { ["BibRecordIDs"] = new JsonArray(1) }))).Body!;
}
