using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Polaris.Client;
using Samples;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>The command line, and the program that it configures.</summary>
internal static class SaveCommand
{
    /// <summary>Long enough to reply Cancel and release the lock after Ctrl+C.</summary>
    private static readonly TimeSpan TimeToClose = TimeSpan.FromSeconds(30);

    private static readonly Argument<string?> Record = new("record")
    {
        Description = "A file with a record as MARC-in-JSON. Without it, the embedded server uses a bundled record.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int?> BibId = new("--bib-id")
    {
        Description = "The bibliographic record to update on the configured server.",
    };

    private static readonly Option<bool> Add = new("--add") { Description = "Add the record as a new one to the configured server." };

    private static readonly Option<bool> Hide = new("--hide") { Description = "Hide the record from the public catalog." };

    private static readonly Option<bool> Show = new("--show") { Description = "Show the record in the public catalog." };

    private static readonly Option<int?> Owner = new("--owner") { Description = "The organization ID of the record's new owner." };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Save on the configured server without asking first." };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Write the outcome as one JSON object to the standard output, and everything else to the error stream.",
    };

    private static readonly Option<string?> Answer = new("--answer")
    {
        Description = "Reply to every prompt with its Continue or its Cancel button, unattended.",
    };

    private static readonly Option<string?> Scenario = new("--scenario")
    {
        Description = $"The scenario of the embedded server; {Scenarios.Hidden} by default.",
    };

    private static readonly Option<int> Wait = new("--wait")
    {
        Description = "Seconds to wait while another user has the record open.",
        DefaultValueFactory = _ => 10,
    };

    public static RootCommand Create()
    {
        Answer.AcceptOnlyFromAmong(PromptConsole.Continue, PromptConsole.Cancel);
        Scenario.AcceptOnlyFromAmong(Scenarios.All);
        var command = new RootCommand("Saves a bibliographic record in Polaris: locks it, saves it, replies to the prompts, and releases the lock.")
        {
            Record, BibId, Add, Hide, Show, Owner, Answer, Scenario, Wait, Yes, Json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Hide) && result.GetValue(Show))
            {
                result.AddError("--hide and --show cannot be combined.");
            }
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new SaveArguments(
                parsed.GetValue(Record),
                parsed.GetValue(BibId),
                parsed.GetValue(Add),
                parsed.GetValue(Hide) ? false : parsed.GetValue(Show) ? true : null,
                parsed.GetValue(Owner),
                parsed.GetValue(Answer),
                parsed.GetValue(Scenario),
                TimeSpan.FromSeconds(parsed.GetValue(Wait)),
                parsed.GetValue(Yes),
                parsed.GetValue(Json) ? Console.Out : null),
            parsed.GetValue(Json) ? Terminal.Errors : Terminal.Output,
            Terminal.Errors,
            cancellationToken));
        return command;
    }

    /// <summary>Parses the command line and runs the job.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeToClose });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
    }

    internal static async Task<int> RunAsync(
        SaveArguments arguments, IAnsiConsole console, IAnsiConsole errors, CancellationToken cancellationToken)
    {
        try
        {
            using var host = Build(arguments, console, errors);
            if (host is null)
            {
                return ExitCode.Usage;
            }

            var polaris = host.Services.GetRequiredService<PolarisClient>();
            var plan = host.Services.GetService<SavePlan>() ?? new LiveSave(arguments, polaris, console);
            var job = new SaveJob(polaris, new PromptConsole(console, arguments.Answer), console, arguments.Json, TimeProvider.System);
            return await plan.RunAsync(job, arguments.Wait, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            errors.MarkupLine("[yellow]Stopped with Ctrl+C.[/]");
            return ExitCode.Canceled;
        }
        catch (OptionsValidationException exception)
        {
            errors.MarkupLineInterpolated($"[red]The settings are incomplete:[/] {string.Join(" ", exception.Failures)}");
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is PolarisClientException or IOException or UnauthorizedAccessException
            or FormatException or InvalidOperationException)
        {
            Failure.Show(errors, exception);
            return ExitCode.Failed;
        }
    }

    /// <summary>Returns why the user cannot be asked a required question; null if there is no problem.</summary>
    private static string? Unattended(SaveArguments arguments, bool isLive, IAnsiConsole console) =>
        console.Profile.Capabilities.Interactive ? null
        : arguments.Answer is null ? "Prompts cannot be shown here: use --answer continue or --answer cancel."
        : isLive && !arguments.Yes ? "The change cannot be confirmed here: use --yes."
        : null;

    /// <summary>Uses a real server if one is configured (appsettings, environment, user secrets); otherwise the embedded one.</summary>
    /// <returns>Null if the arguments are invalid; the reason was shown.</returns>
    private static IHost? Build(SaveArguments arguments, IAnsiConsole console, IAnsiConsole errors)
    {
        var builder = SampleHost.Create<SaveJob>();
        var section = builder.Configuration.GetSection("Polaris");
        var isLive = !string.IsNullOrEmpty(section["BaseAddress"]);
        if ((arguments.Problem(isLive) ?? Unattended(arguments, isLive, console)) is { } problem)
        {
            errors.MarkupLineInterpolated($"[red]{problem}[/]");
            return null;
        }

        if (!isLive)
        {
            console.MarkupLine("[grey]No server is configured: an embedded one is used.[/]");
            var scenario = Scenarios.Create(arguments);
            builder.Services.AddSingleton(scenario.Plan);
            builder.Services.AddPolarisClient(scenario.Server.Configure).ConfigurePrimaryHttpMessageHandler(scenario.Server.CreateHandler);
        }
        else
        {
            console.MarkupLineInterpolated($"[grey]Server: {section["BaseAddress"]}[/]");
            builder.Services.AddPolarisClient(section);
        }

        return builder.Build();
    }
}
