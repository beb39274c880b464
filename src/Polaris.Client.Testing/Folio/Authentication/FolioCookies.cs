using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>Writes the Set-Cookie headers of the sign-in.</summary>
internal static class FolioCookies
{
    public static FakeResponse Set(FakeResponse reply, FolioAccessToken access, FolioRefreshToken refresh, FakeFolio fake)
    {
        string path = fake.Gateway.CookiePath(fake.Options.BaseAddress);
        return reply
            .With("Set-Cookie", Cookie("folioRefreshToken", refresh.Value, refresh.ExpiresAt, path + "/authn", fake))
            .With("Set-Cookie", Cookie("folioAccessToken", access.Value, access.ExpiresAt, path + "/", fake));
    }

    public static FakeResponse Clear(FakeResponse reply, FakeFolio fake)
    {
        string path = fake.Gateway.CookiePath(fake.Options.BaseAddress);
        DateTimeOffset past = DateTimeOffset.FromUnixTimeSeconds(0);
        return reply
            .With("Set-Cookie", Cookie("folioRefreshToken", "", past, path + "/authn", fake))
            .With("Set-Cookie", Cookie("folioAccessToken", "", past, path + "/", fake));
    }

    private static string Cookie(string name, string value, DateTimeOffset expires, string path, FakeFolio fake)
    {
        double seconds = Math.Max(0, Math.Floor((expires - fake.Options.TimeProvider.GetUtcNow()).TotalSeconds));
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0}={1}; Max-Age={2:0}; Expires={3:R}; Path={4}{6}; HTTPOnly; SameSite={5}",
            name, value, seconds, expires, path, fake.Gateway.SameSite, fake.Options.SecureCookies ? "; Secure" : "");
    }
}
