using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>A prompt is answered only by a handler that saw it, and nothing that was canceled stays open silently.</summary>
public sealed class UnseenPromptTests
{
    private const string Prompt66 = "bib-header-update-prompt-66.json";
    private static readonly AddOrUpdateBibRecord Hiding = new() { BibRecordId = 5, DisplayInPac = false };

    [Test]
    public void RunAsync_AnswerLostAndThePromptUnchanged_ReportsDoubtWithBookmarkAndNeverRepliesAgain()
    {
        var asked = 0;
        var server = new ScriptedServer().Then(200, Prompt()).Then(504)
            .Always(request => request.Method == "GET" ? Answers.Json(Prompt(), 200) : throw new AssertionException($"{request} was not expected."));
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<ReplyInDoubtException>(() => polaris.Workflows.RunAsync(Hiding, Hide(() => asked++)))!;

        Assert.Multiple(() =>
        {
            Assert.That(asked, Is.EqualTo(1));
            Assert.That(server.Requests.Count(request => request.Method == "PUT"), Is.EqualTo(1));
            Assert.That(error.MayHaveBeenProcessed);
            Assert.That(error.Bookmark.RequestGuid, Is.EqualTo(Guid.Parse(Id)));
            Assert.That(error.Transcript.ToString(), Does.EndWith("response lost"));
        });
    }

    [Test]
    public async Task RunAsync_AnswerLostAndLaterAnotherPromptOfTheSameId_AsksTheHandlerAboutThatOne()
    {
        var seen = new List<string>();
        var server = new ScriptedServer().Then(200, Prompt("first")).Then(504)
            .Then(200, Prompt("first")).Then(404, "{}").Then(200, Prompt("second", id: Guid.NewGuid().ToString())).Then(200, Prompt("second"))
            .Then(200, Ended());
        using var polaris = TestClient.Create(server);

        var result = await polaris.Workflows.RunAsync(Hiding, new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
        {
            seen.Add(prompt.Message);
            return prompt.Continue();
        }));

        Assert.That(seen, Is.EqualTo(new[] { "first", "second" }));
        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
    }

    [Test]
    public async Task ReplyAsync_AfterAReplyInDoubt_IsRefusedAndTheBookmarkRemains()
    {
        var server = new ScriptedServer().Then(200, Prompt()).Then(504).Always(_ => Answers.Json(Prompt(), 200));
        using var polaris = TestClient.Create(server);
        var conversation = await polaris.Workflows.StartAsync(Hiding);
        var prompt = (DisplayInPacPrompt)conversation.PendingPrompt!;
        Assert.ThrowsAsync<ReplyInDoubtException>(() => conversation.ReplyAsync(prompt.Continue()));

        Assert.ThrowsAsync<InvalidOperationException>(() => conversation.ReplyAsync(prompt.Cancel()));
        Assert.That(conversation.ToBookmark().RequestGuid, Is.EqualTo(Guid.Parse(Id)));
    }

    [Test]
    public void RunAsync_HandlerThrowsOneOfOurOwnExceptions_SendsOneCancel()
    {
        foreach (PolarisClientException thrown in new PolarisClientException[]
        {
            new TransportException("other call", "GET /x", mayHaveBeenProcessed: true),
            new AuthenticationFailedException("other call", new ApiFailure()),
        })
        {
            var server = new ScriptedServer().Then(200, Prompt()).Then(200, Ended(3));
            using var polaris = TestClient.Create(server);

            var caught = Assert.CatchAsync(() => polaris.Workflows.RunAsync(Hiding, new PromptHandlers().Otherwise(_ => throw thrown)));

            Assert.That(caught, Is.SameAs(thrown));
            Assert.That(server.Requests[^1].Json!["WorkflowPromptResult"]!.GetValue<int>(), Is.EqualTo(4), thrown.GetType().Name);
        }
    }

    [Test]
    public async Task StartAsync_CanceledInFlight_IsCompletedInTheBackgroundAndCanceledAndLogged()
    {
        using var logs = new CollectedLogs();
        using var cancellation = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var server = new ScriptedServer()
            .Then(async (_, _) =>
            {
                await cancellation.CancelAsync();
                await release.Task;
                return Answers.Json(Prompt(), 200);
            })
            .Then(200, Ended(3));
        var polaris = TestClient.Create(server, logs: logs);

        Assert.CatchAsync<OperationCanceledException>(() => polaris.Workflows.StartAsync(Hiding, cancellation.Token));
        release.SetResult();
        await polaris.DisposeAsync();

        Assert.That(server.Requests[^1].Json!["WorkflowPromptResult"]!.GetValue<int>(), Is.EqualTo(4));
        Assert.That(logs.Entries.Select(entry => entry.Id), Does.Contain(14));
    }

    [Test]
    public async Task RunAsync_CanceledWhileAReplyIsInFlight_CancelsThePromptThatFollows()
    {
        using var cancellation = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var server = new ScriptedServer().Then(200, Prompt("first"))
            .Then(async (_, _) =>
            {
                await cancellation.CancelAsync();
                await release.Task;
                return Answers.Json(Prompt("second"), 200);
            })
            .Then(200, Ended(3));
        var polaris = TestClient.Create(server);

        Assert.CatchAsync<OperationCanceledException>(() => polaris.Workflows.RunAsync(Hiding, Hide(() => { }), cancellation.Token));
        release.SetResult();
        await polaris.DisposeAsync();

        Assert.That(server.Requests.Select(request => request.Method), Is.EqualTo(new[] { "POST", "PUT", "PUT" }));
        Assert.That(server.Requests[^1].Json!["WorkflowPromptResult"]!.GetValue<int>(), Is.EqualTo(4));
    }

    [Test]
    public async Task On_PatronBlockedPrompt_AnswersAHoldToo()
    {
        var raised = Prompt(change: answer =>
        {
            answer["WorkflowRequestType"] = 5;
            answer["Prompt"]!["WorkflowPromptID"] = 1;
        });
        var server = new ScriptedServer().Then(200, raised).Then(200, Ended());
        using var polaris = TestClient.Create(server);

        await polaris.Workflows.RunAsync(
            new CreateHoldRequest { PatronId = 1, PickupBranchId = 3, BibliographicRecordId = 5 },
            new PromptHandlers().On<PatronBlockedPrompt>(prompt => prompt.Continue()));

        Assert.That(server.Requests[^1].Json!["WorkflowPromptResult"]!.GetValue<int>(), Is.EqualTo(5));
    }

    [Test]
    public void KnownPrompts_OfTheLibrary_AreAllRegistered()
    {
        var types = typeof(Prompt).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Prompt)) && !type.IsAbstract);

        Assert.That(PolarisPrompts.ById.Values.Select(kind => kind.PromptType), Is.EquivalentTo(types));
    }

    [TestCase(87, WorkflowPromptResult.Yes)]
    [TestCase(142, WorkflowPromptResult.Yes)]
    [TestCase(145, WorkflowPromptResult.Continue)]
    public void Reply_ThatNeedsDataWithoutIt_IsRefused(int id, WorkflowPromptResult result)
    {
        var wire = new WorkflowPrompt { WorkflowPromptId = (WorkflowPromptId)id, WorkflowPromptOptions = id == 145 ? WorkflowPromptOptions.ContinueCancel : WorkflowPromptOptions.YesNoCancel };
        var prompt = new Prompt(new PromptContext(new WorkflowAnswer { Prompt = wire }));

        Assert.That(
            Assert.Throws<IllegalReplyException>(() => prompt.Reply(result))!.Message,
            Does.Match(@"needs data \(reply extension \d+\)\. Use the methods of the typed prompt\.$"));
        Assert.Throws<ArgumentException>(() => new PromptHandlers().Always((WorkflowPromptId)id, result));
    }

    [Test]
    public void RunAsync_ErrorBodyUnderHttp200_IsAnErrorWithCodeAndText()
    {
        var server = new ScriptedServer().Then(200, """{"errorCode":60000,"Message":"Workflow not found"}""");
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.Workflows.StartAsync(Hiding))!;

        Assert.That(error.ErrorCode, Is.EqualTo("60000"));
        Assert.That(error.ServerMessage, Is.EqualTo("Workflow not found"));
    }

    [Test]
    public void RunAsync_UnreadableSuccess_KeepsTheBody()
    {
        var server = new ScriptedServer().Then(200, """{"WorkflowStatus":["odd"]}""");
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => polaris.Workflows.StartAsync(Hiding))!;

        Assert.That(error.Body, Is.EqualTo("""{"WorkflowStatus":["odd"]}"""));
    }

    [Test]
    public void RunAsync_FailureWithoutConversationOrMessages_MentionsNeither()
    {
        var server = new ScriptedServer().Then(200, """{"WorkflowStatus":2,"WorkflowRequestGuid":null,"InformationMessages":[null]}""");
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => polaris.Workflows.StartAsync(Hiding))!;

        Assert.That(error.Message, Is.EqualTo("Workflow 13 (AddOrUpdateBibRecord) ended without completing (status 2)."));
    }

    [Test]
    public void StartAsync_RecordThatIsNeitherOldNorNewOrHasNoMarc_IsNotSent()
    {
        using var polaris = TestClient.Create(new ScriptedServer());

        Assert.ThrowsAsync<InvalidOperationException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { DisplayInPac = true }));
        Assert.ThrowsAsync<InvalidOperationException>(() => polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { IsNewRecord = true }));
        Assert.ThrowsAsync<InvalidOperationException>(() => polaris.Workflows.StartAsync(new AddOrUpdateAuthorityRecord()));
    }

    private const string Id = "7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f";

    private static PromptHandlers Hide(Action seen) => new PromptHandlers().On<DisplayInPacPrompt>(prompt =>
    {
        seen();
        return prompt.Continue();
    });

    private static string Prompt(string message = "sure?", string id = Id, Action<JsonNode>? change = null)
    {
        var answer = PolarisFixture.ResponseBody(Prompt66)!;
        answer["WorkflowRequestGuid"] = id;
        answer["Prompt"]!["Message"] = message;
        change?.Invoke(answer);
        return answer.ToJsonString();
    }

    private static string Ended(int status = 1) => $$"""{"WorkflowRequestGuid":"{{Id}}","WorkflowStatus":{{status}}}""";
}
