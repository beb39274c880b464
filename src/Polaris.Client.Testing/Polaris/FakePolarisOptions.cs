namespace Polaris.Client.Testing;

/// <summary>How a <see cref="FakePolaris"/> behaves.</summary>
public sealed class FakePolarisOptions
{
    /// <summary>The clock: token expiry, lock dates, delays.</summary>
    /// <value>The clock of this machine by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The zone that the server's clock shows; dates without offset are in this zone. Clients do not know it.</summary>
    /// <value>UTC by default. Real servers are seldom in UTC.</value>
    public TimeZoneInfo ServerTimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The site domain that every address and every PAS header must name.</summary>
    /// <value><c>polaris</c> by default.</value>
    public string SiteDomain { get; set; } = "polaris";

    /// <summary>How long a token is valid.</summary>
    /// <value>24 hours by default.</value>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whether numbers in quotes are accepted without complaint, as in some of the vendor's samples.</summary>
    /// <value>False by default; they are understood, and counted as unexpected.</value>
    public bool AcceptQuotedNumbers { get; set; }

    /// <summary>Whether replies sent up front in <c>WorkflowReplies</c> are used.</summary>
    /// <value>True by default. With false the server asks anyway, as some workflows do.</value>
    public bool UseUpFrontReplies { get; set; } = true;

    /// <summary>Whether a refused call for many locks leaves those locked that came before the refused one.</summary>
    /// <value>True by default, the harder case; what Polaris does is not documented.</value>
    public bool ManyLocksMayBePartial { get; set; } = true;

    /// <summary>How the dates of locks are printed.</summary>
    /// <value><see cref="FakeLockDates.Documented"/> by default.</value>
    public FakeLockDates LockDates { get; set; }

    /// <summary>In which ways the JSON of answers differs from the documents, as that of real servers does.</summary>
    /// <value><see cref="FakeSloppiness.None"/> by default.</value>
    public FakeSloppiness Sloppiness { get; set; }

    /// <summary>The share of the members that are sloppy, from 0 to 1.</summary>
    /// <value>1 by default: each member that can be.</value>
    public double SloppinessRate { get; set; } = 1;

    /// <summary>How long each answer takes at least.</summary>
    /// <value>Zero by default.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>How much longer an answer may take, at random.</summary>
    /// <value>Zero by default.</value>
    public TimeSpan LatencyJitter { get; set; }

    /// <summary>The seed of what is random: latency and sloppiness. The same requests in the same order then have the same answers.</summary>
    /// <value>0 by default. Read when the fake is created.</value>
    public int Seed { get; set; }

    /// <summary>How many exchanges, unexpected requests and operations are kept; the oldest are forgotten first.</summary>
    /// <value>10,000 by default.</value>
    public int JournalCapacity { get; set; } = 10_000;

    /// <summary>How many conversations are kept; the oldest are forgotten first.</summary>
    /// <value>10,000 by default.</value>
    public int ConversationCapacity { get; set; } = 10_000;
}

/// <summary>How a <see cref="FakePolaris"/> prints the dates of locks.</summary>
public enum FakeLockDates
{
    /// <summary>As in the vendor's samples: without offset for one lock, with it for several and for the holder.</summary>
    Documented,

    /// <summary>All without offset.</summary>
    WithoutOffset,

    /// <summary>All <c>null</c>.</summary>
    Null,
}

/// <summary>Ways in which JSON differs from the documents.</summary>
/// <remarks>
/// What a client cannot do without is spared: IDs and statuses are always there and never <c>null</c>, but may be strings or have another casing.
/// </remarks>
[Flags]
public enum FakeSloppiness
{
    /// <summary>As documented.</summary>
    None = 0,

    /// <summary>Members are <c>null</c>.</summary>
    Nulls = 1,

    /// <summary>Numbers are strings.</summary>
    NumbersAsStrings = 2,

    /// <summary>Names of members begin with a small letter.</summary>
    OtherCasing = 4,

    /// <summary>Members are missing.</summary>
    MissingMembers = 8,

    /// <summary>There are members that are not documented.</summary>
    ExtraMembers = 16,

    /// <summary>All of these.</summary>
    All = Nulls | NumbersAsStrings | OtherCasing | MissingMembers | ExtraMembers,
}
