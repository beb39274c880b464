using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests;

/// <summary>
/// A test against the WireMock server, which starts with an empty journal and with the mappings of the test's
/// <see cref="StubsAttribute"/> only.
/// </summary>
public abstract class ContractTest
{
    /// <summary>The server of the test run.</summary>
    protected static StubServer Server => ContractTestsSetUp.Server;

    /// <summary>Comes back when the server has seen so many requests.</summary>
    protected static async Task WaitForRequestsAsync(int count)
    {
        var patience = TimeSpan.FromSeconds(30);
        long start = TimeProvider.System.GetTimestamp();
        while ((await Server.ReadJournalAsync()).Requests.Count < count)
        {
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(patience));
        }
    }

    [SetUp]
    public async Task ResetServerAsync()
    {
        await Server.ResetAsync();
        await Server.LoadAsync(StubsAttribute.OfCurrentTest);
    }
}
