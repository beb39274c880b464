using Polaris.Client;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>The main job: locks the record, saves it while replying to prompts, shows the result, and releases the lock.</summary>
internal sealed class SaveJob(PolarisClient polaris, PromptConsole prompts, IAnsiConsole console)
{
    public async Task<int> SaveAsync<TAnswer>(
        ObjectReference? target,
        Func<CancellationToken, Task<WorkflowRequest<TAnswer>?>> prepare,
        TimeSpan wait,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (target is not { } record)
        {
            return await SaveAsync(await prepare(cancellationToken), cancellationToken);
        }

        await ShowHolderAsync(record, wait, cancellationToken);
        var lease = await polaris.ObjectLocks.AcquireAsync([record], new AcquireOptions { WaitUpTo = wait }, cancellationToken);
        try
        {
            console.MarkupLineInterpolated($"[green]Locked[/] {NameOf(record.ObjectType)} {record.ObjectId} at workstation {polaris.WorkstationId}.");
            return await SaveAsync(await prepare(cancellationToken), cancellationToken);
        }
        finally
        {
            // Also after Ctrl+C, when Cancel has already been replied.
            await lease.DisposeAsync();
            ShowReleased(lease);
        }
    }

    private async Task<int> SaveAsync<TAnswer>(WorkflowRequest<TAnswer>? request, CancellationToken cancellationToken)
        where TAnswer : class
    {
        if (request is null)
        {
            return ExitCode.Canceled;
        }

        var result = await RunAsync(request, cancellationToken);
        foreach (var message in result.Messages)
        {
            console.MarkupLineInterpolated($"[blue]Message from Polaris:[/] {message.Message}");
        }

        ShowTranscript(result.Transcript);
        console.MarkupLine(result.IsCancelled ? "[yellow]Canceled: nothing was saved.[/]" : "[green]Saved.[/]");
        return result.IsCancelled ? ExitCode.Canceled : ExitCode.Saved;
    }

    private async Task<WorkflowResult<TAnswer>> RunAsync<TAnswer>(WorkflowRequest<TAnswer> request, CancellationToken cancellationToken)
        where TAnswer : class
    {
        try
        {
            return await polaris.Workflows.RunAsync(request, prompts.Handlers, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            console.WriteLine();
            console.MarkupLine(prompts.IsAsking
                ? "[yellow]Cancel was replied to the open prompt[/], unless a warning reports that this failed."
                : "[yellow]The save was stopped while the server worked:[/] read the record to learn whether it was saved.");
            throw;
        }
    }

    private void ShowTranscript(WorkflowTranscript transcript)
    {
        var table = new Table().Title("Transcript").AddColumns("#", "Sent", "Received");
        for (var i = 0; i < transcript.Count; i++)
        {
            var sent = transcript[i].Reply is { } reply ? Button(transcript[i - 1].Answer, reply) : FirstWords(transcript[i].Step);
            table.AddRow($"{i + 1}", Markup.Escape(sent), Markup.Escape(CameBack(transcript[i].Answer)));
        }

        console.Write(table);
    }

    private static string FirstWords(WorkflowStep step) => step == WorkflowStep.Read ? "Read the state" : "Save the record";

    /// <summary>The caption of the chosen button: "No" may read "Continue".</summary>
    private static string Button(WorkflowAnswer? asked, WorkflowReply reply)
    {
        var choices = asked?.Prompt is null ? [] : new Prompt(new PromptContext(asked)).Choices;
        var text = choices.FirstOrDefault(choice => choice.Result == reply.WorkflowPromptResult)?.Text;
        return $"Reply to prompt {(int)reply.WorkflowPromptId}: {text ?? reply.WorkflowPromptResult.ToString()}";
    }

    private static string CameBack(WorkflowAnswer? answer) => answer switch
    {
        null => "no response",
        { Prompt: { } prompt } => $"Prompt {(int)prompt.WorkflowPromptId}: {prompt.Title}",
        { WorkflowStatus: WorkflowStatus.CompletedSuccessfully } => "Done",
        { WorkflowStatus: WorkflowStatus.CompletedCancelled } => "Canceled",
        _ => $"Status {(int)answer.WorkflowStatus}",
    };

    private async Task ShowHolderAsync(ObjectReference record, TimeSpan wait, CancellationToken cancellationToken)
    {
        if (await polaris.ObjectLocks.FindAsync(record.ObjectType, record.ObjectId, cancellationToken) is { } held
            && held.WorkstationId != polaris.WorkstationId)
        {
            console.MarkupLineInterpolated(
                $"[yellow]{held.PolarisUserName ?? $"User {held.PolarisUserId}"} has the record open[/] at {held.WorkstationName ?? $"workstation {held.WorkstationId}"} since {held.LockDate:yyyy-MM-dd HH:mm}; waiting up to {wait.TotalSeconds:0} s ...");
        }
    }

    private static string NameOf(ObjectType type) => type == ObjectType.AuthorityRecord ? "authority record" : "bibliographic record";

    private void ShowReleased(ObjectLockLease lease)
    {
        if (lease.WasAlreadyHeld || lease.IsOwnershipUnclear)
        {
            console.MarkupLine("[yellow]The lock was kept:[/] this user and workstation may have held it before.");
        }
        else if (lease.ReleaseError is { } error)
        {
            console.MarkupLineInterpolated($"[red]The lock could not be released:[/] {error.Message}");
        }
        else
        {
            console.MarkupLine("[green]Lock released.[/]");
        }
    }
}
