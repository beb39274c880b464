namespace Polaris.Client.Folio;

/// <summary>Creates CQL queries, FOLIO's search language, in which a value can never become syntax.</summary>
/// <remarks>
/// <para>There are three ways, the safest first. <see cref="Field"/> builds a query from method calls.
/// <see cref="Format"/> takes an interpolated string and quotes every value in it. <see cref="Raw"/> takes a string
/// unchanged and leaves its safety to you.</para>
/// <para>Matching ignores case and accents unless the field is configured otherwise on the server, so
/// <c>Cql.Field("source").EqualTo("LOCAL")</c> finds <c>local</c>.</para>
/// <para>All members are thread-safe.</para>
/// </remarks>
/// <example>
/// <code>
/// CqlQuery query = Cql.Field("name").StartsWith("Local")
///     .And(Cql.Field("source").OneOf(["local", "consortium"]))
///     .SortBy("name");
///
/// CqlQuery same = Cql.Format($"name=={name} and source=={source} sortBy name");
/// </code>
/// </example>
public static class Cql
{
    /// <summary>The query that every record matches: <c>cql.allRecords=1</c>.</summary>
    public static CqlQuery All { get; } = new("cql.allRecords=1", hasSort: false);

    /// <summary>Starts a condition on one field of the record.</summary>
    /// <param name="name">
    /// The JSON name of the field, case-sensitive; nested fields with dots, such as <c>metadata.updatedDate</c>.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is not a field name: CQL cannot quote names, so only letters, digits, <c>_</c>, <c>-</c> and dots
    /// are allowed, and the keywords of CQL (<c>and</c>, <c>sortBy</c>...) are not.
    /// </exception>
    public static CqlField Field(string name) => new(CqlFieldName.Check(name, nameof(name)), modifiers: "");

    /// <summary>Creates a query from an interpolated string whose values are quoted and escaped, each as one term.</summary>
    /// <param name="query">
    /// The query, for example <c>$"name=={name} and source==local"</c>. See
    /// <see cref="CqlInterpolatedStringHandler"/> for how each type of value is written.
    /// </param>
    /// <returns>The finished query.</returns>
    /// <exception cref="ArgumentNullException">A value is null; the parameter name is the expression in the braces.</exception>
    /// <exception cref="ArgumentException">A value cannot be a term, such as an empty list or a lone surrogate.</exception>
    /// <exception cref="FormatException">
    /// The text between the values has unbalanced quotes or parentheses, or a value is in an invalid place: inside quotes, as a
    /// field name, after <c>sortBy</c>, or next to other text (use <see cref="CqlField.StartsWith"/> instead of
    /// <c>{value}*</c>).
    /// </exception>
    public static CqlQuery Format(CqlInterpolatedStringHandler query) => query.ToQuery();

    /// <summary>Creates a query from a string, unquoted and unescaped.</summary>
    /// <remarks>
    /// <b>Never build the string from input.</b> A value that contains a quotation mark can add <c>or cql.allRecords=1</c> and so
    /// widen the search to every record. Use it for queries that are constants or that an administrator wrote.
    /// Only the quotes and parentheses are checked, so that the query stays intact when it is combined with others.
    /// </remarks>
    /// <param name="text">The query, not percent-encoded.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank or contains a lone surrogate.</exception>
    /// <exception cref="FormatException">A quotation mark or a parenthesis is not closed.</exception>
    public static CqlQuery Raw(string text)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException("A blank string is not a query. Cql.All matches every record.", nameof(text));
        }

        CqlTerm.RefuseLoneSurrogates(text, nameof(text));
        var scanner = new CqlScanner();
        scanner.Read(text);
        scanner.Finish();
        return new CqlQuery(text, scanner.HasSort);
    }

    /// <summary>Creates the query that matches every record that <paramref name="query"/> does not.</summary>
    /// <param name="query">The query to negate, without a sort.</param>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="query"/> has a sort.</exception>
    public static CqlQuery Not(CqlQuery query) => All.AndNot(query);
}
