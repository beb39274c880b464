using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Polaris.Client;
using Spectre.Console;

namespace SaveBibRecord;

/// <summary>The command line, and how the program is put together from it.</summary>
internal static class SaveCommand
{
    private static readonly Argument<FileInfo?> Record = new("record")
    {
        Description = "A record as MARC-in-JSON. Without it a bundled record is saved.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int?> BibId = new("--bib-id")
    {
        Description = "The bibliographic record to update (real server). Without it a record is added.",
    };

    private static readonly Option<bool> Hide = new("--hide") { Description = "Hide the record from the public catalogue." };

    private static readonly Option<string?> Answer = new("--answer")
    {
        Description = "Answer every prompt with its Continue or its Cancel button, unattended.",
    };

    private static readonly Option<string> Scenario = new("--scenario")
    {
        Description = "The story that the embedded server plays.",
        DefaultValueFactory = _ => Scenarios.Hidden,
    };

    private static readonly Option<int> Wait = new("--wait")
    {
        Description = "Seconds to wait while somebody else has the record open.",
        DefaultValueFactory = _ => 10,
    };

    public static RootCommand Create()
    {
        Answer.AcceptOnlyFromAmong(PromptConsole.Continue, PromptConsole.Cancel);
        Scenario.AcceptOnlyFromAmong(Scenarios.All);
        var command = new RootCommand("Saves a bibliographic record in Polaris: lock, save, answer the prompts, release the lock.")
        {
            Record, BibId, Hide, Answer, Scenario, Wait,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new SaveArguments(
                parsed.GetValue(Record),
                parsed.GetValue(BibId),
                parsed.GetValue(Hide),
                parsed.GetValue(Answer),
                parsed.GetValue(Scenario)!,
                TimeSpan.FromSeconds(parsed.GetValue(Wait))),
            AnsiConsole.Console,
            cancellationToken));
        return command;
    }

    internal static async Task<int> RunAsync(SaveArguments arguments, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (arguments.Answer is null && !console.Profile.Capabilities.Interactive)
        {
            console.MarkupLine("[red]Nobody can be asked here:[/] use --answer continue or --answer cancel.");
            return ExitCode.Failed;
        }

        try
        {
            using var host = Build(arguments, console);
            var plan = host.Services.GetRequiredService<SavePlan>();
            var job = new SaveJob(host.Services.GetRequiredService<PolarisClient>(), new PromptConsole(console, arguments.Answer), console);
            return await plan.RunAsync(job, arguments.Wait, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            console.MarkupLine("[yellow]Stopped.[/] The lock was released.");
            return ExitCode.Cancelled;
        }
        catch (OptionsValidationException exception)
        {
            console.MarkupLineInterpolated($"[red]The settings are incomplete:[/] {string.Join(" ", exception.Failures)}");
            return ExitCode.Failed;
        }
        catch (Exception exception) when (exception is PolarisClientException or IOException or FormatException or InvalidOperationException)
        {
            Failure.Show(console, exception);
            return ExitCode.Failed;
        }
    }

    /// <summary>A real server when one is configured (appsettings, environment, user secrets); otherwise the embedded one.</summary>
    private static IHost Build(SaveArguments arguments, IAnsiConsole console)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddUserSecrets<SaveJob>(optional: true);
        var section = builder.Configuration.GetSection("Polaris");
        if (string.IsNullOrEmpty(section["BaseAddress"]))
        {
            console.MarkupLine("[grey]No server is configured: an embedded one plays the scenario.[/]");
            var scenario = Scenarios.Create(arguments);
            builder.Services.AddSingleton(scenario.Plan);
            builder.Services.AddPolarisClient(scenario.Server.Configure).ConfigurePrimaryHttpMessageHandler(scenario.Server.CreateHandler);
        }
        else
        {
            console.MarkupLineInterpolated($"[grey]Server: {section["BaseAddress"]}[/]");
            builder.Services.AddSingleton(SavePlan.OfBib(arguments.BibId, Records.Load(arguments.Record), arguments.Hide));
            builder.Services.AddPolarisClient(section);
        }

        return builder.Build();
    }
}
