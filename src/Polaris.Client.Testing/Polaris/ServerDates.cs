using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>Dates as the server prints them: some with its offset, some without any.</summary>
internal sealed class ServerDates(FakePolarisOptions options)
{
    public string WithOffset(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    public string WithoutOffset(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);

    private DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, options.ServerTimeZone);
}
