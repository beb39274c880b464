namespace Polaris.Client.Testing.Folio;

/// <summary>How a <see cref="FakeFolio"/> behaves.</summary>
public sealed class FakeFolioOptions
{
    /// <summary>Where the gateway seems to be. A path in it is part of the cookies' path.</summary>
    /// <value>Default: <c>https://folio.test/</c>.</value>
    public Uri BaseAddress { get; set; } = new("https://folio.test/");

    /// <summary>Which gateway answers. Default: Okapi.</summary>
    public FolioPlatform Platform { get; set; }

    /// <summary>The clock of tokens, metadata and delays. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How long an access token works. Default: 10 minutes.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a refresh token works. Default: 7 days.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether <c>/authn/login-with-expiry</c> exists; releases before 2023 answer 404. Default: true.</summary>
    public bool HasLoginWithExpiry { get; set; } = true;

    /// <summary>Whether the old <c>/authn/login</c> exists. Default: false, it answers 404.</summary>
    public bool HasLegacyLogin { get; set; }

    /// <summary>Whether a token of one tenant is good for another (consortia). Default: false.</summary>
    public bool AllowCrossTenantRequests { get; set; }

    /// <summary>How many wrong passwords block an account. Default: 5.</summary>
    public int FailedLoginsBeforeBlock { get; set; } = 5;

    /// <summary>The longest path with query, in characters, before the gateway answers 414. Default: 8,192.</summary>
    public int MaxRequestTarget { get; set; } = 8192;

    /// <summary>How many exchanges the journal keeps; the oldest go first. Default: 10,000.</summary>
    public int JournalCapacity { get; set; } = 10_000;
}
