using Microsoft.Extensions.Configuration;
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
    public static async Task<int> RunAsync(IAnsiConsole console, IAnsiConsole errors, TextWriter? json, Func<SourcesJob, Task<bool>> run)
    {
        try
        {
            using var host = Build(console);
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
            errors.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            if (exception is RequestFailedException { ServerMessage: { } words })
            {
                errors.MarkupLineInterpolated($"  Message from FOLIO: {words}");
            }
        }

        return ExitCode.Failed;
    }

    /// <summary>Ends the login. If that fails, the command has succeeded anyway.</summary>
    internal static async Task SignOutAsync(FolioClient folio, IAnsiConsole errors)
    {
        try
        {
            await folio.SignOutAsync();
        }
        catch (PolarisClientException exception)
        {
            errors.MarkupLineInterpolated($"[yellow]Done, but the login could not be ended:[/] {exception.Message}");
        }
    }

    /// <summary>Uses a real gateway if one is configured (appsettings, environment, user secrets); otherwise the embedded one.</summary>
    private static IHost Build(IAnsiConsole console)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddUserSecrets<SourcesJob>(optional: true);
        var section = builder.Configuration.GetSection("Folio");
        if (string.IsNullOrEmpty(section["BaseAddress"]))
        {
            console.MarkupLine("[grey]No gateway is configured: an embedded one is used. Its data is lost when the program ends.[/]");
            var fake = Embedded();
            builder.Services.AddFolioClient(fake.Configure).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        }
        else
        {
            builder.Services.AddFolioClient(section);
        }

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
