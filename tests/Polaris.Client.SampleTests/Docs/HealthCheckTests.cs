using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The health check of docs/getting-started.md, as ASP.NET Core runs it.</summary>
public sealed class HealthCheckTests
{
    [Test]
    public async Task CheckHealthAsync_ServerThatResponds_IsHealthyWithItsVersion()
    {
        var fake = new FakePolaris();

        HealthReport report = await CheckAsync(fake);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Status, Is.EqualTo(HealthStatus.Healthy));
            Assert.That(report.Entries["polaris"].Description, Is.EqualTo("PolarisStatus 7.6.37191.1"));
            Assert.That(fake.SignIns, Is.Zero);
        }
    }

    [Test]
    public async Task CheckHealthAsync_ServerThatFails_IsUnhealthyWithTheReason()
    {
        var fake = new FakePolaris();
        fake.Faults.Add(FaultKind.ServiceUnavailable);

        HealthReport report = await CheckAsync(fake);

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(report.Entries["polaris"].Description, Does.Contain("GET /api responded with HTTP 503"));
    }

    private static async Task<HealthReport> CheckAsync(FakePolaris fake)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPolarisClient(fake.Configure).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        services.AddHealthChecks().AddCheck<PolarisHealthCheck>("polaris");
        await using ServiceProvider provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
    }
}
