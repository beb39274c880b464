using ImportMarc;

return await ImportCommand.InvokeAsync(args, Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected);
