using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Samples;

/// <summary>Where the samples take their settings from, and where their logs go.</summary>
internal static class SampleHost
{
    /// <summary>
    /// Settings come from appsettings.json beside the program, user secrets and the environment, each of which overrides the ones before. Logs go
    /// to the error stream, so that the standard output holds results only.
    /// </summary>
    /// <typeparam name="TProgram">A type of the program, whose project has the ID of the user secrets.</typeparam>
    public static HostApplicationBuilder Create<TProgram>()
        where TProgram : class
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddUserSecrets<TProgram>(optional: true).AddEnvironmentVariables();
        builder.Logging.ClearProviders()
            .AddSimpleConsole(format => format.ColorBehavior = LoggerColorBehavior.Disabled)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return builder;
    }
}
