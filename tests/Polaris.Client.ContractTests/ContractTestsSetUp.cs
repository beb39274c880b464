using Polaris.Client.ContractTests.WireMock;

namespace Polaris.Client.ContractTests;

/// <summary>One WireMock server for all tests of the assembly.</summary>
[SetUpFixture]
public sealed class ContractTestsSetUp
{
    private static WireMockServer? server;

    internal static WireMockServer Server =>
        server ?? throw new InvalidOperationException("WireMock has not been started.");

    [OneTimeSetUp]
    public static async Task StartServerAsync()
    {
        try
        {
            server = await WireMockServer.StartAsync();
        }
        catch (WireMockMissingException missing)
        {
            if (IsBuildServer) Assert.Fail(missing.Message);
            await TestContext.Error.WriteLineAsync(missing.Message);
            Assert.Ignore(missing.Message);
        }
    }

    [OneTimeTearDown]
    public static async Task StopServerAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }

    private static bool IsBuildServer =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
