using System.Net;
using Polaris.Client.ContractTests.WireMock;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio.Faults;

/// <summary>Reading is repeated after a fault; creating never is: the record is looked up instead.</summary>
[TestFixture]
public sealed class HoldingsSourceFaultTests : FolioContractTest
{
    private const string Get = "GET /holdings-sources/8081d707-610f-4b50-a28b-c36a6d25191b";
    private const string Post = "POST /holdings-sources";
    private const string List = "GET /holdings-sources";

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-connection-reset")]
    public Task GetAsync_ConnectionReset_IsSentThreeTimes() => AssertNoAnswerAsync();

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-random-data")]
    public Task GetAsync_RandomData_IsSentThreeTimes() => AssertNoAnswerAsync();

    [Test, Stubs("Faults/holdings-source-delay")]
    public async Task GetAsync_SlowerThanTheTimeout_IsSentTwiceWhenOneRetryIsAllowed()
    {
        FolioClient folio = CreateClientWithToken(options =>
        {
            options.Timeout = TimeSpan.FromMilliseconds(400);
            options.Retry.MaxRetries = 1;
        });

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync(Get, Get);
        AssertFacts(error!, attempts: 2);
    }

    // The platform's own handler sends a message without content four times when the server closes without a byte.
    [Test, Stubs("SignIn/folio", "Faults/holdings-source-empty-response")]
    public Task GetAsync_EmptyResponse_IsSentThreeTimesByUs() => AssertNoAnswerAsync(sentPerAttempt: 4);

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-connection-reset-then-200")]
    public async Task GetAsync_ConnectionResetOnce_IsSentAgain()
    {
        HoldingsSource found = await CreateClient().HoldingsSources.GetAsync(SourceId);

        await AssertRequestsAsync(SignIn, Get, Get);
        Assert.That(found.Name, Is.EqualTo("FOLIO"));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-503-then-200")]
    public async Task GetAsync_UnavailableOnce_WaitsAsLongAsTheServerAsks()
    {
        var time = new HurriedTime();

        HoldingsSource found = await CreateClient(time: time).HoldingsSources.GetAsync(SourceId);

        await AssertRequestsAsync(SignIn, Get, Get);
        Assert.That(found.Name, Is.EqualTo("FOLIO"));
        Assert.That(time.Pauses, Does.Contain(TimeSpan.FromSeconds(1)));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-503")]
    public async Task GetAsync_UnavailableForGood_TellsTheStatusAfterAllAttempts()
    {
        FolioClient folio = CreateClient(time: new HurriedTime());

        var error = Assert.ThrowsAsync<ApiException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync(SignIn, Get, Get, Get);
        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
        Assert.That(error.Attempts, Is.EqualTo(3));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-html-502")]
    public async Task GetAsync_PageOfAProxy_IsNoMessageOfTheServer()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<ApiException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync(SignIn, Get, Get, Get);
        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(error.Failure.MediaType, Is.EqualTo("text/html"));
        Assert.That(error.ServerMessage, Is.Null);
        Assert.That(error.Body, Does.Contain("502 Bad Gateway"));
        Assert.That(error.Attempts, Is.EqualTo(3));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-malformed-chunk")]
    public async Task GetAsync_BodyBrokenOff_HasNoAnswer()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync(SignIn, Get);
        AssertFacts(error!, attempts: 1);
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-sources-malformed-chunk")]
    public void ListAsync_BodyBrokenOff_HasNoAnswer()
    {
        FolioClient folio = CreateClient();

        Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.ListAsync());
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-sources-truncated")]
    public Task ListAsync_PageCutOffInTheMiddle_IsNoPage() => AssertNoPageAsync();

    [Test, Stubs("SignIn/folio", "Faults/holdings-sources-other-collection")]
    public Task ListAsync_CollectionOfAnotherName_IsNoPage() => AssertNoPageAsync();

    [Test, Stubs("SignIn/folio", "Faults/holdings-sources-gzip")]
    public async Task ListAsync_CompressedPage_IsRead()
    {
        RecordPage<HoldingsSource> page = await CreateClient().HoldingsSources.ListAsync();

        await AssertRequestsAsync(SignIn, List);
        Assert.That(page.Records.Select(source => source.Name), Is.EqualTo(["FOLIO", "MARC"]));
        JournaledRequest sent = (await Server.ReadJournalAsync()).Requests[^1];
        Assert.That(sent.Header("Accept-Encoding"), Has.One.Contains("gzip"));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-create-lost")]
    public async Task CreateAsync_AnswerLost_IsLookedUpNotRepeated()
    {
        HoldingsSource created = await CreateClient().HoldingsSources.CreateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" });

        await AssertRequestsAsync(SignIn, Post, Get);
        Assert.That(created, Members.EqualTo(new HoldingsSource { Id = SourceId, Name = "FOLIO" }));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-create-lost-not-found")]
    public async Task CreateAsync_LostForGood_TellsThatNoAnswerCame()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.CreateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" }));

        await AssertRequestsAsync(SignIn, Post, Get);
        Assert.That(error!.Route, Is.EqualTo(Post));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
    }

    private async Task AssertNoAnswerAsync(int sentPerAttempt = 1)
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync([SignIn, .. Enumerable.Repeat(Get, 3 * sentPerAttempt)]);
        AssertFacts(error!, attempts: 3);
    }

    private static void AssertFacts(TransportException error, int attempts)
    {
        Assert.That(error.Attempts, Is.EqualTo(attempts));
        Assert.That(error.MayHaveBeenProcessed, Is.True);
        Assert.That(error.Route, Is.EqualTo("GET /holdings-sources/{id}"));
        Assert.That(error.RequestPath, Is.EqualTo($"/holdings-sources/{SourceId}"));
    }

    private async Task AssertNoPageAsync()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => folio.HoldingsSources.ListAsync());

        await AssertRequestsAsync(SignIn, List);
        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(error.Route, Is.EqualTo(List));
        Assert.That(error.Failure.Tenant, Is.EqualTo(StubbedFolio.Tenant));
    }
}
