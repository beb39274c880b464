using Polaris.Client.Folio;

namespace Polaris.Client;

/// <summary>The address, credentials and limits of a client for a FOLIO gateway.</summary>
/// <remarks>Copied when a client is created: later changes have no effect.</remarks>
public sealed class FolioClientOptions : ClientOptions
{
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

    internal FolioClientOptions Copy()
    {
        var copy = (FolioClientOptions)MemberwiseClone();
        copy.Credentials = Credentials.Copy();
        copy.Retry = Retry.Copy();
        copy.Retry.LockWait = TimeSpan.Zero;
        return copy;
    }

    /// <summary>Returns the address and the tenant, without credentials.</summary>
    public override string ToString() => $"{Host} tenant {Tenant}";

    /// <summary>Returns the problem with the name of a tenant, which is sent in a header; null if there is none.</summary>
    internal static string? TenantProblem(string? tenant) =>
        string.IsNullOrWhiteSpace(tenant) ? "it is missing"
        : tenant!.All(c => c is '_' or '-' or '.' || (c < 128 && char.IsLetterOrDigit(c))) ? null
        : "a tenant consists of letters, digits, '_', '-' and '.' only";

    private protected override IEnumerable<string?> OwnProblems() =>
    [
        TenantProblem(Tenant) is { } wrong ? $"{nameof(Tenant)}: {wrong}." : null,
        .. Credentials?.Problems(nameof(Credentials)) ?? [$"{nameof(Credentials)} is missing."],
    ];
}
