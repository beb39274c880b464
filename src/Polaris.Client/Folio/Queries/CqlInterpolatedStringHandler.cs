using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;

namespace Polaris.Client.Folio;

/// <summary>Receives the parts of the interpolated string passed to <see cref="Cql.Format"/>. Called by the compiler.</summary>
/// <remarks>
/// <para>Each value in braces becomes one quoted term, with a backslash before each of <c>\ * ? ^ "</c>, so that no value can
/// end its term, act as a wildcard or add a condition. Values are written as follows:</para>
/// <list type="table">
/// <listheader><term>Type</term><description>Written as</description></listheader>
/// <item><term><see cref="string"/>, <see cref="char"/></term>
/// <description>unchanged; a lone surrogate is refused</description></item>
/// <item><term><see cref="bool"/></term><description><c>true</c>, <c>false</c></description></item>
/// <item><term><see cref="DateTimeOffset"/>, <see cref="DateTime"/></term>
/// <description>UTC in FOLIO's format, <c>2025-09-07T22:09:14.300+00:00</c>; a <see cref="DateTime"/> of unspecified kind is
/// refused</description></item>
/// <item><term>enums</term><description>the member's name</description></item>
/// <item><term>other <see cref="IFormattable"/></term><description>invariant culture, with the format after the colon if there
/// is one: <c>{date:yyyy}</c></description></item>
/// <item><term>a list</term>
/// <description><c>("a" or "b")</c>, for use after <c>==</c>; an empty one, and one after <c>&lt;&gt;</c>, <c>&lt;</c> or
/// <c>&gt;</c>, is refused</description></item>
/// <item><term><see cref="CqlQuery"/></term><description>the query in parentheses; one with a sort is refused</description></item>
/// <item><term>anything else</term><description><see cref="object.ToString"/></description></item>
/// </list>
/// <para>An empty string is refused after <c>=</c>, <c>any</c>, <c>all</c> and <c>adj</c>, where FOLIO reads it as "any value
/// at all". Alignment (<c>{value,10}</c>) does not compile.</para>
/// </remarks>
[InterpolatedStringHandler]
public readonly ref struct CqlInterpolatedStringHandler
{
    private readonly StringBuilder _text;
    private readonly CqlScanner _scanner;

    /// <summary>Starts a query.</summary>
    /// <param name="literalLength">The number of characters outside the braces.</param>
    /// <param name="formattedCount">The number of values.</param>
    public CqlInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
        _scanner = new CqlScanner();
    }

    /// <summary>Appends the text between two values as CQL.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="FormatException">The text continues after a value in a way that cannot be CQL.</exception>
    public void AppendLiteral(string value)
    {
        _scanner.Read(value);
        _text.Append(value);
    }

    /// <summary>Appends a value as one term.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format after the colon, for formattable values.</param>
    /// <param name="expression">Set by the compiler: the expression between the braces, for error messages.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> cannot be a term.</exception>
    /// <exception cref="FormatException">A value is not allowed here.</exception>
    public void AppendFormatted<T>(
        T value, string? format = null, [CallerArgumentExpression(nameof(value))] string expression = "")
    {
        switch (value)
        {
            case CqlQuery query:
                AppendQuery(query, expression);
                break;
            case IEnumerable values and not string:
                AppendList(values, format, expression);
                break;
            default:
                AppendTerm(CqlTerm.ToText(value, format, expression), expression);
                break;
        }
    }

    internal CqlQuery ToQuery()
    {
        _scanner.Finish();
        return new CqlQuery(_text.ToString(), _scanner.HasSort);
    }

    private void AppendTerm(string value, string expression)
    {
        _scanner.ReadValue(expression);
        if (_scanner.SearchesWords && string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException(
                "After =, any, all and adj FOLIO reads a blank term as 'any value'. Use == to find an empty value, or "
                + "Cql.Field(...).IsDefined() to find any value.",
                expression);
        }

        _text.Append(CqlTerm.Quote(value, expression));
    }

    private void AppendList(IEnumerable values, string? format, string expression)
    {
        _scanner.ReadValue(expression);
        if (_scanner.ComparesOneValue)
        {
            throw new FormatException(
                $"The list {{{expression}}} is not allowed after <>, < or >: FOLIO compares with each value and combines them with 'or', so "
                + "<> would match every record. To exclude the values, use not with ==: (cql.allRecords=1) not (field=={list}).");
        }

        _text.Append(CqlTerm.List(values, format, expression));
    }

    private void AppendQuery(CqlQuery query, string expression)
    {
        if (query.HasSort)
        {
            throw new ArgumentException("A query with a sort cannot be part of another. Sort the whole query.", expression);
        }

        _scanner.ReadQuery(expression);
        _text.Append('(').Append(query.Text).Append(')');
    }
}
