using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>How a <see cref="FakePolaris"/> behaves.</summary>
public sealed class FakePolarisOptions
{
    /// <summary>The clock for token expiration, lock dates and delays.</summary>
    /// <value>The system clock by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The time zone of the server; dates without an offset are in this zone. Clients do not know it.</summary>
    /// <value>UTC by default. Real servers are seldom in UTC.</value>
    public TimeZoneInfo ServerTimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The site domain that every address and every PAS header must contain.</summary>
    /// <value><c>polaris</c> by default.</value>
    public string SiteDomain { get; set; } = "polaris";

    /// <summary>The lifetime of a token.</summary>
    /// <value>24 hours by default.</value>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whether the expiration of a token has an offset; otherwise it is in <see cref="ServerTimeZone"/>.</summary>
    /// <value><c>true</c> by default.</value>
    public bool ExpirationHasOffset { get; set; } = true;

    /// <summary>Whether a sign-in releases all locks of the user, as reported of some sites.</summary>
    /// <value><c>false</c> by default.</value>
    public bool SignInClearsLocks { get; set; }

    /// <summary>The release that the status of the service reports.</summary>
    /// <value><c>7.6.37191.1</c> by default: four numbers.</value>
    public string Version { get; set; } = "7.6.37191.1";

    /// <summary>
    /// Undocumented properties that successful responses have in each object, with their values, by the first part of the resource, such as
    /// <c>itemstatuses</c>.
    /// </summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, JsonObject> AdditionalMembers { get; } = new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>Whether numbers in quotes are accepted silently, as in some of the vendor's samples.</summary>
    /// <value><c>false</c> by default; they are understood, and reported as unexpected.</value>
    public bool AcceptQuotedNumbers { get; set; }

    /// <summary>Whether replies sent up front in <c>WorkflowReplies</c> are used.</summary>
    /// <value><c>true</c> by default. If <c>false</c>, the server asks anyway, as some workflows do.</value>
    public bool UseUpFrontReplies { get; set; } = true;

    /// <summary>Whether a refused request for many locks keeps the locks acquired before the refusal.</summary>
    /// <value><c>true</c> by default, the harder case; the behavior of Polaris is not documented.</value>
    public bool ManyLocksMayBePartial { get; set; } = true;

    /// <summary>How the dates of locks are formatted.</summary>
    /// <value><see cref="FakeLockDates.Documented"/> by default.</value>
    public FakeLockDates LockDates { get; set; }

    /// <summary>How the JSON of responses differs from the documentation, as that of real servers does.</summary>
    /// <value><see cref="FakeSloppiness.None"/> by default.</value>
    public FakeSloppiness Sloppiness { get; set; }

    /// <summary>The fraction of the properties that are sloppy, from 0 to 1.</summary>
    /// <value>1 by default: every property that can be.</value>
    public double SloppinessRate { get; set; } = 1;

    /// <summary>How long a new hold request is missing in the list of its patron, as on real servers.</summary>
    /// <value>Zero by default.</value>
    public TimeSpan HoldListDelay { get; set; }

    /// <summary>The minimum duration of each response.</summary>
    /// <value>Zero by default.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>The maximum random addition to the duration of a response.</summary>
    /// <value>Zero by default.</value>
    public TimeSpan LatencyJitter { get; set; }

    /// <summary>The seed of random latency and sloppiness. The same requests in the same order get the same responses.</summary>
    /// <value>0 by default. Read when the fake is created.</value>
    public int Seed { get; set; }

    /// <summary>The number of exchanges, unexpected requests and operations to keep; the oldest are dropped first.</summary>
    /// <value>10,000 by default.</value>
    public int JournalCapacity { get; set; } = 10_000;

    /// <summary>The number of conversations to keep; the oldest are dropped first.</summary>
    /// <value>10,000 by default.</value>
    public int ConversationCapacity { get; set; } = 10_000;

    /// <summary>Returns options for a double of a site: its time zone, dates, latency, release, and the way its responses differ.</summary>
    /// <param name="file">A JSON report of <c>polaris-site-check</c>. What the report does not contain keeps its default.</param>
    /// <exception cref="FormatException">The file is not such a report, or has no part about Polaris.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var fake = new FakePolaris(FakePolarisOptions.FromSiteCheck("our-site.json"));
    /// </code></example>
    public static FakePolarisOptions FromSiteCheck(string file) => SiteCheckReport.Read(file, "polaris").ToPolaris();
}

/// <summary>How a <see cref="FakePolaris"/> formats the dates of locks.</summary>
public enum FakeLockDates
{
    /// <summary>As in the vendor's samples: without an offset for one lock, with an offset for several and for the holder.</summary>
    Documented,

    /// <summary>All without an offset.</summary>
    WithoutOffset,

    /// <summary>All <c>null</c>.</summary>
    Null,

    /// <summary>All with an offset.</summary>
    WithOffset,
}

/// <summary>How JSON differs from the documentation.</summary>
/// <remarks>
/// What a client cannot do without is not affected: IDs and statuses are always there and never <c>null</c>, but may be strings or have another casing.
/// </remarks>
[Flags]
public enum FakeSloppiness
{
    /// <summary>As documented.</summary>
    None = 0,

    /// <summary>Properties are <c>null</c>.</summary>
    Nulls = 1,

    /// <summary>Numbers are strings.</summary>
    NumbersAsStrings = 2,

    /// <summary>Property names start with a lowercase letter.</summary>
    OtherCasing = 4,

    /// <summary>Properties are missing.</summary>
    MissingMembers = 8,

    /// <summary>There are undocumented properties.</summary>
    ExtraMembers = 16,

    /// <summary>All of these.</summary>
    All = Nulls | NumbersAsStrings | OtherCasing | MissingMembers | ExtraMembers,
}
