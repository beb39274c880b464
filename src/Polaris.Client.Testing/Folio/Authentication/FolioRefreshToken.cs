namespace Polaris.Client.Testing;

internal sealed record FolioRefreshToken(string Value, FakeFolioUser User, DateTimeOffset ExpiresAt)
{
    public bool IsUsed { get; set; }
}
