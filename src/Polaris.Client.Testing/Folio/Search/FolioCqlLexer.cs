namespace Polaris.Client.Testing;

internal static class FolioCqlLexer
{
    public static List<FolioCqlToken> Split(string query)
    {
        var tokens = new List<FolioCqlToken>();
        int position = 0;
        while (position < query.Length)
        {
            if (char.IsWhiteSpace(query[position]))
            {
                position++;
                continue;
            }

            tokens.Add(query[position] switch
            {
                '"' => Quoted(query, ref position),
                '(' or ')' or '/' or '=' or '<' or '>' => Symbol(query, ref position),
                _ => Word(query, ref position),
            });
        }

        tokens.Add(new FolioCqlToken(FolioCqlTokenKind.End, ""));
        return tokens;
    }

    private static FolioCqlToken Quoted(string query, ref int position)
    {
        int start = ++position;
        while (position < query.Length && query[position] != '"')
        {
            position += query[position] == '\\' ? 2 : 1;
        }

        return position < query.Length
            ? new FolioCqlToken(FolioCqlTokenKind.Quoted, query.Substring(start, position++ - start))
            : throw FolioCqlException.Syntax("unterminated quoted string");
    }

    private static FolioCqlToken Symbol(string query, ref int position)
    {
        string pair = position + 1 < query.Length ? query.Substring(position, 2) : "";
        string symbol = pair is "==" or "<>" or "<=" or ">=" ? pair : query.Substring(position, 1);
        position += symbol.Length;
        return new FolioCqlToken(FolioCqlTokenKind.Symbol, symbol);
    }

    private static FolioCqlToken Word(string query, ref int position)
    {
        int start = position;
        while (position < query.Length && !char.IsWhiteSpace(query[position]) && "()/=<>\"".IndexOf(query[position]) < 0)
        {
            position++;
        }

        return new FolioCqlToken(FolioCqlTokenKind.Word, query.Substring(start, position - start));
    }
}

/// <summary>A token of a query; backslashes are kept until it is known to be a term.</summary>
internal readonly record struct FolioCqlToken(FolioCqlTokenKind Kind, string Text)
{
    public bool IsSymbol(string symbol) => Kind == FolioCqlTokenKind.Symbol && Text == symbol;

    public bool IsKeyword(string word) =>
        Kind == FolioCqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => Kind == FolioCqlTokenKind.End ? "EOF" : Text;
}

internal enum FolioCqlTokenKind
{
    Word,
    Quoted,
    Symbol,
    End,
}
