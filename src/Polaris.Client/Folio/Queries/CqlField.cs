namespace Polaris.Client.Folio;

/// <summary>One field of a record, to which a condition is added. Immutable and thread-safe.</summary>
/// <remarks>
/// <para><b>Two kinds of search.</b> <see cref="EqualTo{T}"/>, <see cref="StartsWith"/>, <see cref="EndsWith"/>,
/// <see cref="Contains"/> and <see cref="OneOf{T}"/> compare the whole field as one string. <see cref="Any"/>, <see cref="All"/> and
/// <see cref="Phrase"/> compare its words: they find <c>new York</c> in <c>The New York Times</c>, but never a part of
/// a word.</para>
/// <para>Values are written as <see cref="CqlInterpolatedStringHandler"/> describes, always quoted and escaped. Null is always
/// refused: use <see cref="IsUndefined"/> to search for records without the field.</para>
/// </remarks>
/// <example><code>CqlQuery query = Cql.Field("name").EqualTo(name);</code></example>
public sealed class CqlField
{
    private readonly string _name;
    private readonly string _modifiers;

    internal CqlField(string name, string modifiers)
    {
        _name = name;
        _modifiers = modifiers;
    }

    /// <summary>Makes the next condition case-sensitive: <c>a</c> and <c>A</c> differ.</summary>
    public CqlField RespectCase() => With("/respectCase");

    /// <summary>Makes the next condition case-insensitive, whatever the default of the field is.</summary>
    public CqlField IgnoreCase() => With("/ignoreCase");

    /// <summary>Makes the next condition accent-sensitive: <c>e</c> and <c>é</c> differ.</summary>
    public CqlField RespectAccents() => With("/respectAccents");

    /// <summary>Makes the next condition accent-insensitive, whatever the default of the field is.</summary>
    public CqlField IgnoreAccents() => With("/ignoreAccents");

    /// <summary>Makes the next condition compare numbers instead of strings, so that 9 is less than 10.</summary>
    public CqlField AsNumber() => With("/number");

    /// <summary>Matches if the whole field equals the value: <c>name=="value"</c>.</summary>
    /// <param name="value">The value; an empty string matches fields that exist and are empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is a list, a query, or contains a lone surrogate.</exception>
    public CqlQuery EqualTo<T>(T value) => Compare("==", value);

    /// <summary>Matches if the field exists and does not equal the value: <c>name&lt;&gt;"value"</c>.</summary>
    /// <inheritdoc cref="EqualTo{T}"/>
    public CqlQuery NotEqualTo<T>(T value) => Compare("<>", value);

    /// <summary>Matches if the field is greater than the value.</summary>
    /// <remarks>Except on IDs and with <see cref="AsNumber"/>, strings are compared case-sensitively, unlike in a sort.</remarks>
    /// <inheritdoc cref="EqualTo{T}"/>
    public CqlQuery GreaterThan<T>(T value) => Compare(">", value);

    /// <summary>Matches if the field is greater than or equal to the value.</summary>
    /// <inheritdoc cref="GreaterThan{T}"/>
    public CqlQuery GreaterThanOrEqualTo<T>(T value) => Compare(">=", value);

    /// <summary>Matches if the field is less than the value.</summary>
    /// <inheritdoc cref="GreaterThan{T}"/>
    public CqlQuery LessThan<T>(T value) => Compare("<", value);

    /// <summary>Matches if the field is less than or equal to the value.</summary>
    /// <inheritdoc cref="GreaterThan{T}"/>
    public CqlQuery LessThanOrEqualTo<T>(T value) => Compare("<=", value);

    /// <summary>Matches if the whole field equals one of the values: <c>name==("a" or "b")</c>. Long lists are fast on the server.</summary>
    /// <param name="values">At least one value, each as in <see cref="EqualTo{T}"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty, or one of the values is null.</exception>
    public CqlQuery OneOf<T>(IEnumerable<T> values)
    {
        _ = values ?? throw new ArgumentNullException(nameof(values));
        if (values is string)
        {
            throw new ArgumentException("One string is not a list of values. Use EqualTo.", nameof(values));
        }

        return Build("==", CqlTerm.List(values, format: null, nameof(values)));
    }

    /// <summary>Matches if the field starts with the text: <c>name=="text*"</c>.</summary>
    /// <remarks>Asterisks and similar characters in the text itself have no special meaning.</remarks>
    /// <param name="text">The beginning, not empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or contains a lone surrogate.</exception>
    public CqlQuery StartsWith(string text) => Build("==", CqlTerm.Quote(Part(text), nameof(text), after: "*"));

    /// <summary>Matches if the field ends with the text: <c>name=="*text"</c>.</summary>
    /// <inheritdoc cref="StartsWith"/>
    public CqlQuery EndsWith(string text) => Build("==", CqlTerm.Quote(Part(text), nameof(text), before: "*"));

    /// <summary>Matches if the field contains the text, also within a word: <c>name=="*text*"</c>.</summary>
    /// <remarks>A search for a part of a string reads every row on the server. For words use <see cref="All"/>.</remarks>
    /// <inheritdoc cref="StartsWith"/>
    public CqlQuery Contains(string text) => Build("==", CqlTerm.Quote(Part(text), nameof(text), "*", "*"));

    /// <summary>Matches if the field contains at least one of the words: <c>name any "words"</c>.</summary>
    /// <param name="words">Words separated by blanks; at least one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="words"/> is blank, which the server would read as "the field exists".
    /// </exception>
    public CqlQuery Any(string words) => Build(" any", CqlTerm.Quote(Words(words), nameof(words)));

    /// <summary>Matches if the field contains all the words, in any order: <c>name all "words"</c>.</summary>
    /// <inheritdoc cref="Any"/>
    public CqlQuery All(string words) => Build(" all", CqlTerm.Quote(Words(words), nameof(words)));

    /// <summary>Matches if the field contains the words in this order, next to each other: <c>name adj "words"</c>.</summary>
    /// <inheritdoc cref="Any"/>
    public CqlQuery Phrase(string words) => Build(" adj", CqlTerm.Quote(Words(words), nameof(words)));

    /// <summary>Matches if the record has the field, whatever its value: <c>name=""</c>.</summary>
    public CqlQuery IsDefined() => new($"{_name}=\"\"", hasSort: false);

    /// <summary>Matches if the record does not have the field: <c>(cql.allRecords=1) not (name="")</c>.</summary>
    public CqlQuery IsUndefined() => Cql.Not(IsDefined());

    /// <summary>Matches if the record has the field, and it is an empty string: <c>name==""</c>.</summary>
    public CqlQuery IsEmpty() => new($"{_name}==\"\"", hasSort: false);

    /// <summary>Matches if the field is a list, and it is empty or missing: <c>(cql.allRecords=1) not (name&lt;&gt;"[]")</c>.</summary>
    public CqlQuery IsEmptyListOrUndefined() => Cql.Not(new CqlQuery($"{_name}<>\"[]\"", hasSort: false));

    private static string Part(string text)
    {
        _ = text ?? throw new ArgumentNullException(nameof(text));
        return text.Length > 0
            ? text
            : throw new ArgumentException("Every field contains the empty string. Use IsDefined.", nameof(text));
    }

    private static string Words(string words)
    {
        _ = words ?? throw new ArgumentNullException(nameof(words));
        return string.IsNullOrWhiteSpace(words)
            ? throw new ArgumentException("At least one word is needed. To find any value, use IsDefined.", nameof(words))
            : words;
    }

    private CqlField With(string modifier) => new(_name, _modifiers + modifier);

    private CqlQuery Compare<T>(string relation, T value) =>
        Build(relation, CqlTerm.Quote(CqlTerm.ToText(value, format: null, nameof(value)), nameof(value)));

    private CqlQuery Build(string relation, string term)
    {
        bool glued = relation[0] != ' ' && _modifiers.Length == 0;
        return new CqlQuery($"{_name}{relation}{_modifiers}{(glued ? "" : " ")}{term}", hasSort: false);
    }
}

/// <summary>Checks field names: the only part of a query that CQL cannot quote.</summary>
internal static class CqlFieldName
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "prox", "sortby", "any", "all", "adj",
    };

    public static string Check(string name, string parameterName)
    {
        _ = name ?? throw new ArgumentNullException(parameterName);
        if (!name.Split('.').All(IsSegment) || char.IsDigit(name[0]))
        {
            throw new ArgumentException(
                "A field name consists of letters, digits, '_' and '-', with dots between the parts, such as metadata.updatedDate.",
                parameterName);
        }

        if (Reserved.Contains(name))
        {
            throw new ArgumentException($"'{name}' is a keyword of CQL and cannot be a field name.", parameterName);
        }

        // cql.allRecords as a field would turn a condition into "everything".
        return name.StartsWith("cql.", StringComparison.OrdinalIgnoreCase)
            ? throw new ArgumentException($"'{name}' is not a field of a record. Cql.All matches every record.", parameterName)
            : name;
    }

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment[0] != '-' && segment.All(c => c is '_' or '-' || IsAsciiLetterOrDigit(c));

    private static bool IsAsciiLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
