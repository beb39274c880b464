using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

[TestFixture]
internal sealed class FakeFolioSignInTests
{
    private ManualTimeProvider _clock = null!;

    [SetUp]
    public void SetClock() => _clock = FolioRawFixture.CreateClock();

    [Test]
    public async Task Login_RightPassword_SetsTheDocumentedCookies()
    {
        FakeFolio fake = Fake(options => options.BaseAddress = new Uri("https://folio.test/okapi/"));
        using var http = new FolioRawClient(fake);

        FolioRawAnswer answer = await http.LogInAsync();

        DateTimeOffset now = _clock.GetUtcNow();
        Assert.That(answer.Status, Is.EqualTo(201));
        Assert.That((string?)answer.Json["accessTokenExpiration"], Is.EqualTo("2025-09-07T22:19:14Z"));
        Assert.That((string?)answer.Json["refreshTokenExpiration"], Is.EqualTo("2025-09-14T22:09:14Z"));
        Assert.That(answer.Cookie("folioAccessToken"), Does.EndWith(
            $"; Max-Age=600; Expires={now.AddMinutes(10):R}; Path=/okapi/; Secure; HTTPOnly; SameSite=Lax"));
        Assert.That(answer.Cookie("folioRefreshToken"), Does.EndWith(
            $"; Max-Age=604800; Expires={now.AddDays(7):R}; Path=/okapi/authn; Secure; HTTPOnly; SameSite=Lax"));
        Assert.That(fake.SignIns, Is.EqualTo(1));
    }

    [Test]
    public async Task Login_OnEureka_SetsCookiesForTheWholeSite()
    {
        using var http = new FolioRawClient(Fake(options => options.Platform = FolioPlatform.Eureka));

        FolioRawAnswer answer = await http.LogInAsync();

        Assert.That(answer.Cookie("folioAccessToken"), Does.EndWith("; Path=/; Secure; HTTPOnly; SameSite=None"));
        Assert.That(answer.Cookie("folioRefreshToken"), Does.EndWith("; Path=/authn; Secure; HTTPOnly; SameSite=None"));
    }

    [Test]
    public async Task Login_FiveWrongPasswords_BlockTheAccount()
    {
        FakeFolio fake = Fake();
        using var http = new FolioRawClient(fake);
        for (int i = 0; i < 5; i++)
        {
            FolioRawAnswer refused = await http.LogInAsync(password: $"wrong{i}");
            Assert.That(refused.Status, Is.EqualTo(422));
            Assert.That(refused.ErrorCode, Is.EqualTo("wrong.username.or.wrong.password.or.account.blocked"));
        }

        Assert.That((await http.LogInAsync()).Status, Is.EqualTo(422));
        Assert.That(fake.Tenant("diku").User("diku_admin").IsBlocked);
        Assert.That(fake.RefusedSignIns, Is.EqualTo(6));
        Assert.That(fake.UnexpectedRequests, Is.Empty);
    }

    [Test]
    public async Task Login_RefusedAndRepeated_IsAViolation()
    {
        FakeFolio fake = Fake();
        using var http = new FolioRawClient(fake);
        await http.LogInAsync(password: "wrong");
        await http.LogInAsync(password: "wrong");

        Assert.That(fake.UnexpectedRequests.Single().Reason, Does.Contain("repeated"));
        Assert.That(fake.AssertNoUnexpectedRequests, Throws.TypeOf<UnexpectedRequestsException>().With.Message.Contains("repeated"));
    }

    [Test]
    public async Task Login_OnEurekaWithWrongPassword_Is401()
    {
        using var http = new FolioRawClient(Fake(options => options.Platform = FolioPlatform.Eureka));

        FolioRawAnswer answer = await http.LogInAsync(password: "wrong");

        Assert.That(answer.Status, Is.EqualTo(401));
        Assert.That(answer.ErrorCode, Is.EqualTo("unauthorized_error"));
    }

    [TestCase("""{"password":"x"}""", "You must provide a username or userId")]
    [TestCase("""{"username":"x"}""", "You must provide a password")]
    public async Task Login_WithoutCredentials_Is400Text(string body, string expected)
    {
        using var http = new FolioRawClient(Fake());

        FolioRawAnswer answer = await http.SendAsync("POST", "authn/login-with-expiry", body);

        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Body, Is.EqualTo(expected));
    }

    [Test]
    public async Task LegacyLogin_SwitchedOff_Is404AndOtherwiseGivesAnEndlessToken()
    {
        FakeFolio fake = Fake();
        using var http = new FolioRawClient(fake);
        FolioRawAnswer off = await http.LogInAsync(path: "authn/login");
        fake.Options.HasLegacyLogin = true;
        fake.Options.HasLoginWithExpiry = false;

        FolioRawAnswer modern = await http.LogInAsync();
        FolioRawAnswer legacy = await http.LogInAsync(path: "authn/login");
        http.Token = (string?)legacy.Json["okapiToken"];
        _clock.Advance(TimeSpan.FromDays(365));

        Assert.That(off.Status, Is.EqualTo(404));
        Assert.That(off.Body, Is.EqualTo("Not found"));
        Assert.That(modern.Status, Is.EqualTo(404));
        Assert.That(modern.Body, Is.EqualTo("Not found"));
        Assert.That(legacy.Headers["x-okapi-token"].Single(), Is.EqualTo(http.Token));
        Assert.That((await http.GetAsync("holdings-sources")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Refresh_TokenUsedTwice_RevokesAllRefreshTokensOfTheUser()
    {
        FakeFolio fake = Fake();
        using var http = new FolioRawClient(fake);
        string first = (await http.LogInAsync()).CookieValue("folioRefreshToken");
        FolioRawAnswer renewed = await http.RefreshAsync(first);

        FolioRawAnswer again = await http.RefreshAsync(first);
        FolioRawAnswer afterwards = await http.RefreshAsync(renewed.CookieValue("folioRefreshToken"));

        Assert.That(renewed.Status, Is.EqualTo(201));
        Assert.That(again.Status, Is.EqualTo(422));
        Assert.That(again.ErrorCode, Is.EqualTo("token.refresh.unprocessable"));
        Assert.That(afterwards.Status, Is.EqualTo(422));
        Assert.That(fake.Renewals, Is.EqualTo(1));
        Assert.That(fake.UnexpectedRequests.Single().Reason, Does.Contain("used twice"));
    }

    [Test]
    public async Task Refresh_ExpiredTokenOrNone_IsRefused()
    {
        FakeFolio fake = Fake(options => options.RefreshTokenLifetime = TimeSpan.FromHours(1));
        using var http = new FolioRawClient(fake);
        string token = (await http.LogInAsync()).CookieValue("folioRefreshToken");
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.That((await http.RefreshAsync(token)).Status, Is.EqualTo(422));
        Assert.That((await http.SendAsync("POST", "authn/refresh")).ErrorCode, Is.EqualTo("token.parse.failure"));
    }

    [Test]
    public async Task AccessToken_AfterItsLifetimeOrRevoked_Is401()
    {
        FakeFolio fake = Fake(options => options.AccessTokenLifetime = TimeSpan.FromSeconds(30));
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);
        _clock.Advance(TimeSpan.FromSeconds(29));
        FolioRawAnswer before = await http.GetAsync("holdings-sources");
        _clock.Advance(TimeSpan.FromSeconds(1));
        FolioRawAnswer expired = await http.GetAsync("holdings-sources");
        http.Token = (await new FolioRawClient(fake).LogInAsync()).CookieValue("folioAccessToken");
        fake.RevokeTokens();
        FolioRawAnswer revoked = await http.GetAsync("holdings-sources");

        Assert.That(before.Status, Is.EqualTo(200));
        Assert.That(expired.Status, Is.EqualTo(401));
        Assert.That(expired.Body, Is.EqualTo("Invalid token"));
        Assert.That(revoked.Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Logout_WithCookie_EndsThatSignInOnly()
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake());
        string one = (await http.LogInAsync()).CookieValue("folioRefreshToken");
        string two = (await http.LogInAsync()).CookieValue("folioRefreshToken");

        FolioRawAnswer answer = await http.SendAsync("POST", "authn/logout", headers: ("Cookie", "folioRefreshToken=" + one));

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(answer.Cookie("folioAccessToken"), Does.StartWith("folioAccessToken=; Max-Age=0;"));
        Assert.That((await http.RefreshAsync(one)).Status, Is.EqualTo(422));
        Assert.That((await http.RefreshAsync(two)).Status, Is.EqualTo(201));
    }

    [TestCase("authn/logout")]
    [TestCase("authn/logout-all")]
    public async Task Logout_WithoutCookie_EndsAllSignInsButNotTheAccessToken(string path)
    {
        using FolioRawClient http = await FolioRawClient.SignedInAsync(Fake());
        string refresh = (await http.LogInAsync()).CookieValue("folioRefreshToken");

        Assert.That((await http.SendAsync("POST", path)).Status, Is.EqualTo(204));
        Assert.That((await http.RefreshAsync(refresh)).Status, Is.EqualTo(422));
        Assert.That((await http.GetAsync("holdings-sources")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Journal_SignIn_KeepsNoSecret()
    {
        FakeFolio fake = Fake();
        using FolioRawClient http = await FolioRawClient.SignedInAsync(fake);
        await http.SendAsync("POST", "holdings-sources", """{"name":"Local"}""");

        Assert.That(fake.Journal.Select(exchange => exchange.ToString()),
            Is.EqualTo(new[] { "POST /authn/login-with-expiry -> 201", "POST /holdings-sources -> 201" }));
        Assert.That(fake.Journal[0].RequestBody, Is.Null);
        Assert.That(fake.Journal[1].RequestBody, Does.Contain("Local"));
        Assert.That(fake.Journal[1].TokenForm, Is.EqualTo("X-Okapi-Token"));
    }

    private FakeFolio Fake(Action<FakeFolioOptions>? configure = null)
    {
        var options = new FakeFolioOptions { TimeProvider = _clock };
        configure?.Invoke(options);
        return new FakeFolio(options);
    }
}
