using System.CommandLine;
using Spectre.Console;

namespace HoldingsSources;

/// <summary>The command line: one command for each thing that can be done with holdings sources.</summary>
internal static class Commands
{
    public static RootCommand Create(IAnsiConsole console)
    {
        var name = new Argument<string>("name") { Description = "The name of the source." };
        var newName = new Argument<string>("new-name") { Description = "The new name." };
        var text = new Argument<string>("text") { Description = "A part of the name." };
        var file = new Argument<string>("file") { Description = "A JSON file with the wanted sources." };
        return new RootCommand("Lists, searches and changes the holdings sources of a FOLIO tenant.")
        {
            Verb("list", "Lists the sources in pages.", console, [], (job, _, token) => job.ListAsync(token)),
            Verb("search", "Finds sources by a part of their name.", console, [text], (job, args, token) => job.SearchAsync(args.GetValue(text)!, token)),
            Verb("create", "Creates a source.", console, [name], (job, args, token) => job.CreateAsync(args.GetValue(name)!, token)),
            Verb("rename", "Renames a source.", console, [name, newName], (job, args, token) => job.RenameAsync(args.GetValue(name)!, args.GetValue(newName)!, token)),
            Verb("delete", "Deletes a source.", console, [name], (job, args, token) => job.DeleteAsync(args.GetValue(name)!, token)),
            Verb("walk", "Lists all sources, however many.", console, [], (job, _, token) => job.WalkAsync(token)),
            Verb("compare", "Shows what a file would change, and changes nothing.", console, [file], (job, args, token) => job.SyncAsync(args.GetValue(file)!, isApplied: false, token)),
            Verb("sync", "Shows what a file changes, and applies it.", console, [file], (job, args, token) => job.SyncAsync(args.GetValue(file)!, isApplied: true, token)),
            Verb("demo", "Runs a demonstration of all commands.", console, [], (job, _, token) => Demo.RunAsync(job, console, token)),
        };
    }

    private static Command Verb(
        string name,
        string description,
        IAnsiConsole console,
        Argument[] arguments,
        Func<SourcesJob, ParseResult, CancellationToken, Task> run)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        command.SetAction((parsed, token) => Runner.RunAsync(console, job => run(job, parsed, token)));
        return command;
    }
}
