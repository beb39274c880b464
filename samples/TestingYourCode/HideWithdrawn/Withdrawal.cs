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
    /// <param name="bibIds">The IDs of the bibliographic records.</param>
    /// <param name="cancellationToken">Cancels the record in progress; the report shows what is left.</param>
    public async Task<WithdrawalReport> HideAsync(IEnumerable<int> bibIds, CancellationToken cancellationToken = default)
    {
        var report = new WithdrawalReport();
        foreach (var id in bibIds.Distinct())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                report.Open.Add(id, "not tried, because the program was stopped");
            }
            else if (await TryToHideAsync(id, cancellationToken) is { } problem)
            {
                report.Open.Add(id, problem);
            }
            else
            {
                report.Hidden.Add(id);
            }
        }

        return report;
    }

    /// <summary>Returns why the record may not be hidden; null if it is.</summary>
    private async Task<string?> TryToHideAsync(int id, CancellationToken cancellationToken)
    {
        try
        {
            return await HideAsync(id, cancellationToken);
        }
        catch (ObjectLockedException locked)
        {
            return $"locked at workstation {locked.Holder?.WorkstationId}";
        }
        catch (PolarisClientException exception)
        {
            return exception.Message;
        }
        catch (OperationCanceledException)
        {
            return "stopped while the server worked on it: look at the record";
        }
    }

    private async Task<string?> HideAsync(int id, CancellationToken cancellationToken)
    {
        await using var lease = await polaris.ObjectLocks.AcquireAsync(
            ObjectType.BibliographicRecord, id, new AcquireOptions { WaitUpTo = TimeSpan.Zero }, cancellationToken);
        var record = await polaris.BibRecords.GetAsync(id, cancellationToken);
        if (record is not { DoNotOverlay: not null, RecordOwnerId: not null })
        {
            return "not tried: the server did not return the flags and the owner, which a save must repeat";
        }

        var saved = await polaris.Workflows.RunAsync(
            new UpdateBibRecord
            {
                BibRecordId = id,
                DisplayInPac = false,

                // Repeated, because it is not documented what the server makes of an omitted value.
                DoNotOverlay = record.DoNotOverlay,
                RecordOwnerId = record.RecordOwnerId,
            },
            Handlers,
            cancellationToken);
        return saved.Outcome switch
        {
            WorkflowOutcome.Completed => null,
            WorkflowOutcome.Canceled => "an unexpected prompt was canceled",
            _ => "not confirmed: look at the record",
        };
    }
}
