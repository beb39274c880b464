using Polaris.Client.Cataloging;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>One client with its operation: some lock objects and run a workflow, step by step or in one go; some only lock.</summary>
internal sealed class LabCaller : IDisposable
{
    private readonly LabRun _run;
    private readonly Draw _draw;
    private readonly CancellationTokenSource _cancellation;
    private readonly List<ObjectReference> _targets;
    private readonly int _kind;
    private int _prompts;
    private volatile string? _lastSeen;

    public LabCaller(LabRun run, int index)
    {
        _run = run;
        Index = index;
        _draw = new Draw(run.World.Seed, "caller", index);
        _kind = _draw.Below(6);
        _targets = [.. run.Targets.Take(_draw.Of(1, 1, 1, 2, 5))];
        Client = PolarisClient.Create(Options(), new LabNetwork(run.World, run.Server, index, () => _lastSeen), run.Logs, run.World.Clock);
        CancelAfter = _draw.OneIn(4) ? Moment(run.World.Timeout * _draw.Of(0.05, 0.3, 1.5, 6)) : null;
        DisposeAfter = _draw.OneIn(8) ? Moment(run.World.Timeout * _draw.Of(0.1, 1, 6)) : null;
        _cancellation = new CancellationTokenSource(CancelAfter ?? Timeout.InfiniteTimeSpan, run.World.Clock);
    }

    public int Index { get; }

    /// <summary>The record that the workflow of this caller names, so that executions can be distinguished.</summary>
    public int Operation => 1000 + Index;

    public PolarisClient Client { get; }

    public TimeSpan? CancelAfter { get; }

    public TimeSpan? DisposeAfter { get; }

    /// <summary>What was under way when the error came: "acquire", "run", "release".</summary>
    public string Phase { get; private set; } = "";

    public WorkflowOutcome? Outcome { get; private set; }

    public Exception? Error { get; private set; }

    /// <summary>The exception that a handler of the caller threw on purpose.</summary>
    public Exception? Thrown { get; private set; }

    public bool WasCanceled => _cancellation.IsCancellationRequested;

    public bool WasDisposed { get; private set; }

    /// <summary>How much later than its cancellation a call returned.</summary>
    public TimeSpan Late { get; private set; }

    public Exception? ReleaseError { get; private set; }

    public bool WasAlreadyHeld { get; private set; }

    public async Task ExecuteAsync()
    {
        await Task.Delay(Moment(TimeSpan.FromSeconds(2)), _run.World.Clock);
        if (DisposeAfter is { } moment)
        {
            _ = DisposeClientAsync(moment);
        }

        try
        {
            if (_kind == 0)
            {
                await LockAndUnlockAsync();
            }
            else
            {
                await WithLeaseAsync();
            }
        }
        catch (Exception exception)
        {
            Error = exception;
        }
    }

    public string Describe() =>
        $"[{Index}] kind {_kind}, {_targets.Count} locks, cancel {CancelAfter}, dispose {DisposeAfter}: {Phase} {Outcome?.ToString() ?? "no outcome"}, "
        + $"may have been processed {(Error as PolarisClientException)?.MayHaveBeenProcessed}, already held {WasAlreadyHeld}, "
        + $"executed {_run.Server.Workflows.ExecutedFor(Operation)}, release error {ReleaseError?.Message}{Environment.NewLine}    {Error}";

    public void Dispose()
    {
        _cancellation.Dispose();
        Client.Dispose();
    }

    private async Task LockAndUnlockAsync()
    {
        var target = _targets[0];
        Phase = "lock";
        var held = await NotLateAsync(() => Client.ObjectLocks.LockAsync(target.ObjectType, target.ObjectId, _cancellation.Token));
        WasAlreadyHeld = held.ExistingLock != false;
        Phase = "unlock";
        if (!WasAlreadyHeld)
        {
            await Client.ObjectLocks.UnlockAsync(target.ObjectType, target.ObjectId, CancellationToken.None);
        }

        Phase = "unlocked";
    }

    private async Task WithLeaseAsync()
    {
        Phase = "acquire";
        var options = new AcquireOptions { WaitUpTo = _run.World.Timeout * _draw.Of(0, 2, 20), ReleaseTimeout = _run.World.ReleaseTimeout };
        var lease = await NotLateAsync(() => Client.ObjectLocks.AcquireAsync(_targets, options, _cancellation.Token));
        WasAlreadyHeld = lease.WasAlreadyHeld;
        _run.Enter(Index, _targets);
        try
        {
            Phase = "run";
            Outcome = await NotLateAsync(RunAsync);
            Phase = "release";
        }
        finally
        {
            _run.Leave(Index, _targets);
            await lease.DisposeAsync();
            ReleaseError = lease.ReleaseError;
        }
    }

    private async Task<WorkflowOutcome> RunAsync()
    {
        var handlers = new PromptHandlers().Otherwise(AnswerAsync);
        var token = _cancellation.Token;
        if (_kind == 1)
        {
            return (await Client.Workflows.RunAsync(new DeleteItemRecords { ItemRecordIds = [Operation] }, handlers, token)).Outcome;
        }

        var save = new UpdateBibRecord { BibRecordId = Operation, DisplayInPac = false };
        if (_kind > 2)
        {
            return (await Client.Workflows.RunAsync(save, handlers, token)).Outcome;
        }

        var conversation = await Client.Workflows.StartAsync(save, token);
        return (await Client.Workflows.RunAsync(conversation, handlers, token)).Outcome;
    }

    private async Task<PromptReply?> AnswerAsync(Prompt prompt, CancellationToken cancellationToken)
    {
        _lastSeen = prompt.Message;
        var draw = new Draw(_run.World.Seed, "handler", Index, prompt.Message, ++_prompts);
        if (draw.OneIn(8))
        {
            await Task.Delay(draw.Time(_run.World.Timeout * 4), _run.World.Clock, cancellationToken);
        }

        switch (draw.Below(20))
        {
            case 0:
                return null;
            case 1:
                throw Thrown = new HandlerException();
            case 2:
                throw Thrown = new TransportException("Another call inside the handler failed.", "GET /elsewhere", draw.OneIn(2));
            case 3:
                return prompt.Reply((WorkflowPromptResult)77);
            case 4 or 5 when prompt.CanReply(WorkflowPromptResult.Cancel):
                return prompt.Cancel();
            default:
                return prompt.Reply(prompt.CanReply(WorkflowPromptResult.Continue) ? WorkflowPromptResult.Continue : WorkflowPromptResult.Ok);
        }
    }

    /// <summary>Measures how long a call takes to notice its cancellation.</summary>
    private async Task<T> NotLateAsync<T>(Func<Task<T>> call)
    {
        var started = _run.World.Clock.Elapsed;
        try
        {
            return await call();
        }
        catch (OperationCanceledException) when (WasCanceled)
        {
            Late = _run.World.Clock.Elapsed - (started > CancelAfter ? started : CancelAfter!.Value);
            throw;
        }
    }

    private async Task DisposeClientAsync(TimeSpan moment)
    {
        await Task.Delay(moment, _run.World.Clock);
        WasDisposed = true;
        if (_draw.OneIn(2))
        {
            await Client.DisposeAsync();
        }
        else
        {
            Client.Dispose();
        }
    }

    private TimeSpan Moment(TimeSpan longest) => TimeSpan.FromMilliseconds(1) + _draw.Time(longest);

    private PolarisClientOptions Options()
    {
        var options = new PolarisClientOptions
        {
            BaseAddress = new Uri($"https://{_run.Host}/"),
            OrganizationId = 1,
            WorkstationId = LabRun.Workstation,
            Timeout = _run.World.Timeout,
        };
        options.Credentials.Domain = "LAB";
        options.Credentials.UserName = "lab";
        options.Credentials.Password = "open sesame";
        options.Retry.Jitter = () => new Draw(_run.World.Seed, "jitter", Index).Fraction();
        return options;
    }
}
