using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Polaris.Client;
using Samples;

namespace SiteCheck;

/// <summary>The command line.</summary>
internal static class SiteCheckCommand
{
    /// <summary>Long enough to reply Cancel and release the lock after Ctrl+C.</summary>
    private static readonly TimeSpan TimeToClose = TimeSpan.FromSeconds(30);

    private static readonly Option<int?> BibId = new("--bib-id") { Description = "A bibliographic record to read; with --write also the one to lock." };

    private static readonly Option<int?> ItemId = new("--item-id") { Description = "An item record to read." };

    private static readonly Option<int?> PatronId = new("--patron-id") { Description = "A patron to read." };

    private static readonly Option<string?> OtherTenant = new("--other-tenant") { Description = "Another tenant of FOLIO to read from with the same login." };

    private static readonly Option<bool> Write = new("--write")
    {
        Description = "Also lock the record of --bib-id and cancel an update at its first prompt. Asks first; nothing is saved.",
    };

    private static readonly Option<string[]> Report = new("--report")
    {
        Description = "A file for the report: .json, .html or .txt. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Record = new("--record") { Description = "A folder for the exchanges, redacted, as fixtures and WireMock mappings." };

    public static RootCommand Create(TextReader input, TextWriter output, TextWriter errors, bool canAsk)
    {
        var command = new RootCommand("Checks how a Polaris or FOLIO server differs from what Polaris.Client assumes, and which options to set. Only reads, without --write.")
        {
            BibId, ItemId, PatronId, OtherTenant, Write, Report, Record,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new CheckArguments
            {
                BibId = parsed.GetValue(BibId),
                ItemId = parsed.GetValue(ItemId),
                PatronId = parsed.GetValue(PatronId),
                OtherTenant = parsed.GetValue(OtherTenant),
                Write = parsed.GetValue(Write),
                Reports = parsed.GetValue(Report) ?? [],
                Record = parsed.GetValue(Record),
            },
            Configuration(),
            new Surroundings
            {
                Ask = async (question, token) =>
                {
                    await output.WriteLineAsync(question);

                    // The asynchronous methods of a console block and do not see Ctrl+C.
                    return await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(token);
                },
                Show = output.WriteLine,
            },
            errors,
            canAsk,
            cancellationToken));
        return command;
    }

    /// <summary>Parses the command line and runs the checks.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Create(Console.In, Console.Out, Console.Error, canAsk: !Console.IsInputRedirected).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            parsed.Errors.ToList().ForEach(error => Console.Error.WriteLine(error.Message));
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToClose });
    }

    internal static async Task<int> RunAsync(
        CheckArguments arguments, IConfiguration configuration, Surroundings surroundings, TextWriter errors, bool canAsk, CancellationToken cancellationToken)
    {
        try
        {
            var sites = SitesOf(configuration);
            if ((arguments.Problem(canAsk) ?? ProblemOf(sites)) is { } problem)
            {
                await errors.WriteLineAsync(problem);
                return ExitCode.Usage;
            }

            var report = await new SiteCheckRun(arguments, surroundings).RunAsync(sites, cancellationToken);
            TextReport.Summary(report).ForEach(surroundings.Show);
            Save(arguments, report);
            return report.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped.");
            return ExitCode.Canceled;
        }
        catch (OptionsValidationException error)
        {
            await errors.WriteLineAsync($"The settings are incomplete: {string.Join(" ", error.Failures)}");
            return ExitCode.Usage;
        }
        catch (InvalidOperationException error)
        {
            await errors.WriteLineAsync($"A setting is not valid: {error.Message}");
            return ExitCode.Usage;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(error.Message);
            return ExitCode.Failed;
        }
    }

    /// <summary>The settings file of the current folder, user secrets, and the environment; each overrides the ones before.</summary>
    private static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddUserSecrets<SiteReport>(optional: true)
        .AddEnvironmentVariables()
        .Build();

    private static Sites SitesOf(IConfiguration configuration) => new(
        Bound(configuration.GetSection("Polaris"), new PolarisClientOptions()), Bound(configuration.GetSection("Folio"), new FolioClientOptions()));

    private static T? Bound<T>(IConfigurationSection section, T options)
        where T : class
    {
        if (string.IsNullOrEmpty(section["BaseAddress"]))
        {
            return null;
        }

        section.Bind(options);
        return options;
    }

    private static string? ProblemOf(Sites sites) => sites switch
    {
        { Polaris: null, Folio: null } => "No server is configured. Set Polaris__BaseAddress or Folio__BaseAddress, and the credentials; see the README.",
        { Polaris.BaseAddress.IsAbsoluteUri: false } or { Folio.BaseAddress.IsAbsoluteUri: false } =>
            "BaseAddress must be a complete address, such as https://polaris.example.org/Polaris.ApplicationServices/.",
        _ => null,
    };

    private static void Save(CheckArguments arguments, SiteReport report)
    {
        foreach (var file in arguments.Reports)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllText(file, Path.GetExtension(file).ToLowerInvariant() switch
            {
                ".json" => report.ToJson() + "\n",
                ".html" => HtmlReport.Write(report),
                _ => TextReport.Write(report),
            });
        }

        if (arguments.Record is { } folder)
        {
            var files = new RecordedFiles(folder);
            report.Systems.ToList().ForEach(system => files.Write(system, report.RedactorOf(system)));
        }
    }
}
