using System.Text;

namespace Polaris.Client.Testing;

/// <summary>A search term with its backslashes removed; the unescaped <c>* ? ^</c> are marked.</summary>
internal sealed class FolioCqlTerm
{
    private readonly bool[] _special;

    public FolioCqlTerm(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var special = new List<bool>(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            bool escaped = raw[i] == '\\';
            if (escaped && ++i == raw.Length)
            {
                throw new FolioCqlException("Unterminated \\-character");
            }

            text.Append(raw[i]);
            special.Add(!escaped && raw[i] is '*' or '?' or '^');
        }

        Text = text.ToString();
        _special = special.ToArray();
        HasWildcards = special.Contains(true);
    }

    private FolioCqlTerm(string text, bool[] special)
    {
        Text = text;
        _special = special;
        HasWildcards = Array.IndexOf(special, true) >= 0;
    }

    public string Text { get; }

    public bool IsEmpty => Text.Length == 0;

    public bool IsStar => Text == "*" && _special[0];

    public bool HasWildcards { get; }

    public bool IsSpecial(int index, char c) => _special[index] && Text[index] == c;

    /// <summary>Matches a whole folded string against this folded term; unescaped <c>*</c> and <c>?</c> are wildcards.</summary>
    public bool MatchesWhole(string folded) => HasWildcards ? Masked(folded) : folded == Text;

    /// <summary>The term without case and accents. Folding may change lengths, so it is done between the wildcards.</summary>
    public FolioCqlTerm Folded(Func<string, string> fold)
    {
        var text = new StringBuilder();
        var special = new List<bool>();
        int start = 0;
        for (int i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && !_special[i])
            {
                continue;
            }

            string part = fold(Text.Substring(start, i - start));
            text.Append(part);
            special.AddRange(Enumerable.Repeat(false, part.Length));
            if (i < Text.Length)
            {
                text.Append(Text[i]);
                special.Add(true);
            }

            start = i + 1;
        }

        return new FolioCqlTerm(text.ToString(), special.ToArray());
    }

    /// <summary>The words of the term; a <c>*</c> at the end of a word is kept and means "any ending".</summary>
    public List<FolioCqlWord> Words(Func<string, string> fold)
    {
        var words = new List<FolioCqlWord>();
        int start = 0;
        for (int i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && _special[i])
            {
                RefuseWildcard(i);
                AddWords(words, fold(Text.Substring(start, i - start)), isPrefix: true);
                start = i + 1;
            }
            else if (i == Text.Length)
            {
                AddWords(words, fold(Text.Substring(start)), isPrefix: false);
            }
        }

        return words;
    }

    /// <summary>The term as CQL, with a backslash before each character that would mean something else without it.</summary>
    public override string ToString() => string.Concat(Text.Select((c, i) =>
        !_special[i] && c is '*' or '?' or '^' or '\\' or '"' ? "\\" + c : c.ToString()));

    private static void AddWords(List<FolioCqlWord> words, string text, bool isPrefix)
    {
        List<string> found = FolioText.Words(text);
        for (int i = 0; i < found.Count; i++)
        {
            words.Add(new FolioCqlWord(found[i], isPrefix && i == found.Count - 1));
        }
    }

    private void RefuseWildcard(int index)
    {
        bool atWordEnd = index + 1 == Text.Length || char.IsWhiteSpace(Text[index + 1]);
        if (Text[index] == '?')
        {
            throw new FolioCqlException("? wildcard not allowed in full text query string: " + Text);
        }

        if (Text[index] == '^' || !atWordEnd)
        {
            throw new FolioCqlException(Text[index] + " right truncation only, in full text query string: " + Text);
        }
    }

    private bool Masked(string subject)
    {
        int s = 0, p = 0, star = -1, retry = 0;
        while (s < subject.Length)
        {
            if (p < Text.Length && IsSpecial(p, '*'))
            {
                (star, retry) = (p++, s);
            }
            else if (p < Text.Length && (IsSpecial(p, '?') || (!_special[p] && Text[p] == subject[s])))
            {
                p++;
                s++;
            }
            else if (star >= 0)
            {
                (p, s) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        while (p < Text.Length && IsSpecial(p, '*'))
        {
            p++;
        }

        return p == Text.Length;
    }
}

internal readonly record struct FolioCqlWord(string Text, bool IsPrefix)
{
    public bool Matches(string word) =>
        IsPrefix ? word.StartsWith(Text, StringComparison.Ordinal) : string.Equals(word, Text, StringComparison.Ordinal);
}
