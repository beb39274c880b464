using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Declarative;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.Workflows;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>One call with an answer of 1 kB through the whole chain; what the conductor adds is the row "save".</summary>
internal static class WorkflowRow
{
    public static Row Create(string name, Uri server, HttpMessageHandler network)
    {
        var token = new CancellationTokenSource().Token;
        var http = PolarisContext.CreateHttp(server, network);
        var byHand = new PolarisByHand(http);
        var byNewtonsoft = new PolarisByNewtonsoft(http);
        var byRefit = ByRefit.Create<IPolarisByRefit>(PolarisContext.CreateHttp(server, network), ByHandJson.Default);
        var sdk = PolarisContext.CreateApi<IWorkflowApi>(server, network);
        return new Row(
            name,
            () => byHand.StartAsync(HideBibRecord.Request(), token),
            new Way("", () => sdk.StartAsync(WireRequest(), null, token)),
            new Way("newtonsoft", () => byNewtonsoft.StartAsync(HideBibRecord.Request(), token)),
            new Way("refit", () => byRefit.StartAsync(HideBibRecord.Request(), token)));
    }

    private static WorkflowRequestMessage WireRequest()
    {
        var workflow = HideBibRecord.Workflow();
        return new WorkflowRequestMessage
        {
            WorkflowRequestType = workflow.WorkflowKind.RequestType,
            TxnBranchId = PolarisContext.OrganizationId,
            TxnUserId = PolarisContext.UserId,
            TxnWorkstationId = PolarisContext.WorkstationId,
            RequestExtension = new WorkflowRequestExtension
            {
                WorkflowRequestExtensionType = workflow.WorkflowKind.ExtensionType,
                Data = workflow.ToData(),
            },
        };
    }
}
