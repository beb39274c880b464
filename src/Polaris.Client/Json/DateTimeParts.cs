namespace Polaris.Client.Json;

/// <summary>The parts of a date string, before they are combined into one instant.</summary>
internal struct DateTimeParts
{
    private static readonly long EarliestMilliseconds = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long LatestMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;
    public int Ticks;
    public TimeSpan? Offset;
    public long? UnixMilliseconds;

    /// <summary>The "unset" date 0001-01-01 has no UTC instant east of Greenwich: it keeps its clock time and loses its offset.</summary>
    public static DateTimeOffset At(DateTime clock, TimeSpan offset)
    {
        long utcTicks = clock.Ticks - offset.Ticks;
        bool representable = utcTicks >= DateTime.MinValue.Ticks && utcTicks <= DateTime.MaxValue.Ticks;
        return new DateTimeOffset(clock, representable ? offset : TimeSpan.Zero);
    }

    public readonly bool TryBuild(TimeZoneInfo serverTimeZone, out DateTimeOffset value)
    {
        if (UnixMilliseconds is { } milliseconds)
        {
            return TryBuildFromUnix(milliseconds, out value);
        }

        value = default;
        if (Year < 1 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)
            || Hour > 23 || Minute > 59 || Second > 59)
        {
            return false;
        }

        DateTime clock = new DateTime(Year, Month, Day, Hour, Minute, Second, DateTimeKind.Unspecified).AddTicks(Ticks);
        value = At(clock, Offset ?? serverTimeZone.GetUtcOffset(clock));
        return true;
    }

    private readonly bool TryBuildFromUnix(long milliseconds, out DateTimeOffset value)
    {
        value = default;
        if (milliseconds < EarliestMilliseconds || milliseconds > LatestMilliseconds)
        {
            return false;
        }

        DateTimeOffset instant = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        long clockTicks = instant.Ticks + (Offset ?? TimeSpan.Zero).Ticks;
        bool representable = clockTicks >= DateTime.MinValue.Ticks && clockTicks <= DateTime.MaxValue.Ticks;
        value = representable && Offset is { } offset ? instant.ToOffset(offset) : instant;
        return true;
    }
}
