using System.Net;

namespace Polaris.Client.Tests.Folio.Authentication;

public class RenewalTests
{
    private const string Empty = """{"holdingsRecordsSources":[],"totalRecords":0}""";

    [Test]
    public async Task Call_AMinuteBeforeExpiry_RenewsWithTheRefreshCookieAlone()
    {
        var gateway = Gateway();
        await using var folio = gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();

        gateway.Clock.Advance(TimeSpan.FromMinutes(9) - TimeSpan.FromSeconds(1));
        await folio.HoldingsSources.ListAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await folio.HoldingsSources.ListAsync();

        var refresh = gateway.Sent.Single(sent => sent.Path == "/authn/refresh");
        Assert.That(refresh.Header("Cookie"), Is.EqualTo("folioRefreshToken=refresh-of-login1"));
        Assert.That(refresh.Header("X-Okapi-Tenant"), Is.EqualTo("diku"));
        Assert.That(refresh.Headers, Does.Not.ContainKey("X-Okapi-Token"));
        Assert.That(refresh.Body, Is.Empty);
        Assert.That(gateway.Requests.Select(call => call.Header("X-Okapi-Token")), Is.EqualTo(new[] { "login1", "login1", "renewed1" }));
    }

    [Test]
    public async Task Call_ShortLivedToken_IsRenewedAtHalfLife()
    {
        var gateway = Gateway();
        gateway.TokenLifetime = TimeSpan.FromSeconds(60);
        await using var folio = gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();

        gateway.Clock.Advance(TimeSpan.FromSeconds(29));
        await folio.HoldingsSources.ListAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        await folio.HoldingsSources.ListAsync();

        Assert.That(gateway.Requests.Select(call => call.Header("X-Okapi-Token")), Is.EqualTo(new[] { "login1", "login1", "renewed1" }));
    }

    [Test]
    public async Task Call_ClockOfThisMachineIsWrong_LifetimeIsTheServers()
    {
        var gateway = Gateway();
        gateway.SignInAnswer = sent =>
        {
            var answer = sent.Path == "/authn/login-with-expiry" ? gateway.Tokens("login1", "refresh1") : null;
            answer?.Headers.Date = gateway.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
            return answer;
        };
        await using var folio = gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();

        gateway.Clock.Advance(TimeSpan.FromMinutes(4));
        await folio.HoldingsSources.ListAsync();

        Assert.That(gateway.SignInLines.Last(), Is.EqualTo("POST /authn/refresh"));
    }

    [TestCase(422, """{"errors":[{"code":"token.refresh.unprocessable","message":"Authorization server unable to process token refresh request"}]}""")]
    [TestCase(401, "Invalid token")]
    [TestCase(500, "token.refresh.failure")]
    [TestCase(404, "Not found")]
    public async Task Refresh_Refused_SignsInAfresh(int status, string body)
    {
        var gateway = Gateway();
        gateway.SignInAnswer = sent => sent.Path == "/authn/refresh" ? RecordingGateway.Text(body, (HttpStatusCode)status) : null;
        await using var folio = gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();
        gateway.Clock.Advance(TimeSpan.FromMinutes(10));

        await folio.HoldingsSources.ListAsync();

        Assert.That(gateway.SignInLines, Is.EqualTo(
            new[] { "POST /authn/login-with-expiry", "POST /authn/refresh", "POST /authn/login-with-expiry" }));
        Assert.That(gateway.Requests[^1].Header("X-Okapi-Token"), Is.EqualTo("login2"));
    }

    [Test]
    public async Task Refresh_AnswerLostAndSignInToo_TokenIsNotUsedASecondTime()
    {
        var gateway = Gateway();
        await using var folio = gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();
        gateway.Clock.Advance(TimeSpan.FromMinutes(10));
        gateway.SignInAnswer = _ => throw new HttpRequestException("connection reset");
        Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.ListAsync());

        gateway.SignInAnswer = _ => null;
        await folio.HoldingsSources.ListAsync();

        Assert.That(gateway.SignInLines.Count(line => line == "POST /authn/refresh"), Is.EqualTo(1));
        Assert.That(gateway.Requests[^1].Header("X-Okapi-Token"), Is.EqualTo("login2"));
    }

    [TestCase(401, "Invalid token")]
    [TestCase(400, "Token missing, access requires permission: inventory-storage.holdings-sources.collection.get")]
    public async Task Call_TokenRefused_RenewsOnceAndReplaysOnce(int status, string text)
    {
        var gateway = new RecordingGateway();
        gateway.Then(RecordingGateway.Text(text, (HttpStatusCode)status), RecordingGateway.Json(Empty));
        await using var folio = gateway.CreateClient();

        await folio.HoldingsSources.ListAsync();

        Assert.That(gateway.Sent.Select(sent => sent.Path), Is.EqualTo(
            new[] { "/authn/login-with-expiry", "/holdings-sources", "/authn/refresh", "/holdings-sources" }));
        Assert.That(gateway.Requests[^1].Header("X-Okapi-Token"), Is.EqualTo("renewed1"));
    }

    [Test]
    public async Task Call_TokenRefusedTwice_FailsWithoutAThirdAttempt()
    {
        var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Text("Invalid token", HttpStatusCode.Unauthorized));
        await using var folio = gateway.CreateClient();

        Assert.ThrowsAsync<AuthenticationFailedException>(() => folio.HoldingsSources.ListAsync());

        Assert.That(gateway.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Calls_AThousandAtOnceWithAnExpiredToken_RenewOnce()
    {
        var gateway = Gateway();
        await using var folio = gateway.CreateClient();
        await folio.HoldingsSources.ListAsync();
        gateway.Clock.Advance(TimeSpan.FromMinutes(10));

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => folio.HoldingsSources.ListAsync())));

        Assert.That(gateway.SignInLines, Is.EqualTo(new[] { "POST /authn/login-with-expiry", "POST /authn/refresh" }));
        Assert.That(gateway.Requests, Has.Count.EqualTo(1001));
        Assert.That(gateway.Requests.Skip(1).Select(call => call.Header("X-Okapi-Token")), Is.All.EqualTo("renewed1"));
    }

    [Test]
    public async Task Calls_AThousandAtOnceRefusedWith401_RenewOnce()
    {
        var gateway = new RecordingGateway();
        gateway.Always(sent => sent.Header("X-Okapi-Token") == "login1"
            ? RecordingGateway.Text("Invalid token", HttpStatusCode.Unauthorized)
            : RecordingGateway.Json(Empty));
        await using var folio = gateway.CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => folio.HoldingsSources.ListAsync())));

        Assert.That(gateway.SignInLines, Is.EqualTo(new[] { "POST /authn/login-with-expiry", "POST /authn/refresh" }));
    }

    private static RecordingGateway Gateway()
    {
        var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json(Empty));
        return gateway;
    }
}
