using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Responds to a GET of a collection, and to the POST of a long query.</summary>
internal static class FolioListing
{
    // Above this number the database estimates; the fake is then wrong on purpose, so that tests do not rely on it.
    private const int EstimatedFrom = 1000;

    public static FakeResponse Answer(FolioCall request, FakeFolioResource resource) => Answer(request.Query, resource);

    /// <summary>Responds to POST <c>/retrieve</c>, whose body contains offset, limit and query.</summary>
    public static FakeResponse Retrieve(FolioCall request, FakeFolioResource resource)
    {
        try
        {
            return JsonNode.Parse(request.Text) is JsonObject body
                ? Answer(body.ToDictionary(member => member.Key, member => FolioFieldReader.Text(member.Value) ?? ""), resource)
                : FolioAnswers.Text(400, "Cannot deserialize value of type `RetrieveDto`");
        }
        catch (JsonException error)
        {
            return FolioAnswers.Text(400, "Unexpected character or end-of-input: " + error.Message);
        }
    }

    private static FakeResponse Answer(IReadOnlyDictionary<string, string> parameters, FakeFolioResource resource)
    {
        FolioListRequest? list = FolioListRequest.Read(parameters, resource.Shape, out FakeResponse? refusal);
        if (list is null)
        {
            return refusal!;
        }

        List<FolioRow> page = PageOf(list, resource);
        int? total = Total(list, page.Count, resource.Rows);
        return FolioAnswers.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray(resource.Shape.CollectionProperty);
            foreach (FolioRow row in page)
            {
                row.WriteTo(writer);
            }

            writer.WriteEndArray();
            if (total is { } number)
            {
                writer.WriteNumber("totalRecords", number);
            }

            writer.WriteEndObject();
        });
    }

    private static List<FolioRow> PageOf(FolioListRequest list, FakeFolioResource resource)
    {
        int limit = Math.Min(list.Limit, resource.MaxPageSize ?? int.MaxValue);
        if (limit == 0)
        {
            return [];
        }

        if (list.Query.IsInIdOrder)
        {
            return list.Query.Run(resource.Rows).Where(list.Shows).Skip(list.Offset).Take(limit).ToList();
        }

        IReadOnlyList<FolioRow> sorted = resource.Sorts.Of(list.Text, list.Query);
        if (list.HiddenBy is not null)
        {
            sorted = [.. sorted.Where(list.Shows)];
        }

        int end = (int)Math.Min(sorted.Count, (long)list.Offset + limit);
        return [.. Enumerable.Range(list.Offset, Math.Max(0, end - list.Offset)).Select(i => sorted[i])];
    }

    private static int? Total(FolioListRequest list, int rows, FolioRowStore store)
    {
        if (!list.HasTotals && list.Limit > 0)
        {
            return null;
        }

        int exact = list.HasQuery
            ? store.Where(list.Query.Filter).Count(list.Shows)
            : list.HiddenBy is null ? store.Count : store.After(null).Count(list.Shows);
        return list.HasQuery && list.Limit > 0 && exact >= EstimatedFrom ? Estimate(exact / 100 * 100, list, rows) : exact;
    }

    private static int Estimate(int estimate, FolioListRequest list, int rows)
    {
        if (rows > 0 && rows < list.Limit)
        {
            return list.Offset + rows;
        }

        return rows == list.Limit ? Math.Max(estimate, list.Offset + list.Limit) : estimate;
    }
}
