using System;
using System.CodeDom.Compiler;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Refit;

/// <summary>Writes values the way servers read them: invariant numbers, ISO 8601 dates, lower-case booleans.</summary>
[GeneratedCode("Polaris.Client.RefitGenerator", "1.0"), ExcludeFromCodeCoverage]
internal static class AddressValue
{
    // Fractions of a second are written only where there are any.
    private const string Iso8601 = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    /// <summary>The text as it is.</summary>
    public static string? Format(string? value) => value;

    /// <summary>true or false.</summary>
    public static string? Format(bool? value) => value is { } flag ? flag ? "true" : "false" : null;

    /// <summary>One character.</summary>
    public static string? Format(char? value) => value?.ToString();

    /// <summary>A whole number.</summary>
    public static string? Format(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format(long?)" />
    public static string? Format(ulong? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest number that reads back as the same value.</summary>
    public static string? Format(float? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Format(float?)" />
    public static string? Format(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A decimal number.</summary>
    public static string? Format(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Hexadecimal digits with hyphens.</summary>
    public static string? Format(Guid? value) => value?.ToString("D");

    /// <summary>ISO 8601; the kind decides whether an offset is written.</summary>
    public static string? Format(DateTime? value) => value?.ToString(Iso8601, CultureInfo.InvariantCulture);

    /// <summary>ISO 8601 with the offset.</summary>
    public static string? Format(DateTimeOffset? value) => value?.ToString(Iso8601, CultureInfo.InvariantCulture);

#if NET6_0_OR_GREATER
    /// <summary>ISO 8601.</summary>
    public static string? Format(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
#endif

    /// <summary>The items in one value; null where there is no collection.</summary>
    public static string? Join<T>(string separator, IEnumerable<T>? items, Func<T, string?> format)
    {
        if (items is null)
            return null;
        var texts = new List<string?>();
        foreach (T item in items)
            texts.Add(format(item));
        return string.Join(separator, texts);
    }
}
