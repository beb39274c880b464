using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Polaris.Client.Benchmarks.ByHand;

/// <summary>The baseline for FOLIO: pages by id, one after the other.</summary>
internal sealed class FolioByHand(HttpClient http)
{
    public async Task<HoldingsSourcePageDto> ListAsync(string query, int limit, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"holdings-sources?query={Uri.EscapeDataString(query)}&limit={limit}&totalRecords=none");
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(stream, FolioJson.Default.HoldingsSourcePageDto, cancellationToken)
            ?? throw new InvalidOperationException("The answer is null.");
    }

    public async IAsyncEnumerable<HoldingsSourceDto> WalkAsync(
        int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = "cql.allRecords=1 sortBy id";
        while (true)
        {
            var page = await ListAsync(query, pageSize, cancellationToken);
            var records = page.HoldingsRecordsSources ?? throw new InvalidOperationException("The page has no records.");
            foreach (var record in records)
                yield return record;
            if (records.Count < pageSize)
                yield break;
            query = $"id > \"{records[^1].Id}\" sortBy id";
        }
    }
}
