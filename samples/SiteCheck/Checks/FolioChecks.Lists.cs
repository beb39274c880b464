using Polaris.Client.Folio;

namespace SiteCheck;

/// <content>Lists, pages and walks.</content>
internal sealed partial class FolioChecks
{
    private const int LargestPage = 1000;
    private const int SmallPage = 5;

    /// <summary>A list that the user may read, and how many records it has.</summary>
    private readonly List<(string Name, long Count, Func<int, CancellationToken, Task<int>> ReadAsync)> _readable = [];

    private async Task ListsAsync(CancellationToken cancellationToken)
    {
        await ListAsync("holdings sources", folio.HoldingsSources, cancellationToken);
        await ListAsync("material types", folio.MaterialTypes, cancellationToken);
        await ListAsync("loan types", folio.LoanTypes, cancellationToken);
        await ListAsync("contributor types", folio.ContributorTypes, cancellationToken);
        await ListAsync("instance formats", folio.InstanceFormats, cancellationToken);
        await ListAsync("locations", folio.Locations, cancellationToken);
        await ListAsync("service points", folio.ServicePoints, cancellationToken);
        await ListAsync("instances", folio.Instances, cancellationToken);
        await ListAsync("holdings", folio.Holdings, cancellationToken);
        await ListAsync("items", folio.Items, cancellationToken);
    }

    private Task ListAsync<TRecord>(string name, RecordClient<TRecord> records, CancellationToken cancellationToken)
        where TRecord : FolioRecord => check.RunAsync(name, async () =>
    {
        var count = await records.CountAsync(cancellationToken: cancellationToken);
        var page = await records.ListAsync(limit: SmallPage, cancellationToken: cancellationToken);
        _readable.Add((name, count, async (limit, token) => (await records.ListAsync(limit: limit, totals: RecordTotals.None, cancellationToken: token)).Records.Count));
        string[] unknown = [.. page.Records.SelectMany(record => record.AdditionalMembers?.Keys.ToList() ?? []).Select(redactor.Name).Distinct().Order(StringComparer.Ordinal)];
        var text = Finding.Count(count, "record") + ".";
        return unknown.Length == 0 ? Finding.Ok(text)
            : Finding.Differs($"{text} Unknown properties: {string.Join(", ", unknown)}.", Setting.Advice("Nothing to set: they are kept in AdditionalMembers, and sent back when a record is changed."));
    });

    private async Task<Finding> PageSizeAsync(CancellationToken cancellationToken)
    {
        if (_readable.Where(list => list.Count > 10).OrderByDescending(list => Math.Min(list.Count, LargestPage)).FirstOrDefault() is not { Name: { } name } largest)
        {
            return Finding.Ok("No list that the user may read has more than 10 records, so there is nothing to measure.");
        }

        var requested = (int)Math.Min(largest.Count, LargestPage);
        var received = await largest.ReadAsync(requested, cancellationToken);
        check.Fake["maxPageSize"] = received < requested ? received : null;
        return received >= requested
            ? Finding.Ok($"A page of {requested} {name} was received whole.")
            : Finding.Differs(
                $"A page has at most {received} records, although {requested} {name} were requested.",
                Setting.Advice($"Set EnumerateOptions.PageSize to {received} for walks, and do not take a short page for the last one; EnumerateAsync does not."));
    }

    /// <summary>Holdings sources and other small lists have few different sources, so a sort by it has ties.</summary>
    private async Task<Finding> TiesAsync(CancellationToken cancellationToken)
    {
        var query = Cql.All.SortBy("source");
        var whole = (await folio.ContributorTypes.ListAsync(query, limit: 50, cancellationToken: cancellationToken)).Records.Select(record => record.Id).ToList();
        if (whole.Count < 4)
        {
            return Finding.Ok("There are too few contributor types to compare.");
        }

        var half = whole.Count / 2;
        List<Guid> parts = [];
        for (var offset = 0; offset < whole.Count; offset += half)
        {
            var page = await folio.ContributorTypes.ListAsync(query, offset, Math.Min(half, whole.Count - offset), cancellationToken: cancellationToken);
            parts.AddRange(page.Records.Select(record => record.Id));
        }

        return parts.SequenceEqual(whole)
            ? Finding.Ok("Records with equal sort values kept their order in these requests, which is not guaranteed.")
            : Finding.Differs("Records with equal sort values change their order between requests.", Setting.Advice("Sort by a second key, id; EnumerateAsync adds it."));
    }

    private async Task<Finding> WalkAsync(CancellationToken cancellationToken)
    {
        var walked = 0;
        var expected = await folio.ContributorTypes.CountAsync(cancellationToken: cancellationToken);
        await foreach (var record in folio.ContributorTypes.EnumerateAsync(options: new EnumerateOptions { PageSize = 50 }, cancellationToken: cancellationToken))
        {
            walked++;
        }

        return walked == expected
            ? Finding.Ok($"A walk returned all {walked} contributor types, each once.")
            : Finding.Differs($"A walk returned {walked} contributor types; {expected} were counted.", Setting.Advice("Repeat the check when no one changes them; if it stays, report it."));
    }
}
