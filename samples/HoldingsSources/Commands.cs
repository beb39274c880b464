using System.CommandLine;
using Samples;
using Spectre.Console;

namespace HoldingsSources;

/// <summary>The command line: one command for each thing that can be done with holdings sources.</summary>
internal sealed class Commands
{
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write each source as one line of JSON to the standard output, and everything else to the error stream.",
        Recursive = true,
    };

    private readonly IAnsiConsole _console;
    private readonly IAnsiConsole _errors;
    private readonly TextWriter _output;

    private Commands(IAnsiConsole console, IAnsiConsole errors, TextWriter output) => (_console, _errors, _output) = (console, errors, output);

    /// <summary>Parses the command line and runs the command.</summary>
    public static async Task<int> InvokeAsync(string[] args, IAnsiConsole console, IAnsiConsole errors, TextWriter output)
    {
        var parsed = new Commands(console, errors, output).Create().Parse(args);
        var exitCode = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }

    private RootCommand Create()
    {
        var name = new Argument<string>("name") { Description = "The name of the source." };
        var newName = new Argument<string>("new-name") { Description = "The new name." };
        var text = new Argument<string>("text") { Description = "A part of the name." };
        var file = new Argument<string>("file") { Description = "A JSON file with the wanted sources." };
        return new RootCommand("Lists, searches and changes the holdings sources of a FOLIO tenant.")
        {
            _json,
            Verb("list", "Lists the first sources by name.", [], (job, _, token) => job.ListAsync(token)),
            Verb("search", "Finds the first sources with a text in their name.", [text], (job, args, token) => job.SearchAsync(args.GetValue(text)!, token)),
            Verb("create", "Creates a source.", [name], (job, args, token) => job.CreateAsync(args.GetValue(name)!, token)),
            Verb("rename", "Renames a source.", [name, newName], (job, args, token) => job.RenameAsync(args.GetValue(name)!, args.GetValue(newName)!, token)),
            Verb("delete", "Deletes a source.", [name], (job, args, token) => job.DeleteAsync(args.GetValue(name)!, token)),
            Verb("walk", "Counts all sources, however many; with --json it lists them.", [], (job, _, token) => job.WalkAsync(token)),
            Verb("compare", "Shows what a file would change, and changes nothing.", [file], (job, args, token) => job.SyncAsync(args.GetValue(file)!, isApplied: false, token)),
            Verb("sync", "Shows what a file changes, and applies it.", [file], (job, args, token) => job.SyncAsync(args.GetValue(file)!, isApplied: true, token)),
            Verb("demo", "Demonstrates the commands against the embedded gateway.", [], (job, _, token) => Demo.RunAsync(job, _console, token), isDemo: true),
        };
    }

    private Command Verb(
        string name, string description, Argument[] arguments, Func<SourcesJob, ParseResult, CancellationToken, Task<bool>> run, bool isDemo = false)
    {
        var command = new Command(name, description);
        foreach (var argument in arguments)
        {
            command.Add(argument);
        }

        command.SetAction((parsed, token) =>
        {
            var isJson = parsed.GetValue(_json);
            return Runner.RunAsync(isJson ? _errors : _console, _errors, isJson ? _output : null, isDemo, job => run(job, parsed, token));
        });
        return command;
    }
}
