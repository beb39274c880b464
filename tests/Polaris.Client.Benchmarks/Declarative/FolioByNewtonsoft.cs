using Newtonsoft.Json;
using Polaris.Client.Benchmarks.ByHand;

namespace Polaris.Client.Benchmarks.Declarative;

/// <summary>A page with Newtonsoft.Json, in its better way: from the stream.</summary>
internal sealed class FolioByNewtonsoft(HttpClient http)
{
    private static readonly JsonSerializer Serializer = JsonSerializer.CreateDefault();

    public async Task<HoldingsSourcePageDto> ListAsync(int limit, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(
            new Uri($"holdings-sources?limit={limit}&totalRecords=none", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken);
        response.EnsureSuccessStatusCode();
        using var reader = new JsonTextReader(new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken)));
        return Serializer.Deserialize<HoldingsSourcePageDto>(reader) ?? throw new InvalidOperationException("The answer is null.");
    }
}
