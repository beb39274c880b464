using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SiteCheck;

/// <summary>A date with an offset, which a server sent or which was measured.</summary>
/// <param name="Local">The date as the server shows it.</param>
/// <param name="Offset">Its offset.</param>
internal readonly record struct ZonedDate(DateTime Local, TimeSpan Offset);

/// <summary>Finds the time zone of a server from its dates.</summary>
internal static partial class ServerZone
{
    /// <summary>The zones of libraries, the most probable first; zones that cannot be distinguished by the dates follow each other.</summary>
    private static readonly string[] Usual =
    [
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix", "America/Anchorage", "Pacific/Honolulu",
        "America/Halifax", "America/St_Johns", "Europe/London", "Europe/Berlin", "Europe/Athens", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore",
        "Asia/Tokyo", "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth", "Pacific/Auckland", "UTC",
    ];

    /// <summary>The dates with an offset in a response; those in UTC prove nothing, because they may be converted.</summary>
    public static IEnumerable<ZonedDate> DatesIn(JsonNode? node) => Json.Values(node)
        .Select(value => value.TryGetValue(out string? text) ? Offset().Match(text) : Match.Empty)
        .Where(match => match.Success)
        .Select(match => DateTimeOffset.TryParse(match.Value, CultureInfo.InvariantCulture, out var date) ? date : default)
        .Where(date => date.Year > 1970)
        .Select(date => new ZonedDate(date.DateTime, date.Offset));

    /// <summary>The zone of a date without an offset that was set at a known moment.</summary>
    public static ZonedDate Measured(DateTime local, DateTimeOffset now)
    {
        var quarters = Math.Round((local - now.UtcDateTime).TotalMinutes / 15);
        return new ZonedDate(local, TimeSpan.FromMinutes(quarters * 15));
    }

    public static bool Fits(TimeZoneInfo zone, IEnumerable<ZonedDate> dates) => dates.All(date =>
        zone.GetUtcOffset(date.Local) == date.Offset
        || (zone.IsAmbiguousTime(date.Local) && zone.GetAmbiguousTimeOffsets(date.Local).Contains(date.Offset)));

    /// <summary>The zones that explain all dates, the most probable first.</summary>
    public static IReadOnlyList<string> Candidates(IReadOnlyCollection<ZonedDate> dates)
    {
        string[] usual = [.. Usual.Where(id => Find(id) is { } zone && Fits(zone, dates))];
        return usual.Length > 0
            ? usual
            : [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => Fits(zone, dates)).Select(zone => zone.Id).Order(StringComparer.Ordinal)];
    }

    public static TimeZoneInfo? Find(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    public static string Text(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$")]
    private static partial Regex Offset();
}
