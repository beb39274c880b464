namespace Polaris.Client.Folio;

/// <summary>A finished CQL query. Immutable, thread-safe, and equal to any query of the same text.</summary>
/// <remarks>
/// CQL gives <c>and</c>, <c>or</c> and <c>not</c> the same rank and reads them from left to right. The methods here put both
/// sides in parentheses, always, so that what you combine is what the server reads.
/// Made by <see cref="Cql"/>; there is deliberately no conversion from <see cref="string"/>.
/// </remarks>
public sealed class CqlQuery : IEquatable<CqlQuery>
{
    /// <summary>What a query may take of a URL, percent-encoded; gateways refuse request lines from 4,096 bytes on.</summary>
    internal const int MaxEncodedLength = 3500;

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

    /// <summary>Matches what both queries match.</summary>
    /// <param name="other">The other query, without a sort.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> has a sort.</exception>
    /// <exception cref="InvalidOperationException">This query has a sort; sort the combined query instead.</exception>
    public CqlQuery And(CqlQuery other) => Combine("and", other);

    /// <summary>Matches what either query matches, or both.</summary>
    /// <inheritdoc cref="And"/>
    public CqlQuery Or(CqlQuery other) => Combine("or", other);

    /// <summary>Matches what this query matches and the other does not.</summary>
    /// <remarks>In CQL <c>not</c> stands between two queries. <see cref="Cql.Not"/> negates a query on its own.</remarks>
    /// <inheritdoc cref="And"/>
    public CqlQuery AndNot(CqlQuery other) => Combine("not", other);

    /// <summary>Sorts by a field, ascending. Called again, it adds a key of lower rank.</summary>
    /// <remarks>The server sorts by the lower-cased, unaccented form of a text.</remarks>
    /// <param name="field">The field's JSON name, as in <see cref="Cql.Field"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="field"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="field"/> is not a field name.</exception>
    public CqlQuery SortBy(string field) => Sort(CqlFieldName.Check(field, nameof(field)));

    /// <summary>Sorts by a field, descending. Called again, it adds a key of lower rank.</summary>
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

    /// <summary>The same query with the ID as its last sort key, so that records of equal keys have an order.</summary>
    internal CqlQuery WithIdLast() => Text.EndsWith(" id", StringComparison.Ordinal) ? this : SortBy("id");

    /// <summary>The same query with its condition in parentheses and its sort behind them.</summary>
    internal CqlQuery InParentheses()
    {
        var end = HasSort ? SortStart() : Text.Length;
        var condition = Text.Substring(0, end).TrimEnd();
        return new CqlQuery(HasSort ? $"({condition}) {Text.Substring(end)}" : $"({condition})", HasSort);
    }

    /// <summary>Refuses a query that would not fit into a URL, before anything is sent.</summary>
    internal void EnsureFitsUrl(string parameterName)
    {
        int length = EncodedLength;
        if (length > MaxEncodedLength)
        {
            throw new ArgumentException(
                $"The query is {length} characters long once encoded for the URL, and servers take about {MaxEncodedLength}. "
                + "Split long lists of values over several queries.",
                parameterName);
        }
    }

    /// <summary>Finds the word <c>sortBy</c> outside of quotation marks.</summary>
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
            else if (!isQuoted && string.Compare(Text, i, " sortby ", 0, 8, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return i + 1;
            }
        }

        return Text.Length;
    }

    private CqlQuery Combine(string word, CqlQuery other)
    {
        _ = other ?? throw new ArgumentNullException(nameof(other));
        if (other.HasSort)
        {
            throw new ArgumentException("A query with a sort cannot be part of another. Sort the combined query.", nameof(other));
        }

        if (HasSort)
        {
            throw new InvalidOperationException(
                "A query with a sort cannot be combined with another. Combine first, then sort.");
        }

        return new CqlQuery($"({Text}) {word} ({other.Text})", hasSort: false);
    }

    private CqlQuery Sort(string key) => new(HasSort ? $"{Text} {key}" : $"{Text} sortBy {key}", hasSort: true);
}

/// <summary>The queries of a walk over records in the order of their ids, one page after the other.</summary>
internal static class CqlKeyset
{
    /// <summary>The first page of everything that <paramref name="filter"/> matches; null is everything.</summary>
    public static CqlQuery First(CqlQuery? filter) => Filtered(filter).SortBy("id");

    /// <summary>The page after the record <paramref name="lastId"/>, an id exactly as the server sent it.</summary>
    public static CqlQuery After(CqlQuery? filter, string lastId)
    {
        CqlQuery rest = Cql.Field("id").GreaterThan(lastId);
        return (filter is null ? rest : Filtered(filter).And(rest)).SortBy("id");
    }

    private static CqlQuery Filtered(CqlQuery? filter) => filter switch
    {
        null => Cql.All,
        { HasSort: true } => throw new InvalidOperationException("A query with its own sort cannot be walked by id."),
        _ => filter,
    };
}
