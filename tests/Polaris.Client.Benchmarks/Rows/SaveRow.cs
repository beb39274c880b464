using Polaris.Client.Benchmarks.ByHand;
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
        var sdk = PolarisContext.CreateSdk(server, network);
        return new Row(
            name,
            () => byHand.SaveAsync(token),
            new Way("", () => sdk.Workflows.RunAsync(HideBibRecord.Workflow(), Handlers, token)));
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
