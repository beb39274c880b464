using System.Text.Json.Nodes;
using Polaris.Client;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;
using Samples;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>The main job: locks the record, saves it while replying to prompts, shows the result, and releases the lock.</summary>
internal sealed class SaveJob(PolarisClient polaris, PromptConsole prompts, IAnsiConsole console, TextWriter? json, TimeProvider time)
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

        var lease = await AcquireAsync(record, wait, cancellationToken);
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
            return ExitCode.Attention;
        }

        var result = await RunAsync(request, cancellationToken);
        foreach (var message in result.Messages)
        {
            console.MarkupLineInterpolated($"[blue]Message from Polaris:[/] {message.Message}");
        }

        ShowTranscript(result.Transcript);
        console.MarkupLine(result.Outcome switch
        {
            WorkflowOutcome.Completed => "[green]Saved.[/]",
            WorkflowOutcome.Canceled => "[yellow]Canceled: nothing was saved.[/]",
            WorkflowOutcome.PartlyCompleted => "[yellow]Saved in part: see the messages.[/]",
            _ => "[yellow]Polaris reports success, but not in a form that could be read:[/] read the record to confirm it.",
        });
        WriteJson(result);
        return result.Outcome == WorkflowOutcome.Completed ? ExitCode.Success : ExitCode.Attention;
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

    /// <summary>Locks the record; while another user holds it, shows who, since when, and how long the wait may still take.</summary>
    private async Task<ObjectLockLease> AcquireAsync(ObjectReference record, TimeSpan wait, CancellationToken cancellationToken)
    {
        try
        {
            return await polaris.ObjectLocks.AcquireAsync([record], new AcquireOptions { WaitUpTo = TimeSpan.Zero }, cancellationToken);
        }
        catch (ObjectLockedException locked) when (wait > TimeSpan.Zero)
        {
            var holder = locked.Holder is { } held ? Failure.Describe(held, time) : "Another user";
            console.MarkupLineInterpolated($"[yellow]{holder} has the record open[/]; waiting up to {wait.TotalSeconds:0} s ...");
        }

        var acquiring = polaris.ObjectLocks.AcquireAsync([record], new AcquireOptions { WaitUpTo = wait }, cancellationToken);
        if (console.Profile.Capabilities.Interactive)
        {
            await console.Status().StartAsync("Waiting for the lock", status => CountDownAsync(status, acquiring, wait, cancellationToken));
        }

        return await acquiring;
    }

    private async Task CountDownAsync(StatusContext status, Task acquiring, TimeSpan wait, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!acquiring.IsCompleted)
        {
            var left = Math.Max(0, Math.Ceiling((wait - time.GetElapsedTime(start)).TotalSeconds));
            status.Status($"Waiting for the lock, {left:0} s left (Ctrl+C stops)");
            await Task.WhenAny(acquiring, Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken));
        }
    }

    private void WriteJson<TAnswer>(WorkflowResult<TAnswer> result)
        where TAnswer : class => json?.WriteLine(new JsonObject
        {
            ["outcome"] = result.Outcome.ToString(),
            ["messages"] = new JsonArray([.. result.Messages.Select(message => (JsonNode)message.Message)]),
            ["prompts"] = new JsonArray([.. result.Transcript.Select(exchange => exchange.Reply).OfType<WorkflowReply>().Select(reply => (JsonNode)new JsonObject
            {
                ["id"] = (int)reply.WorkflowPromptId,
                ["result"] = (int)reply.WorkflowPromptResult,
            })]),
        }.ToJsonString());

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
