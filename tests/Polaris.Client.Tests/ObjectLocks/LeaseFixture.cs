using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests.ObjectLocks;

/// <summary>A server that keeps locks, a clock that skips every pause, and the log.</summary>
public abstract class LeaseFixture
{
    protected const ObjectType Bib = ObjectType.BibliographicRecord;

    private protected ManualTimeProvider Clock { get; private set; } = null!;

    private protected CollectedLogs Logs { get; private set; } = null!;

    private protected FakePolaris Fake { get; private set; } = null!;

    private protected PolarisClient Client { get; private set; } = null!;

    [SetUp]
    public void Connect()
    {
        Clock = new ManualTimeProvider { SkipsDelays = true };
        Logs = new CollectedLogs();
        Fake = new FakePolaris(new FakePolarisOptions { TimeProvider = Clock });
        Client = Fake.CreateClient(loggers: Logs);
    }

    [TearDown]
    public void Disconnect()
    {
        Client.Dispose();
        Logs.Dispose();
        Fake.AssertNoUnexpectedRequests();
    }

    protected static AcquireOptions WaitUpTo(int seconds) => new() { WaitUpTo = TimeSpan.FromSeconds(seconds) };

    /// <summary>How often the log tells that a lock stays behind.</summary>
    protected int LocksReportedAsLeft() => Logs.Entries.Count(entry => entry.Id == 5);

    /// <summary>Requests other than sign-ins, as verb and resource.</summary>
    protected IEnumerable<string> Sent() =>
        Fake.Journal.Where(entry => entry.Path != "authentication/staffuser").Select(entry => $"{entry.Method} {entry.Path}");

    private protected void AddFaults(int times, FaultKind kind, string method, TimeSpan? duration = null)
    {
        for (var i = 0; i < times; i++)
        {
            Fake.Faults.Add(new FakeFault(kind) { Method = method, Path = "objectlocks", Duration = duration });
        }
    }
}
