using System.Text;

namespace Polaris.Client.Marc;

/// <summary>The names in braces that MARCMaker and MarcEdit use for characters.</summary>
internal static class Mnemonics
{
    private static readonly Dictionary<string, string> Characters = new(StringComparer.Ordinal)
    {
        ["dollar"] = "$",
        ["lcub"] = "{",
        ["rcub"] = "}",
        ["bsol"] = "\\",
        ["esc"] = "\u001B",
        ["Lstrok"] = "\u0141",
        ["Ostrok"] = "\u00D8",
        ["Dstrok"] = "\u0110",
        ["THORN"] = "\u00DE",
        ["AElig"] = "\u00C6",
        ["OElig"] = "\u0152",
        ["softsign"] = "\u02B9",
        ["middot"] = "\u00B7",
        ["flat"] = "\u266D",
        ["reg"] = "\u00AE",
        ["plusmn"] = "\u00B1",
        ["Ohorn"] = "\u01A0",
        ["Uhorn"] = "\u01AF",
        ["mlrhring"] = "\u02BC",
        ["mllhring"] = "\u02BB",
        ["lstrok"] = "\u0142",
        ["ostrok"] = "\u00F8",
        ["dstrok"] = "\u0111",
        ["thorn"] = "\u00FE",
        ["aelig"] = "\u00E6",
        ["oelig"] = "\u0153",
        ["hardsign"] = "\u02BA",
        ["inodot"] = "\u0131",
        ["pound"] = "\u00A3",
        ["eth"] = "\u00F0",
        ["ohorn"] = "\u01A1",
        ["uhorn"] = "\u01B0",
        ["deg"] = "\u00B0",
        ["scriptl"] = "\u2113",
        ["phono"] = "\u2117",
        ["copy"] = "\u00A9",
        ["sharp"] = "\u266F",
        ["iquest"] = "\u00BF",
        ["iexcl"] = "\u00A1",
        ["szlig"] = "\u00DF",
        ["euro"] = "\u20AC",
        ["joiner"] = "\u200D",
        ["nonjoin"] = "\u200C",
    };

    /// <summary>Marks stand before their letter; the second half of a double mark has no counterpart.</summary>
    private static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["hooka"] = "\u0309",
        ["grave"] = "\u0300",
        ["acute"] = "\u0301",
        ["circ"] = "\u0302",
        ["tilde"] = "\u0303",
        ["macr"] = "\u0304",
        ["breve"] = "\u0306",
        ["dot"] = "\u0307",
        ["uml"] = "\u0308",
        ["caron"] = "\u030C",
        ["ring"] = "\u030A",
        ["llig"] = "\u0361",
        ["rlig"] = "",
        ["rcommaa"] = "\u0315",
        ["dblac"] = "\u030B",
        ["candra"] = "\u0310",
        ["cedil"] = "\u0327",
        ["ogon"] = "\u0328",
        ["dotb"] = "\u0323",
        ["dbldotb"] = "\u0324",
        ["ringb"] = "\u0325",
        ["dblunder"] = "\u0333",
        ["under"] = "\u0332",
        ["commab"] = "\u0326",
        ["rcedil"] = "\u031C",
        ["breveb"] = "\u032E",
        ["ldbltil"] = "\u0360",
        ["rdbltil"] = "",
        ["commaa"] = "\u0313",
    };

    /// <summary>A brace that is not closed within this many characters does not begin a name.</summary>
    private const int LongestName = 32;

    public static string Decode(string text, out string? unknown)
    {
        unknown = null;
        if (text.IndexOf('{') < 0)
        {
            return TextRepair.ExpandReferences(text);
        }

        StringBuilder result = new(text.Length);
        StringBuilder marks = new();
        for (int at = 0; at < text.Length;)
        {
            int end = text[at] == '{' ? text.IndexOf('}', at, Math.Min(LongestName, text.Length - at)) : -1;
            string name = end > 0 ? text.Substring(at + 1, end - at - 1) : "";
            if (Marks.TryGetValue(name, out string? mark))
            {
                marks.Append(mark);
                at = end + 1;
                continue;
            }

            if (Characters.TryGetValue(name, out string? character))
            {
                result.Append(character);
                at = end + 1;
            }
            else
            {
                unknown ??= end > 0 ? text.Substring(at, end - at + 1) : null;
                int size = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                result.Append(text, at, size);
                at += size;
            }

            if (marks.Length > 0)
            {
                result.Append(marks);
                marks.Clear();
            }
        }

        return TextRepair.ExpandReferences(result.Append(marks).ToString());
    }

    /// <summary>Writes the characters that mean something in mnemonic text by their names.</summary>
    public static void Encode(StringBuilder target, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '$': target.Append("{dollar}"); break;
                case '{': target.Append("{lcub}"); break;
                case '}': target.Append("{rcub}"); break;
                case '\\': target.Append("{bsol}"); break;
                case '\u001B': target.Append("{esc}"); break;
                case '&' when string.CompareOrdinal(text, i, "&#x", 0, 3) == 0: target.Append("&#x26;"); break; // Otherwise a reader would expand it.
                default: target.Append(text[i]); break;
            }
        }
    }
}
