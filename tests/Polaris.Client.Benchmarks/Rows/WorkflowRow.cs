using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Declarative;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using RestEase;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>One call with an answer of 1 kB: the start of a workflow that raises a prompt.</summary>
internal static class WorkflowRow
{
    public static Row Create(string name, Uri server, HttpMessageHandler network)
    {
        var token = new CancellationTokenSource().Token;
        var http = PolarisContext.CreateHttp(server, network);
        var byHand = new PolarisByHand(http);
        var byNewtonsoft = new PolarisByNewtonsoft(http);
        var byRestEase = RestClient.For<IPolarisByRestEase>(http);
        var sdk = PolarisContext.CreateSdk(server, network);
        return new Row(
            name,
            () => byHand.StartAsync(HideBibRecord.Request(), token),
            new Way("", () => sdk.Workflows.StartAsync(HideBibRecord.Workflow(), token)),
            new Way("newtonsoft", () => byNewtonsoft.StartAsync(HideBibRecord.Request(), token)),
            new Way("restease", () => byRestEase.StartAsync(HideBibRecord.Request(), token)));
    }
}
