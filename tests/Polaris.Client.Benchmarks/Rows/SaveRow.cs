using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Declarative;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.Workflows;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>A save with one prompt: the conductor against the same two calls by hand.</summary>
internal static class SaveRow
{
    private static readonly PromptHandlers Handlers = new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue());

    public static Row Create(string name, Uri server, HttpMessageHandler network)
    {
        var token = new CancellationTokenSource().Token;
        var byHand = new PolarisByHand(PolarisContext.CreateHttp(server, network));
        var byRefit = ByRefit.Create<IPolarisByRefit>(PolarisContext.CreateHttp(server, network), ByHandJson.Default);
        var sdk = PolarisContext.CreateSdk(server, network);
        return new Row(
            name,
            () => byHand.SaveAsync(token),
            new Way("", () => sdk.Workflows.RunAsync(HideBibRecord.Workflow(), Handlers, token)),
            new Way("refit", () => SaveByRefitAsync(byRefit, token)));
    }

    private static async Task SaveByRefitAsync(IPolarisByRefit polaris, CancellationToken cancellationToken)
    {
        var answer = await polaris.StartAsync(HideBibRecord.Request(), cancellationToken);
        await polaris.ReplyAsync(
            answer.WorkflowRequestGuid,
            new WorkflowReplyDto { WorkflowPromptID = answer.Prompt!.WorkflowPromptID, WorkflowPromptResult = 5 },
            cancellationToken);
    }

    /// <summary>The conductor with listeners against the conductor without.</summary>
    public static Row CreateTelemetry(string name, Uri server, HttpMessageHandler network)
    {
        var token = new CancellationTokenSource().Token;
        var sdk = PolarisContext.CreateSdk(server, network);
        Func<Task> save = () => sdk.Workflows.RunAsync(HideBibRecord.Workflow(), Handlers, token);
        return new Row(name, save, new Way("", save, () => new TelemetryListeners()));
    }
}
