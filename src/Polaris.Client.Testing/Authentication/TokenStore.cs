namespace Polaris.Client.Testing.Authentication;

internal sealed class TokenStore(FakePolarisOptions options)
{
    private const int SecretLength = 16;
    private readonly Dictionary<string, StaffToken> _pas = [];
    private readonly Dictionary<string, FakeUser> _bearer = [];

    public StaffToken Issue(FakeUser user)
    {
        StaffToken token = new(
            Guid.NewGuid().ToString("N"),
            Guid.NewGuid().ToString("N").Substring(0, SecretLength),
            user,
            options.TimeProvider.GetUtcNow() + options.TokenLifetime);
        _pas[token.AccessToken] = token;
        return token;
    }

    public void AddBearer(string token, FakeUser user) => _bearer[token] = user;

    public FakeUser? OfBearer(string token) => _bearer.TryGetValue(token, out FakeUser? user) ? user : null;

    public FakeUser? OfPas(string accessToken, string accessSecret) =>
        _pas.TryGetValue(accessToken, out StaffToken? token)
        && token.AccessSecret == accessSecret && token.Expires > options.TimeProvider.GetUtcNow() ? token.User : null;

    public void RevokeAll() => _pas.Clear();
}
