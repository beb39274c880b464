using MarcTool;
using Samples;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};
Console.SetError(new ForgivingWriter(Console.Error));
return await Tool.RunAsync(args, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected, cancellation.Token);
