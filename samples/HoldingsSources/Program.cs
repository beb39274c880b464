using HoldingsSources;
using Samples;

return await Commands.InvokeAsync(args, Terminal.Output, Terminal.Errors, Console.Out);
