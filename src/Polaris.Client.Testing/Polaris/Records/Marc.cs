using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.Marc;

namespace Polaris.Client.Testing;

/// <summary>MARC records in the server's JSON: titles, headings, and how duplicates are detected.</summary>
internal static class Marc
{
    public const int LeaderLength = 24;

    public static JsonObject? Of(MarcRecord? record) => record is null ? null : new JsonObject
    {
        ["leader"] = record.Leader,
        ["controlfields"] = Json.Array(record.ControlFields.Select(field =>
            (JsonNode)new JsonObject { ["tag"] = field.Tag, ["data"] = field.Data })),
        ["datafields"] = Json.Array(record.DataFields.Select(field => (JsonNode)new JsonObject
        {
            ["tag"] = field.Tag,
            ["ind1"] = field.Indicator1.ToString(),
            ["ind2"] = field.Indicator2.ToString(),
            ["subfields"] = Json.Array(field.Subfields.Select(subfield =>
                (JsonNode)new JsonObject { ["code"] = subfield.Code.ToString(), ["data"] = subfield.Data })),
        })),
    };

    /// <summary>A record as the server displays it: without the positions and the ID that a save contains.</summary>
    public static JsonObject Display(JsonObject? record) => new()
    {
        ["leader"] = record.Text("leader") ?? MarcRecord.DefaultLeader,
        ["controlfields"] = Json.Array(record.Objects("controlfields").Select(Displayed)),
        ["datafields"] = Json.Array(record.Objects("datafields").Select(Displayed)),
    };

    public static string Leader(JsonObject record) => record.Text("leader") ?? "";

    public static string Title(JsonObject? record) => (First(record, "245", "a") ?? "").TrimEnd(' ', '/', ':', ';', ',');

    public static string Author(JsonObject? record) => Fields(record, "100").Select(AllSubfields).FirstOrDefault() ?? "";

    /// <summary>The subfields of the first 1XX field; <c>null</c> if there is none.</summary>
    public static string? Heading(JsonObject? record) => record.Objects("datafields")
        .Where(field => field.Text("tag") is ['1', ..]).Select(AllSubfields).FirstOrDefault();

    public static bool AreSameHeading(string one, string other) => Folded(one).Length > 0 && Folded(one) == Folded(other);

    /// <summary>Why two bibliographic records are duplicates: LCCN (010 $a), ISBN (020 $a), author and title (100 $a, 245 $a).</summary>
    public static IReadOnlyList<string> Likeness(JsonObject one, JsonObject other) =>
        [.. LikenessKeys(one).Intersect(LikenessKeys(other)).Select(key => key.Substring(0, key.IndexOf('|'))).Distinct()];

    /// <summary>What a duplicate shares with a record: each value after the reason and a bar.</summary>
    public static IReadOnlyCollection<string> LikenessKeys(JsonObject? record) => record is null ? [] : new HashSet<string>(
        Lccns(record).Select(lccn => "LCCN|" + lccn)
            .Concat(Isbns(record).Select(isbn => "ISBN|" + isbn))
            .Concat(AuthorTitle(record) is { } key ? ["Author/Title|" + key] : []),
        StringComparer.Ordinal);

    /// <summary>The part of a string that is compared: letters and digits, without case, with single blanks between words.</summary>
    public static string Folded(string? text)
    {
        StringBuilder result = new();
        foreach (char c in text ?? "")
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToUpperInvariant(c));
            }
            else if (result.Length > 0 && result[result.Length - 1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd();
    }

    private static IEnumerable<string> Lccns(JsonObject record) =>
        All(record, "010", "a").Select(data => data.Replace(" ", "")).Where(lccn => lccn.Length > 0);

    // The text after the number, such as "(pbk.)", is not part of it.
    private static IEnumerable<string> Isbns(JsonObject record) => All(record, "020", "a")
        .Select(data => data.Trim().Split(' ')[0].Replace("-", "").ToUpperInvariant())
        .Where(isbn => isbn.Length > 0);

    private static string? AuthorTitle(JsonObject record)
    {
        string author = Folded(First(record, "100", "a"));
        string title = Folded(First(record, "245", "a"));
        return author.Length > 0 && title.Length > 0 ? $"{author}|{title}" : null;
    }

    private static IEnumerable<JsonObject> Fields(JsonObject? record, string tag) =>
        record.Objects("datafields").Where(field => field.Text("tag") == tag);

    private static string? First(JsonObject? record, string tag, string code) => All(record, tag, code).FirstOrDefault();

    private static IEnumerable<string> All(JsonObject? record, string tag, string code) => Fields(record, tag)
        .SelectMany(field => field.Objects("subfields")).Where(subfield => subfield.Text("code") == code)
        .Select(subfield => subfield.Text("data") ?? "");

    private static JsonNode Displayed(JsonObject field) => Json.CopyWithout(field, "position");

    private static string AllSubfields(JsonObject field) =>
        string.Join(" ", field.Objects("subfields").Select(subfield => subfield.Text("data")));
}
