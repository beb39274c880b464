using Polaris.Client.Cataloging;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows;

/// <summary>A conversation that may stay open on the server is canceled, or at least logged.</summary>
public sealed class OpenConversationTests
{
    private const string Id = "7fc0c2b3-2ba8-42fa-81a6-9fb088fac31f";
    private const int NotCanceled = 10;
    private const int LeftOpen = 13;
    private const int MayBeOpen = 15;
    private static readonly AddOrUpdateBibRecord Hiding = new() { BibRecordId = 5, DisplayInPac = false };

    private CollectedLogs _logs = null!;

    [SetUp]
    public void Build() => _logs = new CollectedLogs();

    [TearDown]
    public void Dispose() => _logs.Dispose();

    [TestCase(0, 1)]
    [TestCase(77, 1)]
    [TestCase(-1, 1)]
    [TestCase(-3, 1)]
    [TestCase(2, 0)]
    [TestCase(-2, 0)]
    public void StartAsync_StatusThatIsNoEndAndNoPrompt_IsLoggedAsOpen(int status, int times)
    {
        using var polaris = Connect(new ScriptedServer().Then(200, Ended(status)));

        Assert.ThrowsAsync<WorkflowFailedException>(() => polaris.Workflows.StartAsync(Hiding));

        Assert.That(_logs.Entries.Count(entry => entry.Id == MayBeOpen), Is.EqualTo(times));
    }

    [Test]
    public void StartAsync_FailureWithMessages_RefersToThem()
    {
        var server = new ScriptedServer().Then(200, """{"WorkflowStatus":2,"InformationMessages":[{"Type":4,"Message":"x"}]}""");
        using var polaris = Connect(server);

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => polaris.Workflows.StartAsync(Hiding))!;

        Assert.That(error.Message, Does.Contain("See Messages for the reason."));
    }

    [TestCase("null", "does not contain a prompt")]
    [TestCase("""{"WorkflowPromptID":66}""", "without a conversation ID")]
    public void StartAsync_PromptThatCannotBeAnswered_StatesWhatIsMissing(string prompt, string what)
    {
        using var polaris = Connect(new ScriptedServer().Then(200, $$"""{"WorkflowStatus":-3,"Prompt":{{prompt}}}"""));

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => polaris.Workflows.StartAsync(Hiding))!;

        Assert.That(error.Message, Does.Contain(what));
    }

    [Test]
    public void RunAsync_ReplyInDoubt_IsLoggedAsLeftOpenAndPolledWithLongerPauses()
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(504).Always(_ => Answers.Json(TestCall.PromptAnswer));
        using var polaris = Connect(server);

        Assert.ThrowsAsync<ReplyInDoubtException>(() => polaris.Workflows.RunAsync(Hiding, Hide()));

        // After 0, 0.2, 0.6, 1.4, 3, 6.2, 11.2, 16.2, 21.2 and 26.2 seconds.
        Assert.That(server.Requests.Count(request => request.Method == "GET"), Is.EqualTo(10));
        Assert.That(_logs.Entries.Count(entry => entry.Id == LeftOpen), Is.EqualTo(1));
    }

    [Test]
    public void RunAsync_CancelLeadsToAnotherPrompt_IsLoggedAsLeftOpen()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(TestCall.PromptAnswer));
        using var polaris = Connect(server);

        Assert.ThrowsAsync<UnansweredPromptException>(() => polaris.Workflows.RunAsync(Hiding, new PromptHandlers()));

        Assert.That(server.Requests.Count(request => request.Method == "PUT"), Is.EqualTo(1));
        Assert.That(_logs.Entries.Count(entry => entry.Id == LeftOpen), Is.EqualTo(1));
    }

    [Test]
    public void RunAsync_ReplyLostAndThenFoundInvalid_MayHaveBeenProcessed()
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(504).Then(200, Ended(-1, GuidOfThePrompt()));
        using var polaris = Connect(server);

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => polaris.Workflows.RunAsync(Hiding, Hide()))!;

        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    [Test]
    public async Task ReplyAsync_CanceledAndThenRefused_CancelsTheOpenPrompt()
    {
        using var cancellation = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer)
            .Then(async (_, _) =>
            {
                await cancellation.CancelAsync();
                await release.Task;
                return Answers.Json("""{"ErrorCode":1,"Message":"refused"}""", 409);
            })
            .Then(200, Ended(3));
        var polaris = Connect(server);

        Assert.CatchAsync<OperationCanceledException>(() => polaris.Workflows.RunAsync(Hiding, Hide(), cancellation.Token));
        release.SetResult();
        await polaris.DisposeAsync();

        Assert.That(server.Requests[^1].Json!["WorkflowPromptResult"]!.GetValue<int>(), Is.EqualTo(4));
    }

    [Test]
    public async Task StartAsync_CanceledAndTheAnswerIsLost_IsLoggedAsNotCanceled()
    {
        using var cancellation = new CancellationTokenSource();
        var release = new TaskCompletionSource();
        var server = new ScriptedServer().Then(async (_, _) =>
        {
            await cancellation.CancelAsync();
            await release.Task;
            throw Answers.Reset();
        });
        var polaris = Connect(server);

        Assert.CatchAsync<OperationCanceledException>(() => polaris.Workflows.StartAsync(Hiding, cancellation.Token));
        release.SetResult();
        await polaris.DisposeAsync();

        Assert.That(_logs.Entries.Count(entry => entry.Id == NotCanceled), Is.EqualTo(1));
    }

    [Test]
    public async Task ResumeAsync_AnsweredWithAnotherConversation_IsAFailure()
    {
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).Then(200, Ended(1));
        using var polaris = Connect(server);
        var bookmark = (await polaris.Workflows.StartAsync(Hiding)).ToBookmark();
        bookmark.RequestGuid = Guid.NewGuid();

        var error = Assert.ThrowsAsync<WorkflowFailedException>(() => polaris.Workflows.ResumeAsync(AddOrUpdateBibRecord.Kind, bookmark))!;

        Assert.That(error.Message, Does.Contain("another conversation"));
    }

    private PolarisClient Connect(ScriptedServer server) => TestClient.Create(server, logs: _logs);

    private static PromptHandlers Hide() => new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue());

    private static string GuidOfThePrompt() =>
        PolarisFixture.ResponseBody("bib-header-update-prompt-66.json")!["WorkflowRequestGuid"]!.GetValue<string>();

    private static string Ended(int status, string id = Id) => $$"""{"WorkflowRequestGuid":"{{id}}","WorkflowStatus":{{status}}}""";
}
