namespace Polaris.Client.Testing;

/// <summary>Parses the CQL that FOLIO's storage modules understand; what they refuse is refused with the same messages.</summary>
internal sealed class FolioCqlParser
{
    private readonly List<FolioCqlToken> _tokens;
    private int _position;

    private FolioCqlParser(string query) => _tokens = FolioCqlLexer.Split(query);

    private FolioCqlToken Next => _tokens[_position];

    public static FolioCqlQuery Parse(string query)
    {
        var parser = new FolioCqlParser(query);
        FolioCqlNode filter = parser.ReadCombinations(parser.ReadClause);
        List<FolioCqlSortKey> keys = parser.Next.IsKeyword("sortby") ? parser.ReadSort() : [];
        return parser.Next.Kind == FolioCqlTokenKind.End
            ? new FolioCqlQuery(filter, keys)
            : throw FolioCqlException.Syntax($"expected boolean, got {parser.Next}");
    }

    private static bool IsReserved(FolioCqlToken token) =>
        token.IsKeyword("and") || token.IsKeyword("or") || token.IsKeyword("not") || token.IsKeyword("prox")
        || token.IsKeyword("sortby");

    private FolioCqlNode ReadCombinations(Func<FolioCqlNode> readOperand)
    {
        FolioCqlNode left = readOperand();
        while (Next.IsKeyword("and") || Next.IsKeyword("or") || Next.IsKeyword("not") || Next.IsKeyword("prox"))
        {
            string word = Take().Text;
            left = word.Equals("prox", StringComparison.OrdinalIgnoreCase)
                ? throw new FolioCqlException("CQL: Unsupported operator PROX")
                : new FolioCqlCombination(FolioText.Lower(word), left, readOperand());
        }

        return left;
    }

    private FolioCqlNode ReadClause()
    {
        if (Next.IsSymbol("("))
        {
            return ReadParentheses(ReadClause);
        }

        string field = ReadText();
        string? relation = ReadRelation();
        if (relation is null)
        {
            throw new FolioCqlException("cql.serverChoice requested, but no serverChoiceIndexes defined.");
        }

        List<FolioCqlModifier> modifiers = ReadModifiers();
        return ReadValues(field, relation, modifiers);
    }

    private FolioCqlNode ReadValues(string field, string relation, List<FolioCqlModifier> modifiers)
    {
        if (Next.IsSymbol("("))
        {
            return ReadParentheses(() => ReadValues(field, relation, modifiers));
        }

        var term = new FolioCqlTerm(ReadText());
        return field switch
        {
            _ when field.Equals("cql.allRecords", StringComparison.OrdinalIgnoreCase) => new FolioCqlAll(),
            "id" => new FolioCqlIdCondition(relation, modifiers, term),
            _ => new FolioCqlCondition(field, relation, modifiers, term),
        };
    }

    private FolioCqlNode ReadParentheses(Func<FolioCqlNode> readOperand)
    {
        Take();
        FolioCqlNode inner = ReadCombinations(readOperand);
        return Take().IsSymbol(")") ? inner : throw FolioCqlException.Syntax($"expected ), got {_tokens[_position - 1]}");
    }

    private string ReadText()
    {
        bool isText = Next.Kind == FolioCqlTokenKind.Quoted || (Next.Kind == FolioCqlTokenKind.Word && !IsReserved(Next));
        return isText ? Take().Text : throw FolioCqlException.Syntax($"expected index or term, got {Next}");
    }

    private string? ReadRelation()
    {
        bool isSymbol = Next.Kind == FolioCqlTokenKind.Symbol && Next.Text is not ("(" or ")" or "/");
        bool isWord = Next.IsKeyword("any") || Next.IsKeyword("all") || Next.IsKeyword("adj");
        return isSymbol || isWord ? FolioText.Lower(Take().Text) : null;
    }

    private List<FolioCqlModifier> ReadModifiers()
    {
        var modifiers = new List<FolioCqlModifier>();
        while (Next.IsSymbol("/"))
        {
            Take();
            string name = ReadText();
            FolioCqlTerm? value = null;
            if (Next.IsSymbol("="))
            {
                Take();
                value = new FolioCqlTerm(ReadText());
            }

            modifiers.Add(new FolioCqlModifier(name, value).Check());
        }

        return modifiers;
    }

    private List<FolioCqlSortKey> ReadSort()
    {
        Take();
        var keys = new List<FolioCqlSortKey>();
        do
        {
            string field = ReadText();
            List<FolioCqlModifier> modifiers = ReadModifiers();
            keys.Add(new FolioCqlSortKey(
                field, modifiers.Any(m => m.Is("sort.descending")), modifiers.Any(m => m.Is("number"))));
        }
        while (Next.Kind != FolioCqlTokenKind.End);

        return keys;
    }

    private FolioCqlToken Take()
    {
        FolioCqlToken token = Next;
        _position += token.Kind == FolioCqlTokenKind.End ? 0 : 1;
        return token;
    }
}

/// <summary>The server cannot evaluate this query; the message is the text of its 400.</summary>
#pragma warning disable CA1064 // Never leaves the fake: it becomes a response.
internal sealed class FolioCqlException(string message) : Exception(message)
{
    public static FolioCqlException Syntax(string message) => new("org.z3950.zing.cql.CQLParseException: " + message);
}
