namespace Polaris.Client.Testing.Folio.Authentication;

internal sealed record FolioAccessToken(string Value, FakeFolioUser User, DateTimeOffset ExpiresAt);
