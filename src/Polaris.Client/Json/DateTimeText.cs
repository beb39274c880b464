using System.Text;

namespace Polaris.Client.Json;

/// <summary>The date formats of both systems, distinguished by their first characters.</summary>
internal static class DateTimeText
{
    private const int LongestShape = 40;
    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static bool TryParse(string text, TimeZoneInfo serverTimeZone, out DateTimeOffset value)
    {
        TextScanner scanner = new(text.AsSpan().Trim());
        DateTimeParts parts = new();
        bool understood =
            scanner.StartsWith("/Date(") ? TryMicrosoft(ref scanner, ref parts)
            : scanner.IsDigitAt(1) && scanner.IsDigitAt(2) ? TryYearFirst(ref scanner, ref parts)
            : scanner.IsDigitAt(0) ? TryMonthDayYear(ref scanner, ref parts)
            : TryMonthName(ref scanner, ref parts);
        value = default;
        return understood && scanner.AtEnd && parts.TryBuild(serverTimeZone, out value);
    }

    /// <summary>Returns the shape of a string without its content.</summary>
    public static string ShapeOf(string text)
    {
        StringBuilder shape = new();
        foreach (char c in text.Length > LongestShape ? text.Substring(0, LongestShape) : text)
        {
            shape.Append(char.IsDigit(c) ? '9' : char.IsLetter(c) ? 'a' : char.IsControl(c) ? '?' : c);
        }

        return text.Length > LongestShape ? shape.Append("...").ToString() : shape.ToString();
    }

    private static bool TryYearFirst(ref TextScanner scanner, ref DateTimeParts parts) =>
        scanner.IsDigitAt(4) ? TryMarc005(ref scanner, ref parts) : TryIso(ref scanner, ref parts);

    private static bool TryIso(ref TextScanner scanner, ref DateTimeParts parts)
    {
        if (!(scanner.Digits(4, out parts.Year) && scanner.Skip('-') && scanner.Digits(2, out parts.Month)
            && scanner.Skip('-') && scanner.Digits(2, out parts.Day)))
        {
            return false;
        }

        return scanner.AtEnd || ((scanner.Skip('T') || scanner.Skip(' ')) && TryTime(ref scanner, ref parts));
    }

    private static bool TryTime(ref TextScanner scanner, ref DateTimeParts parts)
    {
        if (!(scanner.Digits(2, out parts.Hour) && scanner.Skip(':') && scanner.Digits(2, out parts.Minute)))
        {
            return false;
        }

        if (scanner.Skip(':') && !(scanner.Digits(2, out parts.Second) && scanner.Fraction(out parts.Ticks)))
        {
            return false;
        }

        return scanner.AtEnd || scanner.Offset(out parts.Offset);
    }

    private static bool TryMarc005(ref TextScanner scanner, ref DateTimeParts parts) =>
        scanner.Digits(4, out parts.Year) && scanner.Digits(2, out parts.Month) && scanner.Digits(2, out parts.Day)
        && scanner.Digits(2, out parts.Hour) && scanner.Digits(2, out parts.Minute)
            && scanner.Digits(2, out parts.Second)
        && scanner.Fraction(out parts.Ticks);

    private static bool TryMonthDayYear(ref TextScanner scanner, ref DateTimeParts parts) =>
        scanner.Number(out parts.Month) && scanner.Skip('/') && scanner.Number(out parts.Day)
        && scanner.Skip('/') && scanner.Digits(4, out parts.Year);

    private static bool TryMonthName(ref TextScanner scanner, ref DateTimeParts parts)
    {
        while (parts.Month < Months.Length && !scanner.StartsWith(Months[parts.Month]))
        {
            parts.Month++;
        }

        if (parts.Month == Months.Length || !scanner.SkipWord(Months[parts.Month++]) || !scanner.SkipBlanks()
            || !scanner.Number(out parts.Day) || !scanner.SkipBlanks() || !scanner.Digits(4, out parts.Year))
        {
            return false;
        }

        return scanner.AtEnd || (scanner.SkipBlanks() && TryTwelveHourTime(ref scanner, ref parts));
    }

    private static bool TryTwelveHourTime(ref TextScanner scanner, ref DateTimeParts parts)
    {
        if (!(scanner.Number(out parts.Hour) && scanner.Skip(':') && scanner.Digits(2, out parts.Minute))
            || parts.Hour is < 1 or > 12)
        {
            return false;
        }

        bool afternoon = scanner.Skip('P');
        parts.Hour = (parts.Hour % 12) + (afternoon ? 12 : 0);
        return (afternoon || scanner.Skip('A')) && scanner.Skip('M');
    }

    private static bool TryMicrosoft(ref TextScanner scanner, ref DateTimeParts parts)
    {
        scanner.SkipWord("/Date(");
        if (!scanner.SignedNumber(out long milliseconds))
        {
            return false;
        }

        parts.UnixMilliseconds = milliseconds;
        return (scanner.StartsWith(")") || scanner.Offset(out parts.Offset)) && scanner.SkipWord(")/");
    }
}
