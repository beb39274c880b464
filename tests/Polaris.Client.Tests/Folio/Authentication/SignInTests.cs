using System.Net;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.Folio.Authentication;

public class SignInTests
{
    private const string Empty = """{"holdingsRecordsSources":[],"totalRecords":0}""";

    [Test]
    public async Task FirstCall_UserAndPassword_SignsInOnceAndSendsOneTokenHeader()
    {
        var gateway = Gateway();
        await using var folio = gateway.CreateClient();

        await folio.HoldingsSources.ListAsync();
        await folio.HoldingsSources.ListAsync();

        var signIn = gateway.Sent[0];
        Assert.That(signIn.Line, Is.EqualTo("POST /authn/login-with-expiry"));
        Assert.That(signIn.Body, Is.EqualTo("""{"username":"admin","password":"secret"}"""));
        Assert.That(signIn.Header("X-Okapi-Tenant"), Is.EqualTo("diku"));
        Assert.That(signIn.Headers, Does.Not.ContainKey("X-Okapi-Token"));
        Assert.That(signIn.Header("Accept"), Is.EqualTo("application/json, text/plain"));
        Assert.That(gateway.SignInLines.Count(), Is.EqualTo(1));
        Assert.That(gateway.Requests.Select(call => call.Header("X-Okapi-Token")), Is.All.EqualTo("login1"));
    }

    [Test]
    public async Task BaseAddress_WithPath_IsKept()
    {
        var gateway = Gateway();
        gateway.SignInAnswer = _ => gateway.Tokens("token", null);
        await using var folio = gateway.CreateClient(options => options.BaseAddress = new Uri("https://folio.test/okapi"));

        await folio.LoanTypes.FindByNameAsync("x").ContinueWith(_ => { });

        Assert.That(gateway.Sent.Select(sent => sent.Path), Is.EqualTo(new[] { "/okapi/authn/login-with-expiry", "/okapi/loan-types" }));
    }

    [TestCase(422, """{"errors":[{"message":"Wrong username or wrong password or account blocked","code":"wrong.username.or.wrong.password.or.account.blocked"}]}""")]
    [TestCase(401, """{"errors":[{"type":"UnauthorizedException","code":"unauthorized_error","message":"Unauthorized error"}],"total_records":1}""")]
    [TestCase(400, "You must provide a password")]
    public async Task SignIn_Refused_FailsAfterOneAttemptAndIsNotRepeated(int status, string body)
    {
        var gateway = Gateway();
        gateway.SignInAnswer = _ => RecordingGateway.Body(body, body[0] == '{' ? "application/json" : "text/plain", (HttpStatusCode)status);
        await using var folio = gateway.CreateClient();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => folio.HoldingsSources.ListAsync())!;
        Assert.ThrowsAsync<AuthenticationFailedException>(() => folio.HoldingsSources.ListAsync());

        Assert.That(error.Route, Is.EqualTo("POST /authn/login-with-expiry"));
        Assert.That(error.Tenant, Is.EqualTo("diku"));
        Assert.That(error.ToString(), Does.Not.Contain("secret").And.Not.Contain(error.ServerMessage));
        Assert.That(gateway.Sent, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("""{"accessTokenExpiration":"tomorrow"}""")]
    public async Task SignIn_ExpirationUnreadable_StillSignsIn(string body)
    {
        using var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json("""{"holdingsRecordsSources":[]}"""));
        gateway.SignInAnswer = _ =>
        {
            var answer = RecordingGateway.Json(body, HttpStatusCode.Created);
            answer.Headers.Add("Set-Cookie", "folioAccessToken=access");
            return answer;
        };
        await using var folio = gateway.CreateClient();

        await folio.HoldingsSources.ListAsync();

        Assert.That(gateway.Requests[^1].Header("X-Okapi-Token"), Is.EqualTo("access"));
    }

    [Test]
    public async Task SignIn_Hangs_IsSentOnceAndEndsBeforeTheCall()
    {
        var clock = new Polaris.Client.Testing.ManualTimeProvider { SkipsDelays = true };
        var server = new Polaris.Client.Tests.Http.ScriptedServer().ThenHangs(clock);
        await using var folio = FolioClient.Create(RecordingGateway.Options(), server, time: clock);

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.ListAsync())!;

        Assert.That(server.Requests, Has.Count.EqualTo(1));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(25)));
    }

    [Test]
    public async Task SignIn_WithoutCookies_ThrowsInvalidResponseWithRouteAndTenant()
    {
        var gateway = Gateway();
        gateway.SignInAnswer = _ => RecordingGateway.Json("""{"accessTokenExpiration":"2026-03-01T12:10:00Z"}""", HttpStatusCode.Created);
        await using var folio = gateway.CreateClient();

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => folio.HoldingsSources.ListAsync())!;

        Assert.That(error.Message, Does.Contain("POST /authn/login-with-expiry").And.Contain("diku").And.Contain("cookie"));
    }

    [Test]
    public async Task SignIn_AnsweredWithHtml_ThrowsInvalidResponse()
    {
        var gateway = Gateway();
        gateway.SignInAnswer = _ => RecordingGateway.Body("<html>Welcome to the portal</html>", "text/html", HttpStatusCode.OK);
        await using var folio = gateway.CreateClient();

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => folio.HoldingsSources.ListAsync())!;

        Assert.That(error.Message, Does.Contain("POST /authn/login-with-expiry").And.Contain("diku").And.Not.Contain("portal"));
    }

    [Test]
    public async Task SignIn_NoSuchTenant_IsAConfigurationErrorAndNoRefusal()
    {
        var gateway = Gateway();
        gateway.SignInAnswer = _ => RecordingGateway.Text("No such Tenant diku", HttpStatusCode.BadRequest);
        await using var folio = gateway.CreateClient();

        Assert.ThrowsAsync<GatewayConfigurationException>(() => folio.HoldingsSources.ListAsync());
    }

    [Test]
    public async Task SignIn_RouteMissing_UsesLegacyRouteOnlyWhenAllowed()
    {
        var gateway = Gateway();
        gateway.SignInAnswer = sent => sent.Path == "/authn/login" ? Legacy() : RecordingGateway.Text("Not found", HttpStatusCode.NotFound);
        await using var strict = gateway.CreateClient();
        var error = Assert.ThrowsAsync<GatewayConfigurationException>(() => strict.HoldingsSources.ListAsync())!;
        Assert.That(error.Message, Does.Contain("AllowLegacySignIn"));
        Assert.That(gateway.SignInLines, Is.EqualTo(new[] { "POST /authn/login-with-expiry" }));

        await using var tolerant = gateway.CreateClient(options => options.AllowLegacySignIn = true);
        await tolerant.HoldingsSources.ListAsync();

        Assert.That(gateway.SignInLines.Last(), Is.EqualTo("POST /authn/login"));
        Assert.That(gateway.Requests.Single().Header("X-Okapi-Token"), Is.EqualTo("old-style"));
    }

    [Test]
    public async Task SignIn_ServerError_NeverFallsBackToLegacy()
    {
        var gateway = Gateway();
        gateway.SignInAnswer = _ => RecordingGateway.Text("proxyClient failure", HttpStatusCode.InternalServerError);
        await using var folio = gateway.CreateClient(options => options.AllowLegacySignIn = true);

        Assert.ThrowsAsync<RequestFailedException>(() => folio.HoldingsSources.ListAsync());

        Assert.That(gateway.SignInLines, Is.EqualTo(new[] { "POST /authn/login-with-expiry" }));
    }

    [Test]
    public async Task TokenProvider_Refused_IsAskedOnceMore()
    {
        var gateway = new RecordingGateway();
        var asked = 0;
        gateway.Always(sent => sent.Header("X-Okapi-Token") == "mine2"
            ? RecordingGateway.Json(Empty) : RecordingGateway.Text("Invalid token", HttpStatusCode.Unauthorized));
        await using var folio = gateway.CreateClient(options => options.Credentials = new()
        {
            TokenProvider = (tenant, _) => new($"mine{(tenant == "diku" ? ++asked : 0)}"),
        });

        await folio.HoldingsSources.ListAsync();
        await folio.SignOutAsync();

        Assert.That(gateway.SignInLines, Is.Empty);
        Assert.That(gateway.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("")]
    [TestCase("two\nlines")]
    public async Task TokenProvider_NoUsableToken_FailsBeforeAnythingIsSent(string token)
    {
        var gateway = Gateway();
        await using var folio = gateway.CreateClient(options => options.Credentials = new() { TokenProvider = (_, _) => new(token) });

        Assert.That(() => folio.HoldingsSources.ListAsync(), Throws.InvalidOperationException.With.Message.Contains("Credentials:TokenProvider"));
        Assert.That(gateway.Sent, Is.Empty);
    }

    private static RecordingGateway Gateway()
    {
        var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json(Empty));
        return gateway;
    }

    private static HttpResponseMessage Legacy()
    {
        var answer = RecordingGateway.Json("""{"okapiToken":"old-style"}""", HttpStatusCode.Created);
        answer.Headers.Add("x-okapi-token", "old-style");
        return answer;
    }
}
