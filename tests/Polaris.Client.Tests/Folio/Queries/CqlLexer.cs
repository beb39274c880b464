using System.Text;

namespace Polaris.Client.Tests.Folio.Queries;

internal static class CqlLexer
{
    public static List<CqlToken> Split(string text)
    {
        var tokens = new List<CqlToken>();
        int position = 0;
        while (position < text.Length)
        {
            char c = text[position];
            if (c is ' ' or '\t' or '\r' or '\n')
            {
                position++;
            }
            else
            {
                tokens.Add(c == '"' ? Quoted(text, ref position) : Unquoted(text, ref position));
            }
        }

        tokens.Add(new CqlToken(CqlTokenKind.End, ""));
        return tokens;
    }

    private static CqlToken Quoted(string text, ref int position)
    {
        var term = new StringBuilder();
        var wildcards = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            bool escaped = text[position] == '\\';
            position += escaped ? 1 : 0;
            term.Append(text[position]);
            wildcards.Append(!escaped && text[position] is '*' or '?' or '^' ? '!' : '.');
        }

        return position++ < text.Length
            ? new CqlToken(CqlTokenKind.Quoted, term.ToString(), wildcards.ToString())
            : throw new FormatException("unterminated");
    }

    private static CqlToken Unquoted(string text, ref int position)
    {
        string two = text.Substring(position, Math.Min(2, text.Length - position));
        string symbol = two is "==" or "<>" or "<=" or ">=" ? two : two[..1];
        if (symbol.Length == 2 || symbol[0] is '(' or ')' or '=' or '<' or '>' or '/')
        {
            position += symbol.Length;
            return new CqlToken(CqlTokenKind.Symbol, symbol);
        }

        int start = position;
        while (position < text.Length && !" \t\r\n()=<>/\"".Contains(text[position], StringComparison.Ordinal))
        {
            position++;
        }

        return new CqlToken(CqlTokenKind.Word, text[start..position]);
    }
}
