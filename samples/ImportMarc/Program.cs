using ImportMarc;
using Samples;

Console.SetError(new ForgivingWriter(Console.Error));
return await ImportCommand.InvokeAsync(args, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);
