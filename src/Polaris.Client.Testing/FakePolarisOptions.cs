namespace Polaris.Client.Testing;

/// <summary>How a <see cref="FakePolaris"/> behaves.</summary>
public sealed class FakePolarisOptions
{
    /// <summary>The clock: token expiry, lock dates, delays.</summary>
    /// <value>Default: the clock of this machine.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The zone the server's clock shows; some of its dates carry no offset and are in this zone.</summary>
    /// <value>Default: UTC.</value>
    public TimeZoneInfo ServerTimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The site domain every address and every PAS header must name.</summary>
    /// <value>Default: <c>polaris</c>.</value>
    public string SiteDomain { get; set; } = "polaris";

    /// <summary>How long a token is good for.</summary>
    /// <value>Default: 24 hours.</value>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Whether numbers in quotes are taken without complaint, as in some of the vendor's samples.</summary>
    /// <value>Default: false; they are understood, and counted as unexpected.</value>
    public bool AcceptQuotedNumbers { get; set; }

    /// <summary>Whether replies sent up front in <c>WorkflowReplies</c> are used.</summary>
    /// <value>Default: true. With false the server asks all the same, as some workflows do.</value>
    public bool UseUpFrontReplies { get; set; } = true;

    /// <summary>Whether a refused call for many locks leaves those locked that came before the refused one.</summary>
    /// <value>Default: true, the harder case; what Polaris does is not documented.</value>
    public bool ManyLocksMayBePartial { get; set; } = true;
}
