using System.Text;

namespace Polaris.Client.Folio;

/// <summary>
/// Reads a query from left to right, only as closely as needed to know that quotes and parentheses are closed, whether there is
/// a sort, and that every value is in a place where CQL allows one.
/// </summary>
internal sealed class CqlScanner
{
    private enum Token
    {
        Start,
        Word,
        Boolean,
        Sort,
        Relation,
        Open,
        Close,
        Quoted,
        Modifier,
        Value,
    }

    private readonly StringBuilder _word = new();
    private Token _last = Token.Start;
    private string _relation = "";
    private bool _blankBefore = true;
    private bool _inQuotes;
    private bool _escaped;
    private int _depth;

    public bool HasSort { get; private set; }

    /// <summary>Whether the relation before this position compares words, where an empty term means "any value".</summary>
    public bool SearchesWords => _relation is "=" or "ANY" or "ALL" or "ADJ";

    /// <summary>Whether the relation before this position orders or excludes values, where a list means something else than it seems to.</summary>
    public bool ComparesOneValue => _relation.Length > 0 && _relation[0] is '<' or '>';

    public void Read(string text)
    {
        foreach (char c in text)
        {
            if (_inQuotes)
            {
                ReadQuoted(c);
            }
            else
            {
                ReadPlain(c);
            }
        }
    }

    public void ReadValue(string expression)
    {
        RefuseBadPlace(expression);
        if (_last == Token.Start)
        {
            throw new FormatException(
                $"The value {{{expression}}} needs a field and a relation before it: name=={{{expression}}}.");
        }

        Accept(Token.Value);
    }

    public void ReadQuery(string expression)
    {
        RefuseBadPlace(expression);
        if (_last is not (Token.Start or Token.Open or Token.Boolean))
        {
            throw new FormatException($"The query {{{expression}}} is not allowed here; use it where a condition is allowed.");
        }

        Accept(Token.Value);
    }

    public void Finish()
    {
        EndWord();
        if (_inQuotes)
        {
            throw new FormatException("A quotation mark in the query is not closed.");
        }

        if (_depth != 0)
        {
            throw new FormatException("A parenthesis in the query is not closed.");
        }

        if (_last == Token.Start)
        {
            throw new FormatException("The query is blank. Cql.All matches every record.");
        }
    }

    private void RefuseBadPlace(string expression)
    {
        if (_inQuotes)
        {
            throw new FormatException(
                $"The value {{{expression}}} is inside quotation marks. Remove them: values are quoted automatically.");
        }

        bool glued = !_blankBefore && _last is Token.Quoted or Token.Value or Token.Close;
        if (_word.Length > 0 || glued)
        {
            throw new FormatException(
                $"The value {{{expression}}} is joined to the text before it. A value is a whole term; "
                + "use Cql.Field(...).StartsWith or EndsWith to search for a part.");
        }

        if (HasSort)
        {
            throw new FormatException($"The value {{{expression}}} is in the sort. Use SortBy, which checks field names.");
        }
    }

    private void ReadQuoted(char c)
    {
        if (_escaped)
        {
            _escaped = false;
        }
        else if (c == '\\')
        {
            _escaped = true;
        }
        else if (c == '"')
        {
            _inQuotes = false;
        }
    }

    private void ReadPlain(char c)
    {
        switch (c)
        {
            case '"':
                EndWord();
                RefuseGluedAfterValue();
                Accept(Token.Quoted);
                _inQuotes = true;
                break;
            case '(' or ')':
                EndWord();
                ReadParenthesis(c);
                break;
            case '=' or '<' or '>':
                EndWord();
                ReadRelation(c);
                break;
            case '/':
                EndWord();
                Accept(Token.Modifier);
                break;
            case '\\':
                throw new FormatException("A backslash is outside quotation marks. Quote the term.");
            default:
                ReadWordOrBlank(c);
                break;
        }
    }

    private void ReadWordOrBlank(char c)
    {
        if (char.IsWhiteSpace(c))
        {
            EndWord();
            _blankBefore = true;
            return;
        }

        RefuseGluedAfterValue();
        _word.Append(c);
    }

    private void ReadParenthesis(char c)
    {
        if (c == '(')
        {
            RefuseGluedAfterValue();
        }

        _depth += c == '(' ? 1 : -1;
        if (_depth < 0)
        {
            throw new FormatException("A closing parenthesis in the query has no opening one.");
        }

        Accept(c == '(' ? Token.Open : Token.Close);
    }

    private void ReadRelation(char c)
    {
        if (_last == Token.Value)
        {
            throw new FormatException("A value is in the place of a field name. Use Cql.Field(name), which checks names.");
        }

        bool second = _last == Token.Relation && !_blankBefore;
        _relation = second ? _relation + c : c.ToString();
        Accept(Token.Relation);
    }

    private void RefuseGluedAfterValue()
    {
        if (_last == Token.Value && !_blankBefore)
        {
            throw new FormatException(
                "Text is joined to a value. A value is a whole term; use Cql.Field(...).StartsWith or EndsWith to search for a part.");
        }
    }

    private void EndWord()
    {
        if (_word.Length == 0)
        {
            return;
        }

        string word = _word.ToString().ToUpperInvariant();
        _word.Clear();
        Token kind = word switch
        {
            "AND" or "OR" or "NOT" => Token.Boolean,
            "ANY" or "ALL" or "ADJ" => Token.Relation,
            "SORTBY" => Token.Sort,
            _ => Token.Word,
        };
        if (_last == Token.Value && kind is (Token.Word or Token.Relation))
        {
            throw new FormatException($"Expected and, or, not or sortBy after a value, but found {word}.");
        }

        _relation = kind == Token.Relation ? word : _relation;
        HasSort |= kind == Token.Sort;
        Accept(kind);
    }

    private void Accept(Token token)
    {
        _last = token;
        _blankBefore = false;
    }
}
