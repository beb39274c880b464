using System.Globalization;
using System.Text;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.Folio.Records;

/// <summary>So many holdings sources in the order of their ids, and the pages that a server would make of them.</summary>
internal sealed class Shelf(int count)
{
    private const string AfterMark = "id>\"";

    public IReadOnlyList<Guid> Ids { get; } =
        Enumerable.Range(0, count).Select(IdAt).OrderBy(id => id.ToString(), StringComparer.Ordinal).ToList();

    public HttpResponseMessage Answer(SentRequest sent) => Page(Take(sent));

    public IEnumerable<Guid> Take(SentRequest sent) => TakeOf(Ids, sent);

    public static IEnumerable<Guid> TakeOf(IEnumerable<Guid> ids, SentRequest sent)
    {
        var limit = int.Parse(sent.Query("limit")!, CultureInfo.InvariantCulture);
        var offset = int.Parse(sent.Query("offset") ?? "0", CultureInfo.InvariantCulture);
        return ids.Where(id => string.CompareOrdinal(id.ToString(), After(sent)) > 0).Skip(offset).Take(limit);
    }

    public static HttpResponseMessage Page(IEnumerable<Guid> ids, int? total = null)
    {
        var json = new StringBuilder("""{"holdingsRecordsSources":[""");
        json.AppendJoin(',', ids.Select(id => $$"""{"id":"{{id}}","name":"n","source":"local"}"""));
        return RecordingGateway.Json(json.Append(total is null ? "]}" : $"],\"totalRecords\":{total}}}").ToString());
    }

    public static string? After(SentRequest sent)
    {
        var query = sent.Query("query")!;
        var start = query.IndexOf(AfterMark, StringComparison.Ordinal);
        return start < 0 ? null : query.Substring(start + AfterMark.Length, 36);
    }

    /// <summary>Ids over the whole range, so that an order other than that of their digits would be seen.</summary>
    private static Guid IdAt(int number)
    {
        var random = new Random(number);
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
