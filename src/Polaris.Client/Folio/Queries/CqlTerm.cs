using System.Collections;
using System.Globalization;
using System.Text;

namespace Polaris.Client.Folio;

/// <summary>Turns values into quoted terms in which no character has a special meaning.</summary>
internal static class CqlTerm
{
    // Metadata dates are stored as strings in this format, and FOLIO compares them as strings.
    private const string DateForm = "yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'";

    public static string Quote(string value, string parameterName, string before = "", string after = "")
    {
        RefuseLoneSurrogates(value, parameterName);
        var term = new StringBuilder(value.Length + 4).Append('"').Append(before);
        foreach (char c in value)
        {
            if (c is '\\' or '*' or '?' or '^' or '"')
            {
                term.Append('\\');
            }

            term.Append(c);
        }

        return term.Append(after).Append('"').ToString();
    }

    public static string List(IEnumerable values, string? format, string parameterName)
    {
        var terms = new List<string>();
        foreach (object? value in values)
        {
            terms.Add(value is null
                ? throw new ArgumentException("A value of the list is null.", parameterName)
                : Quote(ToText(value, format, parameterName), parameterName));
        }

        return terms.Count > 0
            ? $"({string.Join(" or ", terms)})"
            : throw new ArgumentException("The list is empty, which CQL cannot express.", parameterName);
    }

    public static string ToText<T>(T value, string? format, string parameterName) => value switch
    {
        null => throw new ArgumentNullException(
            parameterName, "A null term would widen the search. Use IsUndefined to find records without the field."),
        string text => format is null
            ? text
            : throw new FormatException($"A string does not take a format: {{{parameterName}:{format}}}."),
        bool flag => flag ? "true" : "false",
        DateTimeOffset date when format is null => date.UtcDateTime.ToString(DateForm, CultureInfo.InvariantCulture),
        DateTime date when format is null => Utc(date, parameterName).ToString(DateForm, CultureInfo.InvariantCulture),
#if NET
        DateOnly date when format is null => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
#endif
        double or float when format is null => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
        CqlQuery => throw new ArgumentException("A query is not a value of a field.", parameterName),
        IEnumerable => throw new ArgumentException("A list is not a single value. Use OneOf.", parameterName),
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? throw new ArgumentNullException(parameterName),
    };

    public static void RefuseLoneSurrogates(string value, string parameterName)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                throw new ArgumentException(
                    $"The string has half a character (a lone surrogate) at position {i}, which UTF-8 cannot represent.",
                    parameterName);
            }
        }
    }

    /// <summary>Counts the characters of a percent-encoded string: three for each byte that is not unreserved.</summary>
    public static int EncodedLength(string text)
    {
        int length = 0;
        foreach (char c in text)
        {
            length += c switch
            {
                (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~' => 1,
                < '\u0080' => 3,
                < '\u0800' => 6,
                >= '\uD800' and <= '\uDFFF' => 6,
                _ => 9,
            };
        }

        return length;
    }

    private static DateTime Utc(DateTime date, string parameterName) => date.Kind != DateTimeKind.Unspecified
        ? date.ToUniversalTime()
        : throw new ArgumentException("The date does not specify whether it is local or UTC. Use DateTimeOffset.", parameterName);
}
