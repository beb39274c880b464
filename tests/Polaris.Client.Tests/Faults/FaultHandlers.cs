using Polaris.Client.Cataloging;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>Somebody who answers prompts: mostly sensibly, sometimes slowly, wrongly, or not at all; by the seed.</summary>
internal sealed class FaultHandlers(Random random, TimeProvider clock)
{
    /// <summary>Whether a handler threw, so that its exception is what the caller has to see.</summary>
    public bool HasThrown { get; private set; }

    public PromptHandlers Build() => new PromptHandlers().Otherwise(AnswerAsync);

    private async Task<PromptReply?> AnswerAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        if (random.Next(10) == 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(random.Next(1, 600)), clock, cancellationToken);
        }

        switch (random.Next(30))
        {
            case 0:
                return null;
            case 1:
                HasThrown = true;
                throw new HandlerException();
            case 2:
                return prompt.Reply((Client.Workflows.WorkflowPromptResult)77);
            case 3 or 4 when prompt.CanReply(Client.Workflows.WorkflowPromptResult.Cancel):
                return prompt.Cancel();
            default:
                return Sensible(prompt);
        }
    }

    private PromptReply Sensible(Prompt prompt) => prompt switch
    {
        DuplicateBibRecordsPrompt bibs => random.Next(2) == 0 ? bibs.Continue() : bibs.Replace(bibs.Duplicates),
        DuplicateAuthorityRecordsPrompt authorities =>
            random.Next(2) == 0 ? authorities.Continue() : authorities.Replace(authorities.Duplicates),
        ManageLinkedRecordsPrompt links => links.Continue(0, 0),
        _ => prompt.Reply(prompt.Choices[random.Next(prompt.Choices.Count)].Result),
    };
}
