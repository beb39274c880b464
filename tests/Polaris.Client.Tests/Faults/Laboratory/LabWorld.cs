using System.Globalization;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>The circumstances of a run: time limits, the server's clocks and zone, and the habits of its version. All follow from the seed.</summary>
internal sealed class LabWorld
{
    private static readonly string[] Zones =
        ["America/Chicago", "America/Chicago", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "Europe/Berlin", "Asia/Kathmandu", "UTC"];

    private static readonly DateTimeOffset[] Starts =
    [
        new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
        new(2026, 7, 1, 23, 59, 50, TimeSpan.Zero),
        new(2026, 10, 25, 0, 58, 0, TimeSpan.Zero), // Berlin repeats an hour at 01:00 UTC.
        new(2026, 11, 1, 6, 58, 0, TimeSpan.Zero), // Chicago repeats an hour at 07:00 UTC.
        new(2026, 3, 8, 7, 58, 0, TimeSpan.Zero), // Chicago leaves out an hour at 08:00 UTC.
    ];

    private readonly TimeSpan _databaseSkew;
    private readonly TimeSpan _webSkew;
    private readonly TimeZoneInfo _zone;
    private readonly int _dateStyle;

    public LabWorld(int seed)
    {
        Seed = seed;
        var draw = new Draw(seed, "world");
        Clock = new LabClock(draw.Of(Starts));
        Timeout = TimeSpan.FromSeconds(draw.Of(5, 10, 30));
        ReleaseTimeout = Timeout * draw.Of(4, 4, 5, 8);
        _zone = TimeZoneInfo.FindSystemTimeZoneById(draw.Of(Zones));
        _databaseSkew = draw.OneIn(2) ? TimeSpan.Zero : draw.Time(TimeSpan.FromSeconds(60)) - TimeSpan.FromSeconds(30);
        _webSkew = draw.OneIn(2) ? TimeSpan.Zero : draw.Time(TimeSpan.FromSeconds(60)) - TimeSpan.FromSeconds(30);
        _dateStyle = draw.Below(4);
        Focus = draw.Of("", "", "", "POST objectlocks", "DELETE objectlocks", "POST workflow", "PUT workflow", "authentication");
        FaultRate = draw.OneIn(6) ? 0 : draw.Fraction() * (Focus.Length == 0 ? 0.5 : 0.9);
        CalmAfter = draw.Time(Timeout * 15);
        SendsDateHeader = !draw.OneIn(8);
        ReadsConversations = draw.Of(200, 200, 200, 200, 404, 405);
        ReplyTooLate = draw.Of(200, 200, -1, 404);
        UnlockMissing = draw.Of(200, 200, 404);
        UnlockBody = draw.Of("true", "true", "");
        SignInClearsLocks = draw.OneIn(12);
        Clients = draw.Of(1, 1, 1, 2, 3);
    }

    public int Seed { get; }

    public LabClock Clock { get; }

    public TimeSpan Timeout { get; }

    public TimeSpan ReleaseTimeout { get; }

    public double FaultRate { get; }

    /// <summary>The only kind of request that meets trouble in this run; empty for all.</summary>
    public string Focus { get; }

    /// <summary>From this time on the server and the network work as they should.</summary>
    public TimeSpan CalmAfter { get; }

    public bool SendsDateHeader { get; }

    /// <summary>The status of GET /workflow/{guid}, whose documentation does not state whether it may be polled.</summary>
    public int ReadsConversations { get; }

    /// <summary>How the server answers a reply to a conversation that has ended: the last answer, status -1, or 404.</summary>
    public int ReplyTooLate { get; }

    public int UnlockMissing { get; }

    public string UnlockBody { get; }

    public bool SignInClearsLocks { get; }

    public int Clients { get; }

    public string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"timeout {Timeout}, release {ReleaseTimeout}, zone {_zone.Id}, style {_dateStyle}, database {_databaseSkew.TotalSeconds:0.0} s, "
        + $"web {_webSkew.TotalSeconds:0.0} s, fault rate {FaultRate:0.00} {Focus} until {CalmAfter}, date header {SendsDateHeader}, "
        + $"GET workflow {ReadsConversations}, late reply {ReplyTooLate}, unlock missing {UnlockMissing}, clears {SignInClearsLocks}, "
        + $"clients {Clients}");

    public DateTimeOffset DatabaseTime() => Clock.GetUtcNow() + _databaseSkew;

    public DateTimeOffset WebTime() => Clock.GetUtcNow() + _webSkew;

    /// <summary>Prints a date as this server does: mostly its local time without an offset.</summary>
    public string Print(DateTimeOffset date)
    {
        var local = TimeZoneInfo.ConvertTime(date, _zone);
        return _dateStyle switch
        {
            0 or 1 => local.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
            2 => local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            _ => local.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        };
    }
}
