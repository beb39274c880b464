namespace Polaris.Client.Tests.Folio.Queries;

/// <summary>A small CQL parser, written from the grammar and not from the code under test.</summary>
internal sealed class CqlParser
{
    private readonly List<CqlToken> _tokens;
    private int _position;

    private CqlParser(string text) => _tokens = CqlLexer.Split(text);

    private CqlToken Next => _tokens[_position];

    public static CqlNode Parse(string text)
    {
        var parser = new CqlParser(text);
        CqlNode query = parser.Combinations(parser.Clause);
        if (parser.TakeWord("sortby"))
        {
            query = new CqlNode.Sorted(query, parser.Keys());
        }

        return parser.Next.Kind == CqlTokenKind.End ? query : throw new FormatException($"unexpected {parser.Next}");
    }

    private CqlNode Combinations(Func<CqlNode> operand)
    {
        CqlNode left = operand();
        while (Next.Kind == CqlTokenKind.Word && Next.Text.ToUpperInvariant() is "AND" or "OR" or "NOT")
        {
            string word = Take().Text;
            left = new CqlNode.Combination(word, left, operand());
        }

        return left;
    }

    private CqlNode Clause()
    {
        if (TakeSymbol("("))
        {
            CqlNode inner = Combinations(Clause);
            Expect(")");
            return inner;
        }

        string field = Next.Kind == CqlTokenKind.Word ? Take().Text : throw new FormatException($"no field: {Next}");
        string relation = Take().Text;
        string modifiers = Modifiers();
        return Value(field, relation, modifiers);
    }

    private CqlNode Value(string field, string relation, string modifiers)
    {
        if (TakeSymbol("("))
        {
            CqlNode list = Combinations(() => Value(field, relation, modifiers));
            Expect(")");
            return list;
        }

        CqlToken term = Take();
        return term.Kind is CqlTokenKind.Word or CqlTokenKind.Quoted
            ? new CqlNode.Condition(field, relation, modifiers, term.Text, term.Wildcards)
            : throw new FormatException($"no term: {term}");
    }

    private string Modifiers()
    {
        string modifiers = "";
        while (TakeSymbol("/"))
        {
            modifiers += "/" + Take().Text;
            modifiers += TakeSymbol("=") ? "=" + Take().Text : "";
        }

        return modifiers;
    }

    private string Keys()
    {
        var keys = new List<string>();
        while (Next.Kind == CqlTokenKind.Word)
        {
            keys.Add(Take().Text + Modifiers());
        }

        return string.Join(' ', keys);
    }

    private CqlToken Take() => _tokens[_position++];

    private bool TakeSymbol(string symbol) => TakeIf(Next.Kind == CqlTokenKind.Symbol && Next.Text == symbol);

    private bool TakeWord(string word) =>
        TakeIf(Next.Kind == CqlTokenKind.Word && Next.Text.Equals(word, StringComparison.OrdinalIgnoreCase));

    private bool TakeIf(bool condition)
    {
        _position += condition ? 1 : 0;
        return condition;
    }

    private void Expect(string symbol) => _ = TakeSymbol(symbol) ? 0 : throw new FormatException($"{symbol} expected: {Next}");
}
