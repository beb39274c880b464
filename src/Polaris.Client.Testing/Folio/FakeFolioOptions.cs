namespace Polaris.Client.Testing;

/// <summary>How a <see cref="FakeFolio"/> behaves.</summary>
public sealed class FakeFolioOptions
{
    /// <summary>The address of the gateway. A path in it becomes part of the path of the cookies.</summary>
    /// <value><c>https://folio.test/</c> by default.</value>
    public Uri BaseAddress { get; set; } = new("https://folio.test/");

    /// <summary>The gateway to emulate.</summary>
    /// <value>Okapi by default.</value>
    public FolioPlatform Platform { get; set; }

    /// <summary>The release of the inventory storage module to emulate; they report duplicate values differently.</summary>
    /// <value><see cref="FolioRelease.V30"/> by default.</value>
    public FolioRelease Release { get; set; }

    /// <summary>
    /// Whether records that others refer to must exist, and cannot be deleted, as with the foreign keys of the database.
    /// </summary>
    /// <value><c>false</c> by default, so that a test needs only the records it is about.</value>
    public bool ChecksReferences { get; set; }

    /// <summary>The maximum number of records in a page, whatever limit is requested, as some modules and proxies cap it.</summary>
    /// <value><c>null</c> by default: no maximum.</value>
    public int? MaxPageSize { get; set; }

    /// <summary>Whether cookies are marked <c>Secure</c>; some clients then do not send them over plain HTTP.</summary>
    /// <value><c>true</c> by default, as real servers do.</value>
    public bool SecureCookies { get; set; } = true;

    /// <summary>The clock of tokens, metadata and delays.</summary>
    /// <value>The system clock by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The lifetime of an access token.</summary>
    /// <value>10 minutes by default.</value>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The lifetime of a refresh token.</summary>
    /// <value>7 days by default.</value>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether <c>/authn/login-with-expiry</c> exists; releases before 2023 return 404.</summary>
    /// <value><c>true</c> by default.</value>
    public bool HasLoginWithExpiry { get; set; } = true;

    /// <summary>Whether the older <c>/authn/login</c> exists.</summary>
    /// <value><c>false</c> by default: it returns 404.</value>
    public bool HasLegacyLogin { get; set; }

    /// <summary>Whether a token of one tenant is valid for another (consortia).</summary>
    /// <value><c>false</c> by default.</value>
    public bool AllowCrossTenantRequests { get; set; }

    /// <summary>The number of wrong passwords that blocks an account.</summary>
    /// <value>5 by default.</value>
    public int FailedLoginsBeforeBlock { get; set; } = 5;

    /// <summary>The maximum length of path and query, in characters; the gateway returns 414 for a longer one.</summary>
    /// <value>8,192 by default.</value>
    public int MaxRequestTarget { get; set; } = 8192;

    /// <summary>The maximum number of records in a batch; the module returns 413 for a larger one.</summary>
    /// <value>10,000 by default.</value>
    public int MaxBatchSize { get; set; } = 10_000;

    /// <summary>The maximum size of a request body in bytes; the gateway returns 413 for a larger one.</summary>
    /// <value><c>null</c> by default: no maximum.</value>
    public int? MaxRequestBody { get; set; }

    /// <summary>Whether <c>batch/synchronous-unsafe</c>, which ignores versions, is allowed; otherwise it returns 413.</summary>
    /// <value><c>false</c> by default, as on real servers.</value>
    public bool AllowIgnoringVersions { get; set; }

    /// <summary>The number of exchanges that the journal keeps; the oldest are dropped first.</summary>
    /// <value>10,000 by default.</value>
    public int JournalCapacity { get; set; } = 10_000;

    /// <summary>Returns options for a double of a site: its gateway, release, token lifetimes and page size.</summary>
    /// <param name="file">A JSON report of <c>polaris-site-check</c>. What the report does not contain keeps its default.</param>
    /// <exception cref="FormatException">The file is not such a report, or has no part about FOLIO.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <example><code>
    /// var fake = new FakeFolio(FakeFolioOptions.FromSiteCheck("our-site.json"));
    /// </code></example>
    public static FakeFolioOptions FromSiteCheck(string file) => SiteCheckReport.Read(file, "folio").ToFolio();
}
