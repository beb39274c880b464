using System.Globalization;
using System.Net;
using System.Text;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.Folio;

/// <summary>The scripted server as a gateway of FOLIO: it signs every user in, and answers the rest as the test specifies.</summary>
internal sealed class RecordingGateway : ScriptedServer
{
    private int _logins;
    private int _refreshes;

    public RecordingGateway() => WhenSigningIn = (sent, _) => Task.FromResult(SignInAnswer(sent) ?? SignIn(sent));

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) { SkipsDelays = true };

    public Func<SentRequest, HttpResponseMessage?> SignInAnswer { get; set; } = static _ => null;

    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    public IEnumerable<string> SignInLines => SignIns.Select(sent => sent.Line);

    public static FolioClientOptions Options() => new()
    {
        BaseAddress = new Uri("https://folio.test"),
        Tenant = "diku",
        Credentials = { UserName = "admin", Password = "secret" },
    };

    public FolioClient CreateClient(Action<FolioClientOptions>? change = null)
    {
        var options = Options();
        change?.Invoke(options);
        return FolioClient.Create(options, this, time: Clock);
    }

    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => Body(body, "application/json", status);

    public static HttpResponseMessage Text(string body, HttpStatusCode status) => Body(body, "text/plain", status);

    public static HttpResponseMessage Body(string body, string mediaType, HttpStatusCode status) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    public HttpResponseMessage Tokens(string access, string? refresh)
    {
        var ends = (Clock.GetUtcNow() + TokenLifetime).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var answer = Json(
            $$"""{"accessTokenExpiration":"{{ends}}","refreshTokenExpiration":"2026-03-08T12:00:00Z"}""", HttpStatusCode.Created);
        answer.Headers.Add("Set-Cookie", $"folioAccessToken={access}; Max-Age=600; Expires=Sun, 01 Mar 2026 12:10:00 GMT; Path=/; Secure; HTTPOnly");
        if (refresh is not null)
        {
            answer.Headers.Add("Set-Cookie", $"folioRefreshToken={refresh}; Max-Age=604800; Path=/authn; Secure; HTTPOnly");
        }

        return answer;
    }

    protected override bool IsSignIn(SentRequest sent) => sent.Path.Contains("/authn/", StringComparison.Ordinal);

    private HttpResponseMessage SignIn(SentRequest sent) => sent.Path switch
    {
        "/authn/login-with-expiry" => Tokens($"login{Interlocked.Increment(ref _logins)}", $"refresh-of-login{_logins}"),
        "/authn/refresh" => Tokens($"renewed{Interlocked.Increment(ref _refreshes)}", $"refresh-of-renewed{_refreshes}"),
        "/authn/logout" => new HttpResponseMessage(HttpStatusCode.NoContent) { Content = new ByteArrayContent([]) },
        _ => Text("Not found", HttpStatusCode.NotFound),
    };
}
