using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.NUnit;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;
using Property = FsCheck.NUnit.PropertyAttribute;

namespace Polaris.Client.Tests.Workflows;

/// <summary>Whatever the server asks, and whatever the handlers reply.</summary>
[Properties(MaxTest = 300)]
internal sealed class ConductorPropertyTests
{
    private const int MaxPrompts = 12;
    private static readonly WorkflowRequestType Scripted = (WorkflowRequestType)27;

    [Property]
    public bool RunAsync_AnyPromptsAndHandlers_SendsOnlyWhatIsOfferedAndEnds(byte[] prompts, byte[] actions)
    {
        var fake = Script(prompts);
        Run(fake, actions);

        var puts = fake.Journal.Where(entry => entry.Reply is not null).ToList();
        var asked = fake.Journal.Where(entry => entry.Answer is not null).Select(entry => entry.Answer!.Json["Prompt"]).ToList();
        return puts.Count <= MaxPrompts + 1
            && puts.Zip(asked).All(pair => IsOffered(pair.First.Reply!, pair.Second!))
            && fake.UnexpectedRequests.Count == 0;
    }

    [Property]
    public bool RunAsync_AnyPromptsAndHandlers_TheTranscriptIsExactlyWhatWasExchanged(byte[] prompts, byte[] actions)
    {
        var fake = Script(prompts);
        var transcript = Run(fake, actions);

        return transcript is null || transcript.Select(Text).SequenceEqual(fake.Journal.Where(entry => entry.Answer is not null).Select(Text));
    }

    [Property]
    public bool RunAsync_AnyPromptsAndHandlers_IsDoneExactlyWhenReportedSo(byte[] prompts, byte[] actions)
    {
        var fake = Script(prompts);
        WorkflowOutcome? outcome = null;
        Run(fake, actions, result => outcome = result.Outcome);

        return fake.ExecutedOperations == (outcome == WorkflowOutcome.Completed ? 1 : 0);
    }

    private static FakePolaris Script(byte[] prompts) => new FakePolaris().OnWorkflow(Scripted, talk =>
        talk.Replies.Any(reply => reply.WorkflowPromptResult == WorkflowPromptResult.Cancel) ? FakeWorkflowOutcome.Cancel()
        : talk.Replies.Count < prompts.Length ? FakeWorkflowOutcome.Ask(PromptOf(prompts[talk.Replies.Count]))
        : FakeWorkflowOutcome.Complete());

    /// <summary>Numbers with a type of their own and without, sets of buttons that are documented and that are not.</summary>
    private static FakePrompt PromptOf(byte seed) =>
        new((WorkflowPromptId)(64 + (seed % 5)), (WorkflowPromptOptions)(1 + (seed % 11))) { DefaultOption = seed % 12 };

    private static WorkflowTranscript? Run(FakePolaris fake, byte[] actions, Action<WorkflowResult<CustomWorkflowAnswer>>? whenDone = null)
    {
        using var polaris = fake.CreateClient(options => options.MaxPrompts = MaxPrompts);
        var asked = 0;
        PromptReply? stale = null;
        PromptReply? Answer(Prompt prompt) => (actions.Length == 0 ? 255 : actions[asked++ % actions.Length]) switch
        {
            0 => null,
            1 => throw new TimeZoneNotFoundException(),
            2 => stale,
            var result and < 20 => stale = prompt.Reply((WorkflowPromptResult)(result - 3)),
            _ => stale = prompt.Reply(prompt.Choices.Count > 0 ? prompt.Choices[0].Result : WorkflowPromptResult.Ok),
        };
        try
        {
            var result = polaris.Workflows.RunAsync(
                new CustomWorkflow { RequestType = Scripted, Data = JsonDocument.Parse("{}").RootElement },
                new PromptHandlers().Otherwise(Answer)).GetAwaiter().GetResult();
            whenDone?.Invoke(result);
            return result.Transcript;
        }
        catch (WorkflowException exception)
        {
            return exception.Transcript;
        }
        catch (TimeZoneNotFoundException)
        {
            return null;
        }
    }

    private static bool IsOffered(FakeWorkflowReply reply, JsonNode asked) =>
        (int)reply.WorkflowPromptId == asked["WorkflowPromptID"]!.GetValue<int>()
        && ((WorkflowPromptOptions)asked["WorkflowPromptOptions"]!.GetValue<int>()).OfferedResults()?.Contains(reply.WorkflowPromptResult) != false;

    private static string Text(WorkflowExchange exchange) => $"{exchange.Step} {exchange.Reply?.WorkflowPromptResult} {Text(exchange.Answer!)}";

    private static string Text(FakeExchange entry) => entry.Method switch
    {
        "POST" => $"{WorkflowStep.Start}  {Text(entry.Answer!)}",
        "PUT" => $"{WorkflowStep.Reply} {entry.Reply!.WorkflowPromptResult} {Text(entry.Answer!)}",
        _ => $"{WorkflowStep.Read}  {Text(entry.Answer!)}",
    };

    private static string Text(FakeWorkflowAnswer answer) =>
        $"{answer.WorkflowStatus} {answer.PromptId} {answer.Json["WorkflowRequestGuid"]}";

    private static string Text(WorkflowAnswer answer) => $"{answer.WorkflowStatus} {answer.Prompt?.WorkflowPromptId} {answer.WorkflowRequestGuid}";
}
