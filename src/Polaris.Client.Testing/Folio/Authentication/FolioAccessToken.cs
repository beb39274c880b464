namespace Polaris.Client.Testing;

internal sealed record FolioAccessToken(string Value, FakeFolioUser User, DateTimeOffset ExpiresAt);
