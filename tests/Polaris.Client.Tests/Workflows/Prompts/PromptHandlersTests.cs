using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Workflows.Prompts;

/// <summary>How handlers are registered, and what asynchronous ones get.</summary>
public sealed class PromptHandlersTests : ConductorFixture
{
    private static readonly WorkflowPromptId Id = (WorkflowPromptId)4711;

    [Test]
    public void On_TheSamePromptTwice_IsRefused()
    {
        var handlers = new PromptHandlers()
            .On<DisplayInPacPrompt>(prompt => prompt.Continue()).On(Id, prompt => prompt.Cancel())
            .Always(Id, WorkflowPromptResult.Ok).Otherwise(prompt => prompt.Cancel());

        Assert.Multiple(() =>
        {
            Assert.That(
                () => handlers.On<DisplayInPacPrompt>(prompt => prompt.Cancel()),
                Throws.ArgumentException.With.Message.Contain("DisplayInPacPrompt already has a handler"));
            Assert.That(() => handlers.On(Id, prompt => prompt.Cancel()), Throws.ArgumentException.With.Message.Contain("4711 already has a handler"));
            Assert.That(() => handlers.Always(Id, WorkflowPromptResult.Cancel), Throws.ArgumentException);
            Assert.That(
                () => handlers.Otherwise(prompt => prompt.Cancel()),
                Throws.InvalidOperationException.With.Message.EqualTo("Otherwise was already set; there can be only one."));
        });
    }

    [Test]
    public void Always_ResultThatNeedsData_NamesWhatToUse() => Assert.That(
        () => new PromptHandlers().Always(WorkflowPromptId.DuplicateBibRecords, WorkflowPromptResult.Yes),
        Throws.ArgumentException.With.Message.StartsWith(
            "Yes (2) to prompt 87 needs data, which Always cannot send. Use On with the type of the prompt."));

    [Test]
    public void On_TheBaseOfAllPrompts_IsRefusedAndStatesWhatToUse() => Assert.That(
        () => new PromptHandlers().On<Prompt>(prompt => prompt.Cancel()), Throws.ArgumentException.With.Message.Contain("Otherwise"));

    [Test]
    public void Handlers_WithoutTheirDelegate_NameTheArgument()
    {
        var handlers = new PromptHandlers();

        foreach (var add in new Action[]
        {
            () => handlers.On((Func<DisplayInPacPrompt, PromptReply?>)null!),
            () => handlers.On((Func<DisplayInPacPrompt, CancellationToken, Task<PromptReply?>>)null!),
            () => handlers.On(Id, (Func<Prompt, PromptReply?>)null!),
            () => handlers.On(Id, (Func<Prompt, CancellationToken, Task<PromptReply?>>)null!),
            () => handlers.Otherwise((Func<Prompt, PromptReply?>)null!),
            () => handlers.Otherwise((Func<Prompt, CancellationToken, Task<PromptReply?>>)null!),
        })
        {
            Assert.That(() => add(), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("answer"));
        }
    }

    [Test]
    public async Task Handlers_ThatAreAsynchronous_GetTheTokenOfTheRun()
    {
        using var cancellation = new CancellationTokenSource();
        var tokens = new List<CancellationToken>();
        Task<PromptReply?> Answer(Prompt prompt, CancellationToken token)
        {
            tokens.Add(token);
            return Task.FromResult<PromptReply?>(prompt.Reply(prompt.Choices[0].Result));
        }

        Ask((66, WorkflowPromptOptions.ContinueCancel), (4711, WorkflowPromptOptions.Ok), (4712, WorkflowPromptOptions.Ok));
        await RunAsync(
            new PromptHandlers().On<DisplayInPacPrompt>(Answer).On(Id, Answer).Otherwise(Answer), cancellation.Token);

        Assert.That(tokens, Is.EqualTo(Enumerable.Repeat(cancellation.Token, 3)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Always_WithTheStartOrNot_IsSentUpFrontOnlyWhenAskedFor(bool upFront)
    {
        Ask();

        await RunAsync(new PromptHandlers { SendAlwaysUpFront = upFront }.Always(Id, WorkflowPromptResult.Ok));

        var replies = Fake.Journal.Single(entry => entry.Request is not null).Request!.Replies;
        Assert.That(
            replies?.Select(reply => (reply.WorkflowPromptId, reply.WorkflowPromptResult)),
            upFront ? Is.EqualTo(new[] { (Id, WorkflowPromptResult.Ok) }) : Is.Null);
    }

    [Test]
    public async Task SendAlwaysUpFront_WithoutSuchAnAnswer_SendsNoList()
    {
        Ask();

        await RunAsync(new PromptHandlers { SendAlwaysUpFront = true }.Otherwise(prompt => prompt.Cancel()));

        Assert.That(Fake.Journal.Single(entry => entry.Request is not null).Request!.Replies, Is.Null);
    }

    [Test]
    public void Handler_ThatGivesNull_LeavesThePromptUnanswered()
    {
        Ask((4711, WorkflowPromptOptions.OkCancel));

        Assert.ThrowsAsync<UnansweredPromptException>(
            () => RunAsync(new PromptHandlers().On(Id, _ => null).Always(Id, WorkflowPromptResult.Ok)));

        Assert.That(LastReply(), Is.EqualTo(WorkflowPromptResult.Cancel));
    }
}
