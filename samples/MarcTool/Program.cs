using MarcTool;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};
return await Tool.RunAsync(args, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected, cancellation.Token);
