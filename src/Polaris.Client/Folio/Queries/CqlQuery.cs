using System.Globalization;
using System.Text.RegularExpressions;

namespace Polaris.Client.Folio;

/// <summary>A complete CQL query. Immutable, thread-safe, and equal to any query with the same text.</summary>
/// <remarks>
/// CQL gives <c>and</c>, <c>or</c> and <c>not</c> the same precedence and reads them from left to right. The methods here always put
/// both sides in parentheses, so that the server reads the query as you combined it.
/// Created by <see cref="Cql"/>; there is deliberately no conversion from <see cref="string"/>.
/// </remarks>
public sealed class CqlQuery : IEquatable<CqlQuery>
{
    /// <summary>The maximum length of a query in a URL, percent-encoded; gateways refuse request lines of 4,096 bytes or more.</summary>
    internal const int MaxEncodedLength = 3500;

    private const string Keyword = "sortby";

    internal CqlQuery(string text, bool hasSort)
    {
        Text = text;
        HasSort = hasSort;
    }

    /// <summary>The query in CQL, not percent-encoded.</summary>
    public string Text { get; }

    /// <summary>Whether the query ends in a <c>sortBy</c>. Such a query can be sorted further, but not combined.</summary>
    public bool HasSort { get; }

    /// <summary>The length of <see cref="Text"/> once it is percent-encoded for a URL.</summary>
    internal int EncodedLength => CqlTerm.EncodedLength(Text);

    /// <summary>
    /// Whether the query has a part that every record can match: <c>cql.allRecords</c>, in any case, quoted or escaped, or a term that is empty
    /// or consists of wildcards. A value with the text <c>allRecords</c> counts, too, because a wrong "no" would cost data.
    /// </summary>
    internal bool MatchesAnything =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(Text.Replace("\\", ""), "allRecords", CompareOptions.OrdinalIgnoreCase) >= 0
        || Regex.Matches(Text, """
            "(\\.|[^"\\])*"|[^\s()=<>/"]+
            """).Cast<Match>().Any(token => token.Value.Trim('"', '*', '?', '^', ' ').Length == 0);

    /// <summary>Returns a query that matches the records that both queries match.</summary>
    /// <param name="other">The other query, without a sort.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> has a sort.</exception>
    /// <exception cref="InvalidOperationException">This query has a sort; sort the combined query instead.</exception>
    public CqlQuery And(CqlQuery other) => Combine("and", other);

    /// <summary>Returns a query that matches the records that either query matches, or both.</summary>
    /// <inheritdoc cref="And"/>
    public CqlQuery Or(CqlQuery other) => Combine("or", other);

    /// <summary>Returns a query that matches the records that this query matches and the other does not.</summary>
    /// <remarks>In CQL <c>not</c> is an operator between two queries. <see cref="Cql.Not"/> negates a single query.</remarks>
    /// <inheritdoc cref="And"/>
    public CqlQuery AndNot(CqlQuery other) => Combine("not", other);

    /// <summary>Sorts by a field, ascending. Further calls add sort keys of lower priority.</summary>
    /// <remarks>The server sorts by the lowercase, unaccented form of a string.</remarks>
    /// <param name="field">The JSON name of the field, as in <see cref="Cql.Field"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="field"/> is not a field name.</exception>
    public CqlQuery SortBy(string field) => Sort(CqlFieldName.Check(field, nameof(field)));

    /// <summary>Sorts by a field, descending. Further calls add sort keys of lower priority.</summary>
    /// <inheritdoc cref="SortBy"/>
    public CqlQuery SortByDescending(string field) =>
        Sort(CqlFieldName.Check(field, nameof(field)) + "/sort.descending");

    /// <summary>Returns whether the other query has exactly the same text.</summary>
    /// <param name="other">The query to compare with.</param>
    public bool Equals(CqlQuery? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CqlQuery);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>Returns <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    /// <summary>Returns the same query with the ID as its last sort key, so that records with equal keys have an order.</summary>
    internal CqlQuery WithIdLast() => Text.EndsWith(" id", StringComparison.Ordinal) ? this : SortBy("id");

    /// <summary>Returns the same query with its condition in parentheses and its sort after it.</summary>
    internal CqlQuery InParentheses()
    {
        var end = HasSort ? SortStart() : Text.Length;
        var condition = Text.Substring(0, end).TrimEnd();
        return new CqlQuery(HasSort ? $"({condition}) {Text.Substring(end)}" : $"({condition})", HasSort);
    }

    /// <summary>Throws for a query that is too long for a URL, before anything is sent.</summary>
    internal void EnsureFitsUrl(string parameterName)
    {
        int length = EncodedLength;
        if (length > MaxEncodedLength)
        {
            throw new ArgumentException(
                $"The query is {length} characters long when encoded for the URL, and servers accept about {MaxEncodedLength}. "
                + "Split long lists of values over several queries.",
                parameterName);
        }
    }

    /// <summary>Finds the keyword <c>sortBy</c> outside of quotation marks, also in the next line or right after a parenthesis.</summary>
    private int SortStart()
    {
        var isQuoted = false;
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\\')
            {
                i++;
            }
            else if (Text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && IsSortAt(i))
            {
                return i;
            }
        }

        return Text.Length;
    }

    private bool IsSortAt(int start) =>
        string.Compare(Text, start, Keyword, 0, Keyword.Length, StringComparison.OrdinalIgnoreCase) == 0
        && start > 0 && (char.IsWhiteSpace(Text[start - 1]) || Text[start - 1] is ')' or '"')
        && start + Keyword.Length < Text.Length && char.IsWhiteSpace(Text[start + Keyword.Length]);

    private CqlQuery Combine(string word, CqlQuery other)
    {
        _ = other ?? throw new ArgumentNullException(nameof(other));
        if (other.HasSort)
        {
            throw new ArgumentException("A query with a sort cannot be part of another. Sort the combined query instead.", nameof(other));
        }

        if (HasSort)
        {
            throw new InvalidOperationException(
                "A query with a sort cannot be combined with another. Combine the queries first, then sort.");
        }

        return new CqlQuery($"({Text}) {word} ({other.Text})", hasSort: false);
    }

    private CqlQuery Sort(string key) => new(HasSort ? $"{Text} {key}" : $"{Text} sortBy {key}", hasSort: true);
}

/// <summary>The queries of a walk over records in the order of their IDs, one page after another.</summary>
internal static class CqlKeyset
{
    /// <summary>The first page of everything that <paramref name="filter"/> matches; null for all records.</summary>
    public static CqlQuery First(CqlQuery? filter) => Filtered(filter).SortBy("id");

    /// <summary>The page after the record <paramref name="lastId"/>, an ID exactly as the server sent it.</summary>
    public static CqlQuery After(CqlQuery? filter, string lastId)
    {
        CqlQuery rest = Cql.Field("id").GreaterThan(lastId);
        return (filter is null ? rest : Filtered(filter).And(rest)).SortBy("id");
    }

    private static CqlQuery Filtered(CqlQuery? filter) => filter switch
    {
        null => Cql.All,
        { HasSort: true } => throw new InvalidOperationException("A query with its own sort cannot be walked by ID."),
        _ => filter,
    };
}
