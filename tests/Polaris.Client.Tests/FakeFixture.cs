using Polaris.Client.Testing;
using Polaris.Client.Tests.Telemetry;

namespace Polaris.Client.Tests;

/// <summary>A fake server with bibliographic record 5, a client of it, a clock that skips every pause, and the log.</summary>
public abstract class FakeFixture
{
    private protected ManualTimeProvider Clock { get; private set; } = null!;

    private protected CollectedLogs Logs { get; private set; } = null!;

    private protected FakePolaris Fake { get; private set; } = null!;

    private protected PolarisClient Client { get; private set; } = null!;

    [SetUp]
    public void Connect()
    {
        Clock = new ManualTimeProvider { SkipsDelays = true };
        Logs = new CollectedLogs();
        Fake = new FakePolaris(new FakePolarisOptions { TimeProvider = Clock }).WithBib(5);
        Client = Fake.CreateClient(loggers: Logs);
    }

    [TearDown]
    public void Disconnect()
    {
        Client.Dispose();
        Logs.Dispose();
        Fake.AssertNoUnexpectedRequests();
    }
}
