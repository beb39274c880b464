using System.CommandLine;
using Polaris.Client.Marc;
using Samples;

namespace MarcTool;

/// <summary>The command line.</summary>
internal static class Tool
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, bool isTerminal, CancellationToken cancellationToken)
    {
        ParseResult parsed = Create(new Jobs(output, errors, isTerminal)).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            return ExitCode.Usage;
        }

        try
        {
            var console = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(console, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Canceled;
        }
        catch (Exception error) when (error is MarcException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(error.Message);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create(Jobs jobs)
    {
        var file = new Argument<FileInfo>("file") { Description = "A file of ISO 2709, MARCXML, MARC-in-JSON or mnemonic text." };
        var other = new Argument<FileInfo>("other") { Description = "The file to compare with." };
        var target = new Argument<FileInfo>("target") { Description = "The file to write; its extension names the format: .mrc, .xml, .json, .mrk." };
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder to write the parts to." };
        var size = new Option<int>("--records") { Description = "Records in each part.", DefaultValueFactory = _ => 1000 };

        foreach (Argument argument in new Argument[] { file, other, target, folder })
        {
            argument.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } unknown)
                {
                    result.AddError($"Unknown option {unknown.Value}.");
                }
            });
        }

        size.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => int.TryParse(token.Value, out int records) && records < 1))
            {
                result.AddError("--records takes 1 or more.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Write one JSON object." };
        var info = new Command("info", "Counts records, fields and deviations.") { file, json };
        info.SetAction((parsed, token) => jobs.InfoAsync(parsed.GetValue(file)!, parsed.GetValue(json), token));
        var convert = new Command("convert", "Converts a file to another format, in UTF-8.") { file, target };
        convert.SetAction((parsed, token) => jobs.ConvertAsync(parsed.GetValue(file)!, parsed.GetValue(target)!, token));
        var validate = new Command("validate", "Reports deviations from the format and from MARC 21.") { file };
        validate.SetAction((parsed, token) => jobs.ValidateAsync(parsed.GetValue(file)!, token));
        var diff = new Command("diff", "Compares two files record by record, by control number.") { file, other };
        diff.SetAction((parsed, token) => jobs.DiffAsync(parsed.GetValue(file)!, parsed.GetValue(other)!, token));
        var split = new Command("split", "Splits an ISO 2709 file into parts.") { file, folder, size };
        split.SetAction((parsed, token) => jobs.SplitAsync(parsed.GetValue(file)!, parsed.GetValue(folder)!, parsed.GetValue(size), token));
        return new RootCommand("Inspects MARC files and converts them.") { info, convert, validate, diff, split };
    }
}
