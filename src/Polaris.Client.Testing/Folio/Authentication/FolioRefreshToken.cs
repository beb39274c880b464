namespace Polaris.Client.Testing.Folio.Authentication;

internal sealed record FolioRefreshToken(string Value, FakeFolioUser User, DateTimeOffset ExpiresAt)
{
    public bool IsUsed { get; set; }
}
