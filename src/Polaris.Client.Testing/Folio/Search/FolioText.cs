using System.Text;

namespace Polaris.Client.Testing;

/// <summary>Strings as the database compares them: ignoring case and accents.</summary>
internal static class FolioText
{
    // string.Normalize does nothing where globalization is invariant, hence a table of the Latin letters.
    private const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzz";

    public static string Fold(string text, bool keepCase = false, bool keepAccents = false)
    {
        if (keepCase && (keepAccents || IsAscii(text)))
        {
            return text;
        }

        if (IsAscii(text))
        {
            return Lower(text);
        }

        var folded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (keepAccents || c is < '\u0300' or > '\u036F')
            {
                folded.Append(Fold(c, keepCase, keepAccents));
            }
        }

        return keepAccents ? folded.ToString() : folded.Replace("ß", "ss").Replace("æ", "ae").Replace("œ", "oe").ToString();
    }

#pragma warning disable CA1308 // IDs, words of CQL and PostgreSQL's folded strings are in lower case.
    public static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    /// <summary>The words of a folded string, as full-text search sees them.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char c in text + " ")
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > '\u007F')
            {
                return false;
            }
        }

        return true;
    }

    private static char Fold(char c, bool keepCase, bool keepAccents)
    {
        char lower = char.ToLowerInvariant(c);
        int accent = keepAccents || c < '\u0080' ? -1 : Accented.IndexOf(lower);
        char plain = accent < 0 ? lower : Plain[accent];
        return keepCase && lower != c ? char.ToUpperInvariant(plain) : plain;
    }
}
