using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client;
using Spectre.Console;

namespace MultipleServers;

/// <summary>Lists the holdings sources that one tenant has and the other lacks.</summary>
internal sealed class SourceComparison(
    [FromKeyedServices(Keys.Central)] FolioClient central, [FromKeyedServices(Keys.College)] FolioClient college)
{
    public async Task ShowAsync(IAnsiConsole console, TextWriter? json, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var source in college.HoldingsSources.EnumerateAsync(cancellationToken: cancellationToken))
        {
            known.Add(source.Name ?? "");
        }

        await foreach (var source in central.HoldingsSources.EnumerateAsync(cancellationToken: cancellationToken))
        {
            if (!known.Contains(source.Name ?? ""))
            {
                console.MarkupLineInterpolated($"{college.Tenant} lacks the source [bold]{source.Name}[/], which {central.Tenant} has.");
                json?.WriteLine(new JsonObject { ["tenant"] = college.Tenant, ["lacks"] = source.Name }.ToJsonString());
            }
        }
    }
}
