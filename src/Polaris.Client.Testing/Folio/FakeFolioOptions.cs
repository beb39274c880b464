namespace Polaris.Client.Testing;

/// <summary>How a <see cref="FakeFolio"/> behaves.</summary>
public sealed class FakeFolioOptions
{
    /// <summary>Where the gateway seems to be. A path in it is part of the cookies' path.</summary>
    /// <value><c>https://folio.test/</c> by default.</value>
    public Uri BaseAddress { get; set; } = new("https://folio.test/");

    /// <summary>Which gateway answers.</summary>
    /// <value>Okapi by default.</value>
    public FolioPlatform Platform { get; set; }

    /// <summary>Which release of the inventory storage module answers; they differ in what they say when a value is taken.</summary>
    /// <value><see cref="FolioRelease.V30"/> by default.</value>
    public FolioRelease Release { get; set; }

    /// <summary>The most records of a page, whatever the limit of the request, as some modules and proxies cap it.</summary>
    /// <value><c>null</c> by default: no cap.</value>
    public int? MaxPageSize { get; set; }

    /// <summary>Whether cookies are marked <c>Secure</c>; some clients then do not send them over plain HTTP.</summary>
    /// <value><c>true</c> by default, as real servers do.</value>
    public bool SecureCookies { get; set; } = true;

    /// <summary>The clock of tokens, metadata and delays.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long an access token works.</summary>
    /// <value>10 minutes by default.</value>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a refresh token works.</summary>
    /// <value>7 days by default.</value>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether <c>/authn/login-with-expiry</c> exists; releases before 2023 answer 404.</summary>
    /// <value>True by default.</value>
    public bool HasLoginWithExpiry { get; set; } = true;

    /// <summary>Whether the old <c>/authn/login</c> exists.</summary>
    /// <value>False by default: it answers 404.</value>
    public bool HasLegacyLogin { get; set; }

    /// <summary>Whether a token of one tenant is good for another (consortia).</summary>
    /// <value>False by default.</value>
    public bool AllowCrossTenantRequests { get; set; }

    /// <summary>How many wrong passwords block an account.</summary>
    /// <value>5 by default.</value>
    public int FailedLoginsBeforeBlock { get; set; } = 5;

    /// <summary>The longest path with query, in characters, before the gateway answers 414.</summary>
    /// <value>8,192 by default.</value>
    public int MaxRequestTarget { get; set; } = 8192;

    /// <summary>How many exchanges the journal keeps; the oldest go first.</summary>
    /// <value>10,000 by default.</value>
    public int JournalCapacity { get; set; } = 10_000;
}
