using Polaris.Client.Marc;

namespace Polaris.Client.Testing.Records;

/// <summary>Why two bibliographic records look like one: LCCN (010 $a), ISBN (020 $a), author and title (100 $a, 245
/// $a).</summary>
internal static class BibMatch
{
    public static IReadOnlyList<string> Reasons(MarcRecord one, MarcRecord other)
    {
        List<string> reasons = [];
        if (Share(Lccns(one), Lccns(other)))
        {
            reasons.Add("LCCN");
        }

        if (Share(Isbns(one), Isbns(other)))
        {
            reasons.Add("ISBN");
        }

        if (AuthorTitle(one) is { } key && key == AuthorTitle(other))
        {
            reasons.Add("Author/Title");
        }

        return reasons;
    }

    private static bool Share(IEnumerable<string> ones, IEnumerable<string> others) => ones.Intersect(others).Any();

    private static IEnumerable<string> Lccns(MarcRecord record) =>
        SubfieldsA(record, "010").Select(data => data.Replace(" ", "")).Where(lccn => lccn.Length > 0);

    // What follows the number, such as "(pbk.)", is not part of it.
    private static IEnumerable<string> Isbns(MarcRecord record) =>
        SubfieldsA(record, "020")
            .Select(data => data.Trim().Split(' ')[0].Replace("-", "").ToUpperInvariant())
            .Where(isbn => isbn.Length > 0);

    private static string? AuthorTitle(MarcRecord record)
    {
        string author = MatchText.Of(record.FirstSubfield("100", 'a'));
        string title = MatchText.Of(record.FirstSubfield("245", 'a'));
        return author.Length > 0 && title.Length > 0 ? $"{author}|{title}" : null;
    }

    private static IEnumerable<string> SubfieldsA(MarcRecord record, string tag) =>
        record.FieldsWithTag(tag).SelectMany(field => field.SubfieldsWithCode('a')).Select(subfield => subfield.Data);
}
