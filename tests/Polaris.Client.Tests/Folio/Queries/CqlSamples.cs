using FsCheck;
using FsCheck.Fluent;

namespace Polaris.Client.Tests.Folio.Queries;

/// <summary>Makes texts and trees of the kind that break query builders.</summary>
internal static class CqlSamples
{
    private static readonly string[] Pieces =
    [
        "\\", "\"", "*", "?", "^", "\\\"", "\"\"", "(", ")", "=", "<", ">", "/", " ", "\t", "\r\n", "\0", "\u001f", "\u00a0",
        "and", " or ", "NOT", "sortBy", "prox", "cql.allRecords=1", "\" or cql.allRecords=1 or name==\"", "\") or (\"",
        "\\\\\" or id=* or \\\"", "/respectCase", "/@value", "[]", "%22", "&limit=1", "é", "e\u0301", "İ", "ß", "\u202e", "\ufeff",
        "\uffff", "日本", "😀", "a", "Z", "0",
    ];

    public static Arbitrary<CqlSampleText> Texts() => Arb.From(
        Text.Select(text => new CqlSampleText(text)),
        sample => Shorter(sample.Text).Select(text => new CqlSampleText(text)));

    /// <summary>The text with a backslash before each character that means something in a quoted CQL term.</summary>
    public static string Literal(string text) =>
        string.Concat(text.Select(c => c is '*' or '?' or '^' or '\\' or '"' ? $"\\{c}" : c.ToString()));

    public static Arbitrary<CqlSampleTree> Trees() => Arb.From(Gen.Sized(size => Tree(Math.Min(size, 5))));

    private static Gen<string> Text =>
        Gen.OneOf(Gen.Elements(Pieces), AnyCharacter).ArrayOf().Select(string.Concat);

    private static Gen<string> AnyCharacter =>
        Gen.Choose(0, 0x10FFFF - 0x800).Select(c => char.ConvertFromUtf32(c < 0xD800 ? c : c + 0x800));

    private static Gen<CqlSampleTree> Tree(int depth) => depth <= 0
        ? from text in Text
          from field in Gen.Elements("name", "source", "metadata.updatedDate")
          select new CqlSampleTree(field, text, null, null)
        : from word in Gen.Elements("and", "or", "not")
          from left in Tree(depth - 1)
          from right in Tree(depth - 2)
          select new CqlSampleTree(word, "", left, right);

    private static IEnumerable<string> Shorter(string text) =>
        text.EnumerateRunes().Select((_, skipped) =>
            string.Concat(text.EnumerateRunes().Where((_, index) => index != skipped).Select(rune => rune.ToString())));
}
