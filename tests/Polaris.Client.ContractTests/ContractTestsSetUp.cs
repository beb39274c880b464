using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests;

/// <summary>One server for all tests of the assembly.</summary>
[SetUpFixture]
public sealed class ContractTestsSetUp
{
    private static StubServer? server;

    internal static StubServer Server => server ?? throw new InvalidOperationException("The server has not been started.");

    [OneTimeSetUp]
    public static void StartServer() => server = new StubServer();

    [OneTimeTearDown]
    public static void StopServer() => server?.Dispose();
}
