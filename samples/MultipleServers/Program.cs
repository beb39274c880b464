using MultipleServers;
using Spectre.Console;

await Consortium.RunAsync(AnsiConsole.Console, CancellationToken.None);
