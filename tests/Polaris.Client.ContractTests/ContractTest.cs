using Polaris.Client.ContractTests.WireMock;

namespace Polaris.Client.ContractTests;

/// <summary>A test against the WireMock server, which starts without mappings and without journal.</summary>
public abstract class ContractTest
{
    /// <summary>The server of the test run.</summary>
    protected static WireMockServer Server => ContractTestsSetUp.Server;

    [SetUp]
    public Task ResetServerAsync() => Server.ResetAsync();
}
