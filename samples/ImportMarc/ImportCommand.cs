using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Polaris.Client;
using Polaris.Client.Marc;
using Samples;

namespace ImportMarc;

/// <summary>The command line, and the program that it configures.</summary>
internal sealed class ImportCommand(TextWriter output, TextWriter errors, bool isTerminal)
{
    /// <summary>Long enough to complete the records in progress after Ctrl+C.</summary>
    private static readonly TimeSpan TimeToClose = TimeSpan.FromMinutes(2);

    private const double SecondsOfADay = 86_400;

    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "Files of ISO 2709, MARCXML, MARC-in-JSON or mnemonic text. Without any, a generated file is imported into an embedded server.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Job = new("--job") { Description = "The folder of the journal and the reports. Start again with it to continue." };

    private static readonly Option<string?> PolicyFile = new("--policy") { Description = "The file with the decisions about prompts, fields and doubts." };

    private static readonly Option<string> Workstations = new("--workstations")
    {
        Description = "The workstations, separated by commas; as many records are saved at a time.",
        DefaultValueFactory = _ => "",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Read and check everything, and save nothing." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Save the records on the configured server." };

    private static readonly Option<double> Pace = new("--pace") { Description = "The most records a second." };

    private static readonly Option<long> MaxFailures = new("--max-failures")
    {
        Description = "Stop after this many records that could not be saved.",
        DefaultValueFactory = _ => 100,
    };

    private static readonly Option<long> Skip = new("--skip") { Description = "The number of records to leave out at the beginning." };

    private static readonly Option<long> Limit = new("--limit") { Description = "The most records to take.", DefaultValueFactory = _ => long.MaxValue };

    private static readonly Option<MarcEncoding> Encoding = new("--encoding") { Description = "The encoding of ISO 2709 files, if they do not state it correctly." };

    private static readonly Option<double?> Settle = new("--settle")
    {
        Description = "Seconds to wait before a record whose outcome is not known is looked into; 30 for a configured server.",
    };

    private static readonly Option<bool> Durable = new("--durable") { Description = "Write every mark of the journal to the disk at once, so that it survives a power failure." };

    private static readonly Option<bool> Json = new("--json") { Description = "Write the sums as JSON." };

    /// <summary>Parses the command line and runs the import.</summary>
    public static async Task<int> InvokeAsync(string[] args, TextWriter output, TextWriter errors, bool isTerminal)
    {
        var program = new ImportCommand(output, errors, isTerminal);
        var import = new Command("import", "Imports MARC files into Polaris.")
        {
            Files, Job, PolicyFile, Workstations, DryRun, Yes, Pace, MaxFailures, Skip, Limit, Encoding, Settle, Durable, Json,
        };
        import.SetAction((parsed, cancellationToken) => program.RunAsync(
            new ImportArguments
            {
                Files = [.. (parsed.GetValue(Files) ?? []).SelectMany(Expand)],
                Job = parsed.GetValue(Job),
                Policy = parsed.GetValue(PolicyFile),
                Workstations = [.. parsed.GetValue(Workstations)!.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(ToId)],
                DryRun = parsed.GetValue(DryRun),
                Yes = parsed.GetValue(Yes),
                Pace = parsed.GetValue(Pace),
                MaxFailures = parsed.GetValue(MaxFailures),
                Skip = parsed.GetValue(Skip),
                Limit = parsed.GetValue(Limit),
                Encoding = parsed.GetValue(Encoding),
                Settle = parsed.GetValue(Settle) is { } seconds ? TimeSpan.FromSeconds(seconds is >= 0 and <= SecondsOfADay ? seconds : -1) : null,
                Durable = parsed.GetValue(Durable),
                Json = parsed.GetValue(Json),
            },
            cancellationToken));
        var command = new RootCommand("Imports MARC files into Polaris, with a journal from which a stopped import continues.") { import }.Parse(args);
        if (command.Errors.Count > 0)
        {
            foreach (var error in command.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }

            return ExitCode.Usage;
        }

        return await command.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToClose,
        });
    }

    internal async Task<int> RunAsync(ImportArguments arguments, CancellationToken cancellationToken)
    {
        try
        {
            using var host = Build(ref arguments, out var policy);
            return host is null
                ? ExitCode.Usage
                : await RunAsync(host.Services.GetRequiredService<PolarisClient>(), arguments, policy, TimeProvider.System, cancellationToken);
        }
        catch (OptionsValidationException exception)
        {
            await errors.WriteLineAsync($"The settings are incomplete: {string.Join(" ", exception.Failures)}");
            return ExitCode.Failed;
        }
        catch (DbException exception)
        {
            await errors.WriteLineAsync(
                $"The import stopped, because its journal could not be written: {exception.Message.TrimEnd('.')}. Check the disk, and start again with the same job folder: records that were being sent are looked into first.");
            return ExitCode.Failed;
        }
        catch (ReportException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is PolarisClientException or MarcException or UnauthorizedAccessException
            or FormatException or InvalidOperationException || ReportException.IsAboutFiles(exception))
        {
            await errors.WriteLineAsync($"The import could not run: {exception.Message}");
            return ExitCode.Failed;
        }
    }

    internal async Task<int> RunAsync(
        PolarisClient polaris, ImportArguments arguments, Policy policy, TimeProvider time, CancellationToken cancellationToken)
    {
        var folder = arguments.Job ?? Directory.CreateTempSubdirectory("import-marc-").FullName;
        CreateFolder(folder);
        var path = Path.Combine(folder, arguments.DryRun ? "dry-run.db" : "journal.db");
        if (arguments.DryRun)
        {
            File.Delete(path);
        }

        using var journal = new Journal(path, arguments.Durable);
        journal.Bind(arguments.Server);
        var files = await RecordSource.RegisterAsync(journal, arguments.Files, cancellationToken);
        var context = new ImportContext(polaris, policy, journal, time);
        var progress = new Progress(errors, files, isTerminal);
        var source = new RecordSource(context, arguments, files, progress);
        var isCanceled = false;
        using var stopping = cancellationToken.Register(() => errors.WriteLine("Stopping: the records that are being saved are completed first."));
        try
        {
            await new ImportJob(context, arguments, source, progress).RunAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            isCanceled = true;
        }

        var report = new Report(journal, files, progress, isCanceled ? "The user stopped the import; start it again to continue." : context.Stopped);
        try
        {
            await WriteAsync(report, arguments, folder);
            if (!arguments.DryRun)
            {
                await Rejects.WriteAsync(journal, source, files, folder);
            }
        }
        catch (Exception exception) when (ReportException.IsAboutFiles(exception))
        {
            throw new ReportException(folder, exception);
        }

        return isCanceled ? ExitCode.Canceled : context.Stopped is not null ? ExitCode.Stopped : report.IsClean ? ExitCode.Success : ExitCode.Attention;
    }

    private async Task WriteAsync(Report report, ImportArguments arguments, string folder)
    {
        var name = Path.Combine(folder, arguments.DryRun ? "dry-run" : "report");
        await report.WriteCsvAsync($"{name}.csv");
        await using (var file = File.Create($"{name}.json"))
        {
            await report.WriteJsonAsync(file, withRecords: true, isIndented: true);
        }

        if (arguments.Json)
        {
            using var text = new MemoryStream();
            await report.WriteJsonAsync(text, withRecords: false, isIndented: false);
            await output.WriteLineAsync(System.Text.Encoding.UTF8.GetString(text.ToArray()));
            return;
        }

        await report.WriteTextAsync(output);
        await output.WriteLineAsync($"{(arguments.DryRun ? "Reports" : "Reports and rejected records")}: {folder}");
    }

    private static void CreateFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{folder} cannot be the job folder: {exception.Message}", exception);
        }
    }

    /// <summary>Uses a real server if one is configured (appsettings, environment, user secrets); otherwise the embedded one.</summary>
    /// <returns>Null if the arguments are invalid; the reason was shown.</returns>
    private IHost? Build(ref ImportArguments arguments, out Policy policy)
    {
        var builder = SampleHost.Create<ImportCommand>();
        var section = builder.Configuration.GetSection("Polaris");
        var isLive = !string.IsNullOrEmpty(section["BaseAddress"]);
        policy = new Policy();
        if (arguments.Problem(isLive) is { } problem)
        {
            errors.WriteLine(problem);
            return null;
        }

        policy = arguments.Policy is { } path ? Policy.Load(path) : isLive ? policy : Policy.Load(Path.Combine(AppContext.BaseDirectory, "policy.json"));
        if (isLive)
        {
            arguments = arguments with { Server = section["BaseAddress"]!.TrimEnd('/') };
            errors.WriteLine($"Server: {arguments.Server}");
            builder.Services.AddPolarisClient(section);
        }
        else
        {
            errors.WriteLine("No server is configured: an embedded one is used, with a fault in 3 of 100 requests.");
            var embedded = EmbeddedServer.Create();
            arguments = arguments with
            {
                Files = arguments.Files.Count > 0 ? arguments.Files : [embedded.WriteFile()],
                Workstations = arguments.Workstations.Count > 0 ? arguments.Workstations : EmbeddedServer.Workstations,
                Settle = arguments.Settle ?? EmbeddedServer.Settle,
            };
            builder.Services.AddPolarisClient(embedded.Configure).ConfigurePrimaryHttpMessageHandler(embedded.Server.CreateHandler);
        }

        return builder.Build();
    }

    /// <summary>Expands wildcards, which not every shell does.</summary>
    private static IEnumerable<string> Expand(string file)
    {
        var folder = Path.GetDirectoryName(file) is { Length: > 0 } named ? named : ".";
        return Path.GetFileName(file).AsSpan().ContainsAny('*', '?') && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, Path.GetFileName(file)).Order()
            : [file];
    }

    private static int ToId(string text) => int.TryParse(text, out var id) ? id : 0;
}
