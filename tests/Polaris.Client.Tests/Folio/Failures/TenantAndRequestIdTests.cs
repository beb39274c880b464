using System.Net;

namespace Polaris.Client.Tests.Folio.Failures;

/// <summary>Whatever goes wrong, the exception names the tenant, and the gateway's ID of the request if there is one.</summary>
public sealed class TenantAndRequestIdTests
{
    private RecordingGateway _gateway = null!;

    [SetUp]
    public void SetUp() => _gateway = new RecordingGateway();

    [TearDown]
    public void TearDown() => _gateway.Dispose();

    [Test]
    public async Task Call_Refused_ReportsTenantAndRequestId()
    {
        _gateway.Always(_ =>
        {
            var answer = RecordingGateway.Json("{}", HttpStatusCode.Forbidden);
            answer.Headers.Add("X-Okapi-Request-Id", "123456/holdings");
            return answer;
        });
        await using var folio = _gateway.CreateClient();

        var error = Assert.ThrowsAsync<PermissionDeniedException>(() => folio.With("college").HoldingsSources.ListAsync())!;

        Assert.That(error.Tenant, Is.EqualTo("college"));
        Assert.That(error.RequestId, Is.EqualTo("123456/holdings"));
        Assert.That(error.RequestPath, Is.EqualTo("/holdings-sources"));
        Assert.That(error.Message, Does.Contain("(tenant college)"));
    }

    [Test]
    public async Task Call_RefusedByAServerWithoutGateway_ReportsNoRequestId()
    {
        _gateway.Always(_ => RecordingGateway.Json("{}", HttpStatusCode.Forbidden));
        await using var folio = _gateway.CreateClient();

        Assert.That(Assert.ThrowsAsync<PermissionDeniedException>(() => folio.HoldingsSources.ListAsync())!.RequestId, Is.Null);
    }

    [Test]
    public async Task Call_WithoutAnswer_ReportsTheTenant()
    {
        _gateway.Always(_ => throw new IOException("reset by peer"));
        await using var folio = _gateway.CreateClient(options => options.Retry.MaxRetries = 1);

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.ListAsync())!;

        Assert.That(error.Tenant, Is.EqualTo("diku"));
        Assert.That(error.RequestPath, Is.EqualTo("/holdings-sources"));
        Assert.That(error.Attempts, Is.EqualTo(2));
        Assert.That(error.Message, Does.StartWith("GET /holdings-sources").And.Contain("(tenant diku)"));
    }

    [Test]
    public async Task Call_WithAnUnreadableAnswer_ReportsTheTenant()
    {
        _gateway.Always(_ => RecordingGateway.Json("{"));
        await using var folio = _gateway.CreateClient();

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => folio.HoldingsSources.ListAsync())!;

        Assert.That(error.Tenant, Is.EqualTo("diku"));
        Assert.That(error.RequestPath, Is.EqualTo("/holdings-sources"));
    }

    [Test]
    public async Task Call_WhoseSignInGetsNoAnswer_ReportsTheTenantOfTheCall()
    {
        _gateway.SignInAnswer = _ => throw new IOException("reset by peer");
        await using var folio = _gateway.CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.ListAsync())!;

        Assert.That(error.Tenant, Is.EqualTo("diku"));
        Assert.That(error.RequestPath, Is.EqualTo("/holdings-sources"));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Contain("(tenant diku) was not carried out"));
    }
}
