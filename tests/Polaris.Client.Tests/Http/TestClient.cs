using Microsoft.Extensions.Logging;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

/// <summary>Clients for a scripted server, whose clock skips every pause.</summary>
internal static class TestClient
{
    private static int created;

    public static ManualTimeProvider Clock() => new() { SkipsDelays = true };

    public static PolarisClientOptions Options() => new()
    {
        BaseAddress = new Uri("https://polaris.test"),
        OrganizationId = 3,
        WorkstationId = 15,
        Credentials = new() { Domain = "MYLIB", UserName = "Aladdin", Password = "opensesame" },
    };

    public static PolarisClient Create(
        ScriptedServer server, Action<PolarisClientOptions>? configure = null, TimeProvider? time = null, ILoggerFactory? logs = null)
    {
        var options = Options();

        // Each client has a server of its own, so leases of one object in two tests do not take turns.
        options.BaseAddress = new Uri($"https://polaris{Interlocked.Increment(ref created)}.test");
        configure?.Invoke(options);
        return PolarisClient.Create(options, server, logs, time ?? Clock());
    }
}
