using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Polaris.Client;
using Polaris.Client.Testing;
using Samples;
using Spectre.Console;

namespace HoldingsSources;

/// <summary>Assembles the program, runs one command, and reports errors.</summary>
internal static class Runner
{
    /// <param name="console">Where to show what is done.</param>
    /// <param name="errors">Where to show what failed.</param>
    /// <param name="json">Where to write the sources as JSON; null to write text only.</param>
    /// <param name="isDemo">Whether the command changes sources that the user did not name, so that only the embedded gateway may run it.</param>
    /// <param name="run">The command.</param>
    public static async Task<int> RunAsync(
        IAnsiConsole console, IAnsiConsole errors, TextWriter? json, bool isDemo, Func<SourcesJob, Task<bool>> run)
    {
        try
        {
            using var host = Build(console, errors, isDemo);
            if (host is null)
            {
                return ExitCode.Usage;
            }

            var folio = host.Services.GetRequiredService<FolioClient>();
            var isDone = await run(new SourcesJob(folio, console, json));
            await SignOutAsync(folio, errors);
            return isDone ? ExitCode.Success : ExitCode.Attention;
        }
        catch (OperationCanceledException)
        {
            errors.MarkupLine("[yellow]Stopped with Ctrl+C.[/]");
            return ExitCode.Canceled;
        }
        catch (OptionsValidationException exception)
        {
            errors.MarkupLineInterpolated($"[red]The settings are incomplete:[/] {string.Join(" ", exception.Failures)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            errors.MarkupLineInterpolated($"[red]The file cannot be read:[/] {exception.Message}");
        }
        catch (InvalidOperationException exception)
        {
            errors.MarkupLineInterpolated($"[red]A setting is not valid:[/] {exception.Message}");
        }
        catch (ArgumentException exception)
        {
            errors.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return ExitCode.Usage;
        }
        catch (PolarisClientException exception)
        {
            Show(exception, errors);
        }

        return ExitCode.Failed;
    }

    private static void Show(PolarisClientException exception, IAnsiConsole errors)
    {
        errors.MarkupLineInterpolated($"[red]{exception.Message}[/]");
        if (exception is RequestFailedException { ServerMessage: { } words })
        {
            errors.MarkupLineInterpolated($"  Message from FOLIO: {words}");
        }
    }

    /// <summary>What was done stays done if this fails; the token then expires by itself.</summary>
    internal static async Task SignOutAsync(FolioClient folio, IAnsiConsole errors)
    {
        try
        {
            await folio.SignOutAsync();
        }
        catch (PolarisClientException exception)
        {
            errors.MarkupLineInterpolated($"[yellow]The sign-out failed:[/] {exception.Message}");
        }
    }

    /// <summary>Uses a real gateway if one is configured (appsettings, environment, user secrets); otherwise the embedded one.</summary>
    /// <returns>Null if a real gateway must not run the command; the reason was shown.</returns>
    private static IHost? Build(IAnsiConsole console, IAnsiConsole errors, bool isDemo)
    {
        var builder = SampleHost.Create<SourcesJob>();
        var section = builder.Configuration.GetSection("Folio");
        if (string.IsNullOrEmpty(section["BaseAddress"]))
        {
            console.MarkupLine("[grey]No gateway is configured: an embedded one is used. Its data is lost when the program ends.[/]");
            var fake = Embedded();
            builder.Services.AddFolioClient(fake.Configure).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
            return builder.Build();
        }

        if (isDemo)
        {
            errors.MarkupLine("[red]A gateway is configured, and demo creates, renames and deletes sources.[/] Unset Folio__BaseAddress to run it against the embedded gateway.");
            return null;
        }

        console.MarkupLineInterpolated($"[grey]Gateway: {section["BaseAddress"]}, tenant {section["Tenant"]}[/]");
        builder.Services.AddFolioClient(section);
        return builder.Build();
    }

    /// <summary>The two sources that every FOLIO has, and some more to list.</summary>
    private static FakeFolio Embedded()
    {
        var fake = new FakeFolio();
        var sources = fake.Tenant(FakeFolio.DefaultTenant).Resource("holdings-sources");
        for (var i = 1; i <= 2500; i++)
        {
            sources.Add($"Branch {i:0000}");
        }

        return fake;
    }
}
