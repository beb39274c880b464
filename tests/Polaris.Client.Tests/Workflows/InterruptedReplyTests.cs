using System.Text.Json.Nodes;
using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Faults;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Replies whose outcome is not known for an unusual reason: nothing more is replied, because the open prompt was not seen.</summary>
public sealed class InterruptedReplyTests
{
    private const int LeftOpen = 13;
    private static readonly AddOrUpdateBibRecord Hiding = new() { BibRecordId = 5, DisplayInPac = false };

    private CollectedLogs _logs = null!;

    [SetUp]
    public void Build() => _logs = new CollectedLogs();

    [TearDown]
    public void Dispose() => _logs.Dispose();

    [Test]
    public async Task RunAsync_HandlerBelowThrowsAfterTheReplyWasSent_ReadsTheStateInsteadOfCanceling()
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).ThenFails(new HandlerException()).Then(200, Completed());
        await using var polaris = Connect(server);

        var result = await polaris.Workflows.RunAsync(Hiding, Continue());

        Assert.That(result.RequestGuid, Is.Not.EqualTo(Guid.Empty));
        Assert.That(server.Requests.Select(request => request.Method), Is.EqualTo(new[] { "POST", "PUT", "GET" }));
    }

    [Test]
    public async Task RunAsync_HandlerBelowThrowsEveryTime_IsInDoubtAndRepliesNothingMore()
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Always(_ => throw new HandlerException());
        await using var polaris = Connect(server);

        var error = Assert.ThrowsAsync<ReplyInDoubtException>(() => polaris.Workflows.RunAsync(Hiding, Continue()))!;

        Assert.That(error.InnerException, Is.TypeOf<HandlerException>());
        Assert.That(server.Requests.Count(request => request.Method == "PUT"), Is.EqualTo(1));
        Assert.That(_logs.Entries.Count(entry => entry.Id == LeftOpen), Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_ClientDisposedWhileTheReplyIsInFlight_IsInDoubtAndRepliesNothingMore()
    {
        var received = new TaskCompletionSource();
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(Hang(received)).Always(_ => Answers.Json(TestCall.PromptAnswer));
        var polaris = Connect(server, TimeSpan.Zero);
        var running = polaris.Workflows.RunAsync(Hiding, Continue());
        await received.Task;

        await polaris.DisposeAsync();

        Assert.ThrowsAsync<ReplyInDoubtException>(() => running);
        Assert.That(server.Requests.Count(request => request.Method == "PUT"), Is.EqualTo(1));
        Assert.That(_logs.Entries.Count(entry => entry.Id == LeftOpen), Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_ClientDisposedWhileTheStartIsInFlight_MayHaveBeenProcessed()
    {
        var received = new TaskCompletionSource();
        var polaris = Connect(new ScriptedServer().Then(Hang(received)), TimeSpan.Zero);
        var running = polaris.Workflows.RunAsync(Hiding, Continue());
        await received.Task;

        await polaris.DisposeAsync();

        var error = Assert.ThrowsAsync<TransportException>(() => running)!;
        Assert.That(error.Route, Is.EqualTo("POST /workflow"));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Message, Does.Contain("find out before sending it again"));
    }

    [Test]
    public async Task RunAsync_ClientDisposedBeforeTheStartIsSent_IsSafeToSendAgain()
    {
        var waiting = new TaskCompletionSource();
        var server = new ScriptedServer();
        var polaris = Connect(server, TimeSpan.Zero, options =>
        {
            options.UserId = 1;
            options.Credentials = new()
            {
                BearerToken = async token =>
                {
                    waiting.SetResult();
                    await Task.Delay(Timeout.InfiniteTimeSpan, token);
                    return "never";
                },
            };
        });
        var running = polaris.Workflows.RunAsync(Hiding, Continue());
        await waiting.Task;

        await polaris.DisposeAsync();

        var error = Assert.ThrowsAsync<TransportException>(() => running)!;
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Contain("safe to send it again"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task ReplyAsync_ClientDisposedBeforeTheReplyIsSent_IsNotACancellationByTheCaller()
    {
        var waiting = new TaskCompletionSource();
        var calls = 0;
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Always(_ => Answers.Json(Completed()));
        var polaris = Connect(server, TimeSpan.Zero, options =>
        {
            options.UserId = 1;
            options.Credentials = new()
            {
                BearerToken = async token =>
                {
                    if (++calls > 1)
                    {
                        waiting.TrySetResult();
                        await Task.Delay(Timeout.InfiniteTimeSpan, token);
                    }

                    return "token";
                },
            };
        });
        var conversation = await polaris.Workflows.StartAsync(Hiding);
        var replying = conversation.ReplyAsync(((DisplayInPacPrompt)conversation.PendingPrompt!).Continue());
        await waiting.Task;

        await polaris.DisposeAsync();

        var error = Assert.ThrowsAsync<TransportException>(() => replying)!;
        Assert.That(error.Route, Is.EqualTo("PUT /workflow/{workflowRequestGuid}"));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(server.Requests.Select(request => request.Method), Is.EqualTo(new[] { "POST" }));
    }

    [Test]
    public async Task RunAsync_PromptWithoutConversationIdAndTheNextResponseIsLost_ReadsTheState()
    {
        var server = new ScriptedServer()
            .Then(200, TestCall.PromptAnswer).Then(200, WithoutId()).ThenFails(Answers.Reset()).Then(200, Completed());
        await using var polaris = Connect(server);

        var result = await polaris.Workflows.RunAsync(Hiding, Continue());

        Assert.That(result.Outcome, Is.Not.EqualTo(WorkflowOutcome.Canceled));
        Assert.That(server.Requests.Select(request => request.Method), Is.EqualTo(new[] { "POST", "PUT", "PUT", "GET" }));
    }

    [Test]
    public async Task ReplyAsync_CanceledInFlightAfterAPromptWithoutConversationId_IsCanceledInTheBackground()
    {
        using var cancellation = new CancellationTokenSource();
        var received = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(200, WithoutId()).Then(async (_, _) =>
        {
            received.SetResult();
            await released.Task;
            return Answers.Json(WithoutId());
        }).Then(200, Completed());
        await using (var polaris = Connect(server))
        {
            var running = polaris.Workflows.RunAsync(Hiding, Continue(), cancellation.Token);
            await received.Task;
            await cancellation.CancelAsync();
            Assert.CatchAsync<OperationCanceledException>(() => running);
            released.SetResult();
        }

        var replies = server.Requests.Where(request => request.Method == "PUT").ToList();
        Assert.That(replies, Has.Count.EqualTo(3));
        Assert.That(replies[2].Json!["WorkflowPromptResult"]!.GetValue<int>(), Is.EqualTo((int)WorkflowPromptResult.Cancel));
    }

    [Test]
    public async Task ReplyAsync_SecondOneWhileTheFirstIsInFlight_IsRefused()
    {
        var received = new TaskCompletionSource();
        var released = new TaskCompletionSource();
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(async (_, _) =>
        {
            received.SetResult();
            await released.Task;
            return Answers.Json(TestCall.PromptAnswer);
        }).Then(200, Completed());
        await using var polaris = Connect(server);
        var conversation = await polaris.Workflows.StartAsync(Hiding);
        var prompt = (DisplayInPacPrompt)conversation.PendingPrompt!;
        var first = conversation.ReplyAsync(prompt.Continue());
        await received.Task;

        var error = Assert.ThrowsAsync<InvalidOperationException>(() => conversation.ReplyAsync(prompt.Continue()))!;

        released.SetResult();
        await first;
        Assert.That(error.Message, Does.Contain("in flight"));
        Assert.That(server.Requests.Count(request => request.Method == "PUT"), Is.EqualTo(1));

        // The next prompt can be replied to as usual.
        await conversation.ReplyAsync(((DisplayInPacPrompt)conversation.PendingPrompt!).Continue());
        Assert.That(conversation.PendingPrompt, Is.Null);
    }

    [Test]
    public async Task ReplyAsync_AfterACanceledOne_StatesThatTheWorkflowIsCanceled()
    {
        using var cancellation = new CancellationTokenSource();
        var received = new TaskCompletionSource();
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(Hang(received));
        await using var polaris = Connect(server, TimeSpan.Zero);
        var conversation = await polaris.Workflows.StartAsync(Hiding);
        var prompt = (DisplayInPacPrompt)conversation.PendingPrompt!;
        var first = conversation.ReplyAsync(prompt.Continue(), cancellation.Token);
        await received.Task;
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => first);

        var error = Assert.ThrowsAsync<InvalidOperationException>(() => conversation.ReplyAsync(prompt.Continue()))!;

        Assert.That(error.Message, Does.EndWith("is canceled in the background. Start it again."));
        Assert.That(server.Requests.Count(request => request.Method == "PUT"), Is.EqualTo(1));
    }

    private static Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> Hang(TaskCompletionSource received) => async (_, token) =>
    {
        received.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return Answers.Json(null);
    };

    private static PromptHandlers Continue() => new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue());

    /// <summary>The prompt again, in a response whose member for the conversation is missing.</summary>
    private static string WithoutId()
    {
        var answer = (JsonObject)JsonNode.Parse(TestCall.PromptAnswer)!;
        answer.Remove("WorkflowRequestGuid");
        return answer.ToJsonString();
    }

    private static string Completed()
    {
        var answer = (JsonObject)JsonNode.Parse(TestCall.PromptAnswer)!;
        answer["WorkflowStatus"] = 1;
        answer["Prompt"] = null;
        return answer.ToJsonString();
    }

    private PolarisClient Connect(ScriptedServer server, TimeSpan? shutdown = null, Action<PolarisClientOptions>? configure = null) => TestClient.Create(
        server,
        options =>
        {
            options.ShutdownTimeout = shutdown ?? TimeSpan.FromDays(1);
            configure?.Invoke(options);
        },
        logs: _logs);
}
