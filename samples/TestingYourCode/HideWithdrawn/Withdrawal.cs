using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace TestingYourCode.HideWithdrawn;

/// <summary>Hides withdrawn books from the public catalog; one that cannot be hidden does not stop the others.</summary>
public sealed class Withdrawal(PolarisClient polaris)
{
    private static readonly PromptHandlers Handlers = new PromptHandlers()
        .On<DisplayInPacPrompt>(prompt => prompt.Continue())
        .Otherwise(prompt => prompt.Cancel());

    /// <summary>Hides the records, one after another.</summary>
    public async Task<WithdrawalReport> HideAsync(IEnumerable<int> bibIds, CancellationToken cancellationToken = default)
    {
        var report = new WithdrawalReport();
        foreach (var id in bibIds)
        {
            try
            {
                await HideAsync(id, report, cancellationToken);
            }
            catch (ObjectLockedException locked)
            {
                report.Open.Add(id, $"locked at workstation {locked.Holder?.WorkstationId}");
            }
            catch (PolarisClientException exception)
            {
                report.Open.Add(id, exception.Message);
            }
        }

        return report;
    }

    private async Task HideAsync(int id, WithdrawalReport report, CancellationToken cancellationToken)
    {
        await using var lease = await polaris.ObjectLocks.AcquireAsync(
            ObjectType.BibliographicRecord, id, new AcquireOptions { WaitUpTo = TimeSpan.Zero }, cancellationToken);
        var saved = await polaris.Workflows.RunAsync(
            new UpdateBibRecord { BibRecordId = id, DisplayInPac = false, DoNotOverlay = false }, Handlers, cancellationToken);
        if (saved.Outcome == WorkflowOutcome.Completed)
        {
            report.Hidden.Add(id);
        }
        else
        {
            report.Open.Add(id, "an unexpected prompt was canceled");
        }
    }
}
