namespace Polaris.Client.Testing;

internal sealed record StaffToken(string AccessToken, string AccessSecret, FakeUser User, DateTimeOffset Expires);

/// <summary>The tokens that were issued and are still valid.</summary>
internal sealed class TokenStore(FakePolarisOptions options)
{
    private const int SecretLength = 16;

    // Enough for any test; a server that is hosted for days must not grow.
    private const int MostTokens = 10_000;
    private readonly Dictionary<string, StaffToken> _pas = [];
    private readonly Queue<string> _order = [];
    private readonly Dictionary<string, FakeUser> _bearer = [];

    public StaffToken Issue(FakeUser user)
    {
        StaffToken token = new(
            Guid.NewGuid().ToString("N"),
            Guid.NewGuid().ToString("N").Substring(0, SecretLength),
            user,
            options.TimeProvider.GetUtcNow() + options.TokenLifetime);
        _pas[token.AccessToken] = token;
        _order.Enqueue(token.AccessToken);
        ForgetOld();
        return token;
    }

    public void AddBearer(string token, FakeUser user) => _bearer[token] = user;

    public FakeUser? OfBearer(string token) => _bearer.TryGetValue(token, out FakeUser? user) ? user : null;

    public FakeUser? OfPas(string accessToken, string accessSecret) =>
        _pas.TryGetValue(accessToken, out StaffToken? token) && token.AccessSecret == accessSecret && !IsOver(token)
            ? token.User
            : null;

    public void RevokeAll()
    {
        _pas.Clear();
        _order.Clear();
    }

    // All tokens have the same lifetime, so the oldest is the first to expire.
    private void ForgetOld()
    {
        while (_order.Count > 0
            && _pas.TryGetValue(_order.Peek(), out StaffToken? oldest) && (_order.Count > MostTokens || IsOver(oldest)))
        {
            _pas.Remove(_order.Dequeue());
        }
    }

    private bool IsOver(StaffToken token) => token.Expires <= options.TimeProvider.GetUtcNow();
}
