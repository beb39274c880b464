using Polaris.Client;
using Polaris.Client.Folio;
using Spectre.Console;

namespace HoldingsSources;

/// <summary>The operations on holdings sources.</summary>
internal sealed class SourcesJob(FolioClient folio, IAnsiConsole console)
{
    private const int RowsShown = 10;

    public async Task ListAsync(CancellationToken cancellationToken)
    {
        var page = await folio.HoldingsSources.ListAsync(Cql.All.SortBy("name"), limit: RowsShown, cancellationToken: cancellationToken);
        Show(page.Records);
        console.MarkupLineInterpolated($"{page.Records.Count} of {page.TotalRecords} sources.");
    }

    public async Task SearchAsync(string text, CancellationToken cancellationToken)
    {
        var query = Cql.Field("name").Contains(text).SortBy("name");
        console.MarkupLineInterpolated($"[grey]{query}[/]");
        var page = await folio.HoldingsSources.ListAsync(query, limit: RowsShown, cancellationToken: cancellationToken);
        Show(page.Records);
    }

    public async Task<HoldingsSource> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var source = await folio.HoldingsSources.CreateAsync(
            new HoldingsSource { Name = name, Source = HoldingsSourceOrigin.Local }, cancellationToken);
        console.MarkupLineInterpolated($"[green]Created[/] {source.Name} with ID {source.Id}.");
        return source;
    }

    public async Task RenameAsync(string name, string newName, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } source)
        {
            source.Name = newName;
            await folio.HoldingsSources.UpdateAsync(source, cancellationToken);
            console.MarkupLineInterpolated($"[green]Renamed[/] {name} to {newName}.");
        }
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } source)
        {
            await folio.HoldingsSources.DeleteAsync(source.Id, cancellationToken);
            console.MarkupLineInterpolated($"[green]Deleted[/] {name}.");
        }
    }

    /// <summary>Each page is requested while the previous one is shown; memory use is constant however long the list is.</summary>
    public async Task WalkAsync(CancellationToken cancellationToken)
    {
        var total = await folio.HoldingsSources.CountAsync(cancellationToken: cancellationToken);
        var walked = 0;
        await console.Progress().StartAsync(async bars =>
        {
            var bar = bars.AddTask("Walking", maxValue: total);
            var options = new EnumerateOptions { PageSize = 500 };
            await foreach (var source in folio.HoldingsSources.EnumerateAsync(options: options, cancellationToken: cancellationToken))
            {
                walked++;
                bar.Increment(1);
            }
        });
        console.MarkupLineInterpolated($"{walked} sources, each once, in the order of their IDs.");
    }

    /// <summary>Shows the plan; applies it only if that was requested.</summary>
    public async Task SyncAsync(string path, bool isApplied, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var wanted = await folio.HoldingsSources.ReadFileAsync(file, cancellationToken);
        var plan = await folio.HoldingsSources.CompareAsync(wanted, cancellationToken);
        foreach (var step in plan.Steps)
        {
            console.MarkupLineInterpolated($"{step}");
        }

        if (!isApplied || plan.IsEmpty)
        {
            console.MarkupLineInterpolated($"[grey]Nothing was changed.[/]");
            return;
        }

        foreach (var outcome in await folio.HoldingsSources.SyncAsync(plan, cancellationToken))
        {
            console.MarkupLineInterpolated($"{outcome.Outcome} {outcome.Step.Wanted.Name} {outcome.Failure?.Message}");
        }
    }

    private async Task<HoldingsSource?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var source = await folio.HoldingsSources.FindByNameAsync(name, cancellationToken);
        if (source is null)
        {
            console.MarkupLineInterpolated($"[yellow]There is no source named {name}.[/]");
        }

        return source;
    }

    private void Show(IReadOnlyList<HoldingsSource> sources)
    {
        var table = new Table().AddColumns("Id", "Name", "Source", "Changed");
        foreach (var source in sources)
        {
            table.AddRow(
                $"{source.Id}", Markup.Escape(source.Name ?? ""), $"{source.Source}", $"{source.Metadata?.UpdatedDate ?? source.Metadata?.CreatedDate:d}");
        }

        console.Write(table);
    }
}
