using Microsoft.Extensions.Logging;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Http;

/// <summary>Clients for a scripted server, whose clock skips every pause.</summary>
internal static class TestClient
{
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
        configure?.Invoke(options);
        return PolarisClient.Create(options, server, logs, time ?? Clock());
    }
}
