using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client;
using Polaris.Client.ObjectLocks;
using Spectre.Console;

namespace MultipleServers;

/// <summary>Lists the locks of both sites, requested at the same time.</summary>
internal sealed class LockReport([FromKeyedServices(Keys.East)] PolarisClient east, [FromKeyedServices(Keys.West)] PolarisClient west)
{
    public async Task ShowAsync(IAnsiConsole console, TextWriter? json, CancellationToken cancellationToken)
    {
        var eastern = east.ObjectLocks.ListAsync(allUsers: true, cancellationToken);
        var western = west.ObjectLocks.ListAsync(allUsers: true, cancellationToken);
        var table = new Table().Title("Locks").AddColumns("Site", "Object", "ID", "Held by", "Since");
        foreach (var (site, locks) in new[] { (Keys.East, await eastern), (Keys.West, await western) })
        {
            foreach (var held in locks)
            {
                table.AddRow(site, $"{held.ObjectType}", $"{held.ObjectId}", Markup.Escape(held.PolarisUserName ?? ""), SinceOf(held) ?? "");
                json?.WriteLine(JsonOf(site, held).ToJsonString());
            }
        }

        console.Write(table);
    }

    private static JsonObject JsonOf(string site, ObjectLock held) => new()
    {
        ["site"] = site,
        ["objectType"] = (int)held.ObjectType,
        ["objectId"] = held.ObjectId,
        ["user"] = held.PolarisUserName,
        ["since"] = SinceOf(held),
    };

    private static string? SinceOf(ObjectLock held) => held.LockDate?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
