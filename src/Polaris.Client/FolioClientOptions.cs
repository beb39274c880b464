using Polaris.Client.Composition;
using Polaris.Client.Folio;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>The address, credentials and limits of a client for a FOLIO gateway.</summary>
/// <remarks>Copied when a client is created: later changes have no effect.</remarks>
public sealed class FolioClientOptions
{
    /// <summary>The default of <see cref="MaxResponseBytes"/>: 64 MB.</summary>
    public const int DefaultMaxResponseBytes = 64 * 1024 * 1024;

    /// <summary>The default of <see cref="Timeout"/>: 100 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The shortest <see cref="Timeout"/> that is allowed: 10 milliseconds.</summary>
    public static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);

    /// <summary>The address of the gateway, Okapi or Kong, for example <c>https://folio.example.org/</c>.</summary>
    /// <value>Required. A path is kept: <c>https://folio.example.org/okapi</c>.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>The tenant of the client, in which the user signs in.</summary>
    /// <value>Required, for example <c>diku</c>.</value>
    public string Tenant { get; set; } = "";

    /// <summary>The credentials.</summary>
    /// <value>Required: exactly one of the alternatives of <see cref="FolioCredentials"/>.</value>
    public FolioCredentials Credentials { get; set; } = new();

    /// <summary>
    /// Whether <see cref="FolioClient.With(string)"/> signs the user in to the other tenant, instead of using the token of
    /// <see cref="Tenant"/> there.
    /// </summary>
    /// <value><c>false</c> by default: one login serves all tenants, which the platform must allow (cross-tenant requests).</value>
    public bool SignInPerTenant { get; set; }

    /// <summary>
    /// Whether the legacy <c>/authn/login</c>, whose tokens do not expire, may be used if the gateway does not have
    /// <c>/authn/login-with-expiry</c>.
    /// </summary>
    /// <value><c>false</c> by default. Needed only for releases before Poppy (2023).</value>
    public bool AllowLegacySignIn { get; set; }

    /// <summary>The retry options. There are no lock conflicts in FOLIO.</summary>
    /// <value>Enabled by default, see <see cref="RetryOptions"/>.</value>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>The maximum time for one attempt, including reading the whole response.</summary>
    /// <value>100 seconds by default; at most a day.</value>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>The maximum size of a response, in bytes after decompression.</summary>
    /// <value>67,108,864 (64 MB) by default; 1 to <see cref="int.MaxValue"/>. A larger response is an <see cref="InvalidResponseException"/>.</value>
    public int MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>The name of the program, which precedes the name of this library in the <c>User-Agent</c> header.</summary>
    /// <value>
    /// <see langword="null"/> by default, to send only the name of this library; otherwise products such as
    /// <c>MyImporter/2.1</c>.
    /// </value>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Allows passwords and tokens to be sent unencrypted over plain HTTP to another machine. Never needed for a loopback address.
    /// </summary>
    /// <value><c>false</c> by default.</value>
    public bool AllowUnencryptedTransport { get; set; }

    /// <summary>What could not be read from the configuration.</summary>
    internal BindingProblems Binding { get; set; } = new();

    internal FolioClientOptions Copy()
    {
        var copy = (FolioClientOptions)MemberwiseClone();
        copy.Credentials = Credentials.Copy();
        copy.Retry = Retry.Copy();
        copy.Retry.LockWait = TimeSpan.Zero;
        return copy;
    }

    /// <summary>Returns the address and the tenant, without credentials.</summary>
    public override string ToString() => $"{BaseAddress?.Host} tenant {Tenant}";

    /// <summary>Returns the problem with the name of a tenant, which is sent in a header; null if there is none.</summary>
    internal static string? TenantProblem(string? tenant) =>
        string.IsNullOrWhiteSpace(tenant) ? "it is missing"
        : tenant!.All(c => c is '_' or '-' or '.' || (c < 128 && char.IsLetterOrDigit(c))) ? null
        : "a tenant consists of letters, digits, '_', '-' and '.' only";

    /// <summary>Returns all problems, each with its key.</summary>
    internal List<string> Problems() => [.. Binding.With(
        OwnProblems()
            .Concat(Credentials?.Problems(nameof(Credentials)) ?? [$"{nameof(Credentials)} is missing."])
            .Concat(Retry?.Problems(nameof(Retry)) ?? [$"{nameof(Retry)} is missing."])
            .OfType<string>())];

    private IEnumerable<string?> OwnProblems() =>
    [
        ServerAddress.Problem(BaseAddress, AllowUnencryptedTransport),
        TenantProblem(Tenant) is { } wrong ? $"{nameof(Tenant)}: {wrong}." : null,
        CallOptions.TimeoutProblem(Timeout),
        Http.UserAgent.Problem(nameof(UserAgent), UserAgent),
        MaxResponseBytes < 1 ? $"{nameof(MaxResponseBytes)} is {MaxResponseBytes}: it must be 1 or more." : null,
    ];
}
