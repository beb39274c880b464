namespace Polaris.Client.Json;

/// <summary>Finds the time zone for dates without an offset.</summary>
internal static class ServerTimeZone
{
    public static bool TryFind(string? id, out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        try
        {
            zone = string.Equals(id, "UTC", StringComparison.OrdinalIgnoreCase) ? zone : TimeZoneInfo.FindSystemTimeZoneById(id ?? "");
            return true;
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException or ArgumentException)
        {
            return false;
        }
    }
}
