using System.Net;

namespace Polaris.Client.Tests.Folio.Authentication;

public class SignOutTests
{
    private RecordingGateway _gateway = null!;

    [SetUp]
    public void SetUp()
    {
        _gateway = new RecordingGateway();
        _gateway.Always(_ => RecordingGateway.Json("""{"holdingsRecordsSources":[]}"""));
    }

    [TearDown]
    public void TearDown() => _gateway.Dispose();

    [Test]
    public async Task SignOutAsync_SignedIn_SendsBothCookiesAndForgetsTheTokens()
    {
        await using var folio = _gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();

        await folio.SignOutAsync();
        await folio.SignOutAsync();
        await folio.HoldingsSources.ListAsync();

        var signOut = _gateway.Sent.Single(sent => sent.Path == "/authn/logout");
        Assert.That(signOut.Header("Cookie"), Is.EqualTo("folioAccessToken=login1; folioRefreshToken=refresh-of-login1"));
        Assert.That(signOut.Header("X-Okapi-Tenant"), Is.EqualTo("diku"));
        Assert.That(signOut.Headers, Does.Not.ContainKey("X-Okapi-Token"));
        Assert.That(_gateway.Requests[^1].Header("X-Okapi-Token"), Is.EqualTo("login2"));
    }

    [Test]
    public async Task SignOutAsync_TokenHasExpired_RenewsItFirst()
    {
        await using var folio = _gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(11));

        await folio.SignOutAsync();

        Assert.That(_gateway.SignInLines, Is.EqualTo(new[] { "POST /authn/login-with-expiry", "POST /authn/refresh", "POST /authn/logout" }));
        Assert.That(
            _gateway.Sent[^1].Header("Cookie"), Is.EqualTo("folioAccessToken=renewed1; folioRefreshToken=refresh-of-renewed1"));
    }

    [Test]
    public async Task SignOutAsync_RenewalReturnsNoTokens_ReportsThatTheLoginMayNotHaveEnded()
    {
        _gateway.SignInAnswer = sent => sent.Path == "/authn/refresh" ? RecordingGateway.Json("{}", HttpStatusCode.Created) : null;
        await using var folio = _gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();
        _gateway.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.That(() => folio.SignOutAsync(), Throws.TypeOf<InvalidResponseException>().With.Message.Contains("/authn/refresh"));
    }

    [Test]
    public async Task SignOutAsync_Unprocessable_IsNotAWrongPassword()
    {
        _gateway.SignInAnswer = sent => sent.Path == "/authn/logout"
            ? RecordingGateway.Json("""{"errors":[{"code":"token.logout.unprocessable","message":"no"}]}""", HttpStatusCode.UnprocessableEntity)
            : null;
        await using var folio = _gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();

        var error = Assert.CatchAsync<RequestFailedException>(() => folio.SignOutAsync())!;

        Assert.That(error, Is.Not.InstanceOf<AuthenticationFailedException>());
        Assert.That(error.Message, Does.Not.Contain("password"));
    }

    [Test]
    public async Task Calls_ToATenantThatIsNotAllowed_NameTheTenantAndDoNotRenewForEach()
    {
        _gateway.Always(sent => sent.Header("X-Okapi-Tenant") == "diku"
            ? RecordingGateway.Json("""{"holdingsRecordsSources":[]}""")
            : RecordingGateway.Json("""{"errors":[{"code":"Unauthorized","message":"Unauthorized"}]}""", HttpStatusCode.Unauthorized));
        await using var folio = _gateway.CreateClient();
        var member = folio.With("member");

        AuthenticationFailedException error = null!;
        for (var i = 0; i < 10; i++)
        {
            error = Assert.ThrowsAsync<AuthenticationFailedException>(() => member.HoldingsSources.ListAsync())!;
        }

        Assert.That(error.Message, Does.Contain("tenant member").And.Contain("SignInPerTenant"));
        Assert.That(_gateway.Sent, Has.Count.EqualTo(13), "one sign-in, one renewal, eleven calls");
        Assert.That(_gateway.SignInLines.Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task SignOutAsync_NoOneSignedIn_SendsNothing()
    {
        await using var folio = _gateway.CreateClient();

        await folio.SignOutAsync();

        Assert.That(_gateway.Sent, Is.Empty);
    }

    [Test]
    public async Task SignOutAsync_WithoutRefreshToken_NeverSendsALogoutThatWouldEndAllLogins()
    {
        _gateway.SignInAnswer = sent => sent.Path == "/authn/login-with-expiry" ? _gateway.Tokens("only-access", null) : null;
        await using var folio = _gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();

        await folio.SignOutAsync();

        Assert.That(_gateway.SignInLines, Is.EqualTo(new[] { "POST /authn/login-with-expiry" }));
    }

    [Test]
    public async Task SignOutAsync_Refused_ForgetsTheTokensAnyway()
    {
        _gateway.SignInAnswer = sent => sent.Path == "/authn/logout"
            ? RecordingGateway.Json("""{"errors":[{"code":"token.logout.unprocessable","message":"no"}]}""", HttpStatusCode.UnprocessableEntity)
            : null;
        await using var folio = _gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();

        var error = Assert.CatchAsync<RequestFailedException>(() => folio.SignOutAsync())!;
        await folio.HoldingsSources.ListAsync();

        Assert.That(error.ErrorCode, Is.EqualTo("token.logout.unprocessable"));
        Assert.That(_gateway.Requests[^1].Header("X-Okapi-Token"), Is.EqualTo("login2"));
    }

    [Test]
    public async Task SignOutAsync_WhileASignInIsUnderWay_EndsThatLoginToo()
    {
        using var late = new LateSignIn(_gateway);
        await using var folio = FolioClient.Create(RecordingGateway.Options(), late, time: _gateway.Clock);
        var calling = folio.HoldingsSources.ListAsync();
        await late.Arrived;

        var signingOut = folio.SignOutAsync();
        late.Answer();
        await calling;
        await signingOut;

        Assert.That(
            _gateway.Sent.Single(sent => sent.Path == "/authn/logout").Header("Cookie"),
            Is.EqualTo("folioAccessToken=login1; folioRefreshToken=refresh-of-login1"));
        await folio.HoldingsSources.ListAsync();
        Assert.That(_gateway.Requests[^1].Header("X-Okapi-Token"), Is.EqualTo("login2"));
    }

    [Test]
    public async Task SignOutAsync_WhileASignInIsUnderWayThatFails_SendsNothing()
    {
        _gateway.SignInAnswer = _ => throw new IOException("reset by peer");
        using var late = new LateSignIn(_gateway);
        await using var folio = FolioClient.Create(RecordingGateway.Options(), late, time: _gateway.Clock);
        var calling = folio.HoldingsSources.ListAsync();
        await late.Arrived;

        var signingOut = folio.SignOutAsync();
        late.Answer();

        Assert.ThrowsAsync<TransportException>(() => calling);
        await signingOut;
        Assert.That(_gateway.SignInLines, Has.None.Contains("logout"));
    }

    [Test]
    public async Task With_AnotherTenant_UsesTheSameTokenAndTheTokensTenantForTheLogin()
    {
        await using var folio = _gateway.CreateClient();
        var member = folio.With("university");

        await member.HoldingsSources.ListAsync();
        await folio.HoldingsSources.ListAsync();
        await member.SignOutAsync();

        Assert.That(_gateway.Requests.Select(call => call.Header("X-Okapi-Tenant")), Is.EqualTo(new[] { "university", "diku" }));
        Assert.That(_gateway.Requests.Select(call => call.Header("X-Okapi-Token")), Is.All.EqualTo("login1"));
        Assert.That(_gateway.Sent.Where(sent => sent.Path.StartsWith("/authn/", StringComparison.Ordinal)).Select(sent => sent.Header("X-Okapi-Tenant")),
            Is.All.EqualTo("diku"));
    }

    [Test]
    public async Task With_SignInPerTenant_SignsInToEachTenantOnce()
    {
        await using var folio = _gateway.CreateClient(options => options.SignInPerTenant = true);

        await folio.HoldingsSources.ListAsync();
        await folio.With("university").HoldingsSources.ListAsync();
        await folio.With("university").HoldingsSources.ListAsync();

        Assert.That(_gateway.Sent.Where(sent => sent.Path == "/authn/login-with-expiry").Select(sent => sent.Header("X-Okapi-Tenant")),
            Is.EqualTo(new[] { "diku", "university" }));
        Assert.That(_gateway.Requests.Select(call => call.Header("X-Okapi-Token")), Is.EqualTo(new[] { "login1", "login2", "login2" }));
    }

    [TestCase("")]
    [TestCase("two words")]
    [TestCase("a\r\nX-Evil: 1")]
    public async Task With_BadTenant_IsRefused(string tenant)
    {
        await using var folio = _gateway.CreateClient();

        Assert.That(() => folio.With(tenant), Throws.ArgumentException.With.Property("ParamName").EqualTo("tenant"));
    }

    /// <summary>Holds the first request back until the test lets it go.</summary>
    private sealed class LateSignIn(HttpMessageHandler network) : DelegatingHandler(network)
    {
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Arrived => _arrived.Task;

        public void Answer() => _answered.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _arrived.TrySetResult();
            await _answered.Task;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
