using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>Clients of a <see cref="LockServer"/>, a clock that skips every pause, and the log.</summary>
public abstract class LockServerFixture
{
    protected const ObjectType Bib = ObjectType.BibliographicRecord;
    protected const int NotReleased = 5;
    protected const int Kept = 20;
    protected const int NotSeen = 21;
    protected const int LeaseLost = 22;

    private protected static readonly LockFault Lost = new() { LosesResponse = true };

    private readonly List<PolarisClient> _clients = [];

    private protected ManualTimeProvider Clock { get; private set; } = null!;

    private protected CollectedLogs Logs { get; private set; } = null!;

    [SetUp]
    public void Build()
    {
        // Ten in the morning of New York, far from the hours in which clocks are set back.
        StartClock(new DateTimeOffset(2026, 6, 1, 14, 0, 0, TimeSpan.Zero));
        Logs = new CollectedLogs();
    }

    [TearDown]
    public async Task EndAsync()
    {
        await EndBackgroundAsync();
        Logs.Dispose();
    }

    private protected LockServer ServerIn(string zone, bool printsOffset = false, int databaseAhead = 0) => new(Clock)
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
        PrintsOffset = printsOffset,
        DatabaseAhead = TimeSpan.FromSeconds(databaseAhead),
    };

    private protected ObjectLocksClient Connect(LockServer server, Action<PolarisClientOptions>? configure = null) => Create(server, configure).ObjectLocks;

    private protected PolarisClient Create(LockServer server, Action<PolarisClientOptions>? configure = null)
    {
        var options = TestClient.Options();
        options.BaseAddress = new Uri($"https://{TestContext.CurrentContext.Test.ID}.test");
        options.ShutdownTimeout = TimeSpan.FromDays(1);
        configure?.Invoke(options);
        var polaris = PolarisClient.Create(options, server, Logs, Clock);
        _clients.Add(polaris);
        return polaris;
    }

    private protected async Task EndBackgroundAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        _clients.Clear();
    }

    private protected IEnumerable<int> Ids() => Logs.Entries.Select(entry => entry.Id);

    private protected void StartClock(DateTimeOffset now) => Clock = new ManualTimeProvider(now) { SkipsDelays = true };
}
