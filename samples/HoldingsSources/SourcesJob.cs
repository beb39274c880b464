using System.Globalization;
using System.Text.Json.Nodes;
using Polaris.Client;
using Polaris.Client.Folio;
using Spectre.Console;

namespace HoldingsSources;

/// <summary>The operations on holdings sources; each returns whether it found what it was asked for.</summary>
internal sealed class SourcesJob(FolioClient folio, IAnsiConsole console, TextWriter? json)
{
    private const int RowsShown = 10;

    public async Task<bool> ListAsync(CancellationToken cancellationToken)
    {
        var page = await folio.HoldingsSources.ListAsync(Cql.All.SortBy("name"), limit: RowsShown, cancellationToken: cancellationToken);
        Show(page);
        return true;
    }

    public async Task<bool> SearchAsync(string text, CancellationToken cancellationToken)
    {
        var query = Cql.Field("name").Contains(text).SortBy("name");
        console.MarkupLineInterpolated($"[grey]{query}[/]");
        var page = await folio.HoldingsSources.ListAsync(query, limit: RowsShown, cancellationToken: cancellationToken);
        if (page.Records.Count == 0)
        {
            console.MarkupLine("[yellow]No source was found.[/]");
            return false;
        }

        Show(page);
        return true;
    }

    public async Task<bool> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var source = await folio.HoldingsSources.CreateAsync(
            new HoldingsSource { Name = name, Source = HoldingsSourceOrigin.Local }, cancellationToken);
        console.MarkupLineInterpolated($"[green]Created[/] {source.Name} with ID {source.Id}.");
        WriteJson(source);
        return true;
    }

    public async Task<bool> RenameAsync(string name, string newName, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not { } source)
        {
            return false;
        }

        source.Name = newName;
        await folio.HoldingsSources.UpdateAsync(source, cancellationToken);
        console.MarkupLineInterpolated($"[green]Renamed[/] {name} to {newName}.");
        WriteJson(source);
        return true;
    }

    public async Task<bool> DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not { } source)
        {
            return false;
        }

        await folio.HoldingsSources.DeleteAsync(source.Id, cancellationToken);
        console.MarkupLineInterpolated($"[green]Deleted[/] {name}.");
        WriteJson(source);
        return true;
    }

    /// <summary>Each page is requested while the previous one is shown; memory use is constant however long the list is.</summary>
    public async Task<bool> WalkAsync(CancellationToken cancellationToken)
    {
        var total = await folio.HoldingsSources.CountAsync(cancellationToken: cancellationToken);
        var walked = 0;
        if (console.Profile.Capabilities.Interactive)
        {
            await console.Progress().StartAsync(async bars =>
            {
                var bar = bars.AddTask("Walking", maxValue: total);
                walked = await WalkAsync(() => bar.Increment(1), cancellationToken);
            });
        }
        else
        {
            walked = await WalkAsync(() => { }, cancellationToken);
        }

        console.MarkupLineInterpolated($"{walked} sources, each once, in the order of their IDs.");
        return true;
    }

    private async Task<int> WalkAsync(Action advance, CancellationToken cancellationToken)
    {
        var walked = 0;
        var options = new EnumerateOptions { PageSize = 500 };
        await foreach (var source in folio.HoldingsSources.EnumerateAsync(options: options, cancellationToken: cancellationToken))
        {
            walked++;
            WriteJson(source);
            advance();
        }

        return walked;
    }

    /// <summary>Shows the plan; applies it only if that was requested. Returns whether the tenant now has what the file wants.</summary>
    public async Task<bool> SyncAsync(string path, bool isApplied, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        var wanted = await folio.HoldingsSources.ReadFileAsync(file, cancellationToken);
        if (wanted.TakeWhile(source => !string.IsNullOrWhiteSpace(source.Name)).Count() is var named && named < wanted.Count)
        {
            throw new FormatException($"Source {named + 1} of {path} has no name.");
        }

        var plan = await folio.HoldingsSources.CompareAsync(wanted, cancellationToken);
        foreach (var step in plan.Steps)
        {
            console.MarkupLineInterpolated($"{step}");
        }

        if (!isApplied || plan.IsEmpty)
        {
            console.MarkupLine("[grey]Nothing was changed.[/]");
            var differences = plan.Steps.Where(step => step.Kind != VocabularyStepKind.Same).ToList();
            differences.ForEach(step => WriteJson(step.Wanted));
            return differences.Count == 0;
        }

        var isDone = true;
        foreach (var outcome in await folio.HoldingsSources.SyncAsync(plan, cancellationToken))
        {
            console.MarkupLineInterpolated($"{outcome.Outcome} {outcome.Step.Wanted.Name} {outcome.Failure?.Message}");
            isDone &= outcome.Outcome == VocabularyOutcome.Applied || outcome.Step.Kind == VocabularyStepKind.Same;
            if (outcome.Outcome == VocabularyOutcome.Applied)
            {
                WriteJson(outcome.Step.Wanted);
            }
        }

        return isDone;
    }

    private async Task<HoldingsSource?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var source = await folio.HoldingsSources.FindByNameAsync(name, cancellationToken);
        if (source is null)
        {
            console.MarkupLineInterpolated($"[yellow]No source is named {name}.[/]");
        }

        return source;
    }

    private void Show(RecordPage<HoldingsSource> page)
    {
        var table = new Table().AddColumns("Id", "Name", "Source", "Changed");
        foreach (var source in page.Records)
        {
            table.AddRow($"{source.Id}", Markup.Escape(source.Name ?? ""), $"{source.Source}", ChangedOf(source) ?? "");
            WriteJson(source);
        }

        console.Write(table);
        console.MarkupLineInterpolated($"{page.Records.Count} of {page.TotalRecords} sources.");
    }

    private void WriteJson(HoldingsSource source) => json?.WriteLine(new JsonObject
    {
        ["id"] = source.Id,
        ["name"] = source.Name,
        ["source"] = source.Source?.ToString(),
        ["changed"] = ChangedOf(source),
    }.ToJsonString());

    private static string? ChangedOf(HoldingsSource source) =>
        (source.Metadata?.UpdatedDate ?? source.Metadata?.CreatedDate)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
