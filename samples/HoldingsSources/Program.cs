using HoldingsSources;
using Spectre.Console;

return await Commands.Create(AnsiConsole.Console).Parse(args).InvokeAsync();
