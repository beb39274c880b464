using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The tokens that were issued. Called under the gate of the fake.</summary>
internal sealed class FolioTokens(FakeFolioOptions options)
{
    private readonly Dictionary<string, FolioAccessToken> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FolioRefreshToken> _refresh = new(StringComparer.Ordinal);

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Creates an access token; without a lifetime, it never expires.</summary>
    public FolioAccessToken NewAccessToken(FakeFolioUser user, TimeSpan? lifetime)
    {
        DateTimeOffset? expiresAt = Now + lifetime;
        var token = new FolioAccessToken(Jwt(user, expiresAt), user, expiresAt ?? DateTimeOffset.MaxValue);
        return _access[token.Value] = token;
    }

    public FolioRefreshToken NewRefreshToken(FakeFolioUser user)
    {
        string value = $"{Guid.NewGuid():N}{Guid.NewGuid():N}";
        return _refresh[value] = new FolioRefreshToken(value, user, Now + options.RefreshTokenLifetime);
    }

    /// <summary>The user of a known access token that has not expired.</summary>
    public FakeFolioUser? UserOf(string accessToken) =>
        _access.TryGetValue(accessToken, out FolioAccessToken? token) && token.ExpiresAt > Now ? token.User : null;

    public FolioRefreshToken? FindRefreshToken(string value) =>
        _refresh.TryGetValue(value, out FolioRefreshToken? token) ? token : null;

    /// <summary>Whether an access token was issued here and has expired.</summary>
    public bool IsExpired(string accessToken) =>
        _access.TryGetValue(accessToken, out FolioAccessToken? token) && token.ExpiresAt <= Now;

    public bool IsExpired(FolioRefreshToken token) => token.ExpiresAt <= Now;

    public void Revoke(FolioRefreshToken token) => _refresh.Remove(token.Value);

    public void RevokeRefreshTokens(Func<FakeFolioUser, bool> of)
    {
        foreach (FolioRefreshToken token in _refresh.Values.Where(token => of(token.User)).ToList())
        {
            _refresh.Remove(token.Value);
        }
    }

    public void RevokeAccessTokens() => _access.Clear();

    // It only looks like a signed token: the fake stores its tokens and does not check signatures.
    private string Jwt(FakeFolioUser user, DateTimeOffset? expiresAt)
    {
        var payload = new JsonObject
        {
            ["sub"] = user.Username,
            ["user_id"] = user.Id.ToString("D", CultureInfo.InvariantCulture),
            ["tenant"] = user.Tenant,
            ["iat"] = Now.ToUnixTimeSeconds(),
        };
        if (expiresAt is { } time)
        {
            payload["exp"] = time.ToUnixTimeSeconds();
        }

        string signature = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        return $"{Encode("{\"alg\":\"HS256\"}")}.{Encode(payload.ToJsonString())}.{signature}";
    }

    private static string Encode(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

internal sealed record FolioAccessToken(string Value, FakeFolioUser User, DateTimeOffset ExpiresAt);

internal sealed record FolioRefreshToken(string Value, FakeFolioUser User, DateTimeOffset ExpiresAt)
{
    public bool IsUsed { get; set; }
}
