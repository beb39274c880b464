namespace Polaris.Client.Folio;

/// <summary>The user who signs in, and the tenant.</summary>
/// <param name="Credentials">The user.</param>
/// <param name="Tenant">The tenant.</param>
/// <param name="AllowLegacy">Whether the sign-in of releases before Poppy may be tried.</param>
internal sealed record FolioLogin(FolioCredentials Credentials, string Tenant, bool AllowLegacy);
