using MultipleServers;
using Polaris.Client;
using Samples;
using Spectre.Console;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
if (args is not ([] or ["--json"]))
{
    Terminal.Errors.MarkupLine("[red]The only option is --json.[/]");
    return ExitCode.Usage;
}

try
{
    await Consortium.RunAsync(args.Length == 0 ? Terminal.Output : Terminal.Errors, args.Length == 0 ? null : Console.Out, stop.Token);
    return ExitCode.Success;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return ExitCode.Canceled;
}
catch (Exception exception) when (exception is PolarisClientException or IOException)
{
    Terminal.Errors.MarkupLineInterpolated($"[red]{exception.Message}[/]");
    return ExitCode.Failed;
}
