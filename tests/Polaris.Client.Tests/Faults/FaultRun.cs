using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>One run of the laboratory: all of it follows from its seed.</summary>
internal sealed class FaultRun : IDisposable
{
    /// <summary>Shorter than a slow person takes, in some runs.</summary>
    private static readonly TimeSpan ShortTokenLife = TimeSpan.FromMinutes(4);

    private readonly Random _random;
    private readonly CollectedLogs _logs = new();
    private readonly FaultHandlers _handlers;
    private readonly TimeSpan? _cancelAfter;
    private readonly bool _isLeftFromBefore;

    public FaultRun(int seed)
    {
        Seed = seed;
        _random = new Random(seed);
        Clock = new ManualTimeProvider { SkipsDelays = true };
        TokenLifetime = _random.Next(4) == 0 ? ShortTokenLife : TimeSpan.FromHours(24);
        Fake = FaultScenario.Fill(new FakePolaris(new FakePolarisOptions { TimeProvider = Clock, TokenLifetime = TokenLifetime }));
        Scenario = FaultScenario.Choose(_random, Fake);
        _handlers = new FaultHandlers(_random, Clock);
        _cancelAfter = _random.Next(6) == 0 ? TimeSpan.FromSeconds(_random.Next(1, 200)) : null;
        _isLeftFromBefore = _random.Next(10) == 0;
    }

    public int Seed { get; }

    public ManualTimeProvider Clock { get; }

    public FakePolaris Fake { get; }

    public TimeSpan TokenLifetime { get; }

    public FaultScenario Scenario { get; }

    public WorkflowOutcome? Outcome { get; private set; }

    public Exception? Error { get; private set; }

    public bool WasCancelled { get; private set; }

    public bool HasHandlerThrown => _handlers.HasThrown;

    /// <summary>Whether the log says that a lock could not be freed.</summary>
    public bool IsLockReported => _logs.Entries.Any(entry => entry.Id == 5);

    public int LocksLeft => Fake.Locks.Count(held => held.WorkstationId == FakePolaris.DefaultWorkstationId) - (_isLeftFromBefore ? 1 : 0);

    public async Task ExecuteAsync()
    {
        using var polaris = Fake.CreateClient(options => options.Retry.Jitter = new Random(Seed).NextDouble, _logs);
        if (_isLeftFromBefore)
        {
            Fake.LockAs(FakePolaris.DefaultUserName, FakePolaris.DefaultWorkstationId, Scenario.Target.ObjectType, Scenario.Target.ObjectId);
            Clock.Advance(TimeSpan.FromHours(1));
        }
        else if (_random.Next(5) == 0)
        {
            Fake.LockAs("somebody", 99, Client.ObjectLocks.ObjectType.AuthorityRecord, 1, TimeSpan.FromSeconds(_random.Next(1, 30)));
        }

        Fake.Faults.MaxRandomFaults = _random.Next(1, 9);
        Fake.Faults.Randomly(_random.Next(), _random.NextDouble() * 0.5);
        using var cancellation = new CancellationTokenSource(_cancelAfter ?? Timeout.InfiniteTimeSpan, Clock);
        try
        {
            Outcome = await Scenario.RunAsync(polaris, _handlers.Build(), cancellation.Token);
        }
        catch (Exception exception)
        {
            Error = exception;
        }

        WasCancelled = cancellation.IsCancellationRequested;
    }

    public void Dispose() => _logs.Dispose();

    /// <summary>All that a person needs to see what went wrong.</summary>
    public string Describe() => string.Join(Environment.NewLine,
        [
            $"seed {Seed}: {Scenario.Name}; outcome {Outcome?.ToString() ?? "none"}, error {(Error as PolarisClientException)?.MayHaveBeenProcessed}, "
                + $"executed {Fake.ExecutedOperations}, locks left {LocksLeft} (reported: {IsLockReported}), cancelled {WasCancelled}",
            .. Fake.Journal.Select(entry => $"  {(entry.Time - ManualTimeProvider.DefaultStart).TotalSeconds,9:0.000} {entry} {entry.Fault} {entry.Reply?.WorkflowPromptResult}"),
            Error?.ToString() ?? "",
        ]);
}
