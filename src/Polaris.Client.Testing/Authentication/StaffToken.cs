namespace Polaris.Client.Testing.Authentication;

internal sealed class StaffToken(string accessToken, string accessSecret, FakeUser user, DateTimeOffset expires)
{
    public string AccessToken { get; } = accessToken;

    public string AccessSecret { get; } = accessSecret;

    public FakeUser User { get; } = user;

    public DateTimeOffset Expires { get; } = expires;
}
