using System.Net;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio.Faults;

/// <summary>Reading is repeated after a fault; creating never is: the record is looked up instead.</summary>
[TestFixture]
public sealed class HoldingsSourceFaultTests : FolioContractTest
{
    private const string Get200 = "Folio/get-200";
    private const string Get = "GET /holdings-sources/8081d707-610f-4b50-a28b-c36a6d25191b";
    private const string Post = "POST /holdings-sources";
    private const string List = "GET /holdings-sources";

    [Test]
    public void GetAsync_ConnectionReset_IsSentThreeTimes()
    {
        OnRequestOf(Get200).Answers(Fault.ConnectionReset);

        AssertNoAnswer();
    }

    [Test]
    public void GetAsync_RandomData_IsSentThreeTimes()
    {
        OnRequestOf(Get200).Answers(Fault.RandomData);

        AssertNoAnswer();
    }

    [Test]
    public void GetAsync_SlowerThanTheTimeout_IsSentTwiceWhenOneRetryIsAllowed()
    {
        OnRequestOf(Get200).Answers(AnswerOf(Get200).After(TimeSpan.FromSeconds(10)));
        FolioClient folio = CreateClientWithToken(options =>
        {
            options.Timeout = TimeSpan.FromMilliseconds(400);
            options.Retry.MaxRetries = 1;
        });

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.GetAsync(SourceId));

        AssertRequests(Get, Get);
        AssertFacts(error!, attempts: 2);
    }

    // The platform's own handler sends a message without content four times when the server closes without a byte.
    [Test]
    public void GetAsync_EmptyResponse_IsSentThreeTimesByUs()
    {
        OnRequestOf(Get200).Answers(Fault.EmptyResponse);

        AssertNoAnswer(sentPerAttempt: 4);
    }

    [Test]
    public async Task GetAsync_ConnectionResetOnce_IsSentAgain()
    {
        OnRequestOf(Get200).Answers(Fault.ConnectionReset, AnswerOf(Get200));

        HoldingsSource found = await CreateClient().HoldingsSources.GetAsync(SourceId);

        AssertRequests(SignIn, Get, Get);
        Assert.That(found.Name, Is.EqualTo("FOLIO"));
    }

    [Test]
    public async Task GetAsync_UnavailableOnce_WaitsAsLongAsTheServerAsks()
    {
        OnRequestOf(Get200).Answers(Unavailable, AnswerOf(Get200));

        var time = new HurriedTime();

        HoldingsSource found = await CreateClient(time: time).HoldingsSources.GetAsync(SourceId);

        AssertRequests(SignIn, Get, Get);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Name, Is.EqualTo("FOLIO"));
            Assert.That(time.Pauses, Does.Contain(TimeSpan.FromSeconds(1)));
        }
    }

    [Test]
    public void GetAsync_StaysUnavailable_ReportsTheStatusAfterAllAttempts()
    {
        OnRequestOf(Get200).Answers(Unavailable);
        FolioClient folio = CreateClient(time: new HurriedTime());

        var error = Assert.ThrowsAsync<RequestFailedException>(() => folio.HoldingsSources.GetAsync(SourceId));

        AssertRequests(SignIn, Get, Get, Get);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(error.Failure.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(error.Attempts, Is.EqualTo(3));
        }
    }

    [Test]
    public void GetAsync_HtmlPageOfAProxy_IsNotReportedAsServerMessage()
    {
        OnRequestOf(Get200).Answers(Answer.Html(502, """
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center></body>
            </html>
            """));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<RequestFailedException>(() => folio.HoldingsSources.GetAsync(SourceId));

        AssertRequests(SignIn, Get, Get, Get);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
            Assert.That(error.Failure.MediaType, Is.EqualTo("text/html"));
            Assert.That(error.ServerMessage, Is.Null);
            Assert.That(error.Body, Does.Contain("502 Bad Gateway"));
            Assert.That(error.Attempts, Is.EqualTo(3));
        }
    }

    [Test]
    public void GetAsync_BodyBreaksOff_IsSentThreeTimes()
    {
        OnRequestOf(Get200).Answers(Fault.BrokenChunk);

        AssertNoAnswer();
    }

    [Test]
    public void ListAsync_BodyBreaksOff_ThrowsTransport()
    {
        On(List).Answers(Fault.BrokenChunk);
        FolioClient folio = CreateClient();

        Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.ListAsync());
    }

    [Test]
    public void ListAsync_TruncatedJson_ThrowsInvalidResponse()
    {
        On(List).Answers(Answer.Json(200, $$"""{"holdingsRecordsSources": [{"id": "{{SourceId}}", "name": "FOLI"""));

        AssertNoPage();
    }

    [Test]
    public void ListAsync_CollectionOfAnotherName_ThrowsInvalidResponse()
    {
        On(List).Answers(Answer.Json(200, $$"""
            { "holdingsSources": [ { "id": "{{SourceId}}", "name": "FOLIO" } ], "totalRecords": 1 }
            """));

        AssertNoPage();
    }

    [Test]
    public async Task ListAsync_CompressedPage_IsRead()
    {
        On(List).Answers(AnswerOf("Folio/list-200"));

        RecordPage<HoldingsSource> page = await CreateClient().HoldingsSources.ListAsync();

        AssertRequests(SignIn, List);
        Assert.That(page.Records.Select(source => source.Name), Is.EqualTo(["FOLIO", "MARC"]));
        ReceivedRequest sent = Server.Journal.Requests[^1];
        Assert.That(sent.Header("Accept-Encoding"), Has.One.Contains("gzip"));
    }

    [Test]
    public async Task CreateAsync_AnswerLost_IsLookedUpAndNotRepeated()
    {
        OnRequestOf("Folio/create-201").Answers(Fault.ConnectionReset);
        OnRequestOf(Get200).Answers(AnswerOf(Get200));

        HoldingsSource created = await CreateClient().HoldingsSources.CreateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" });

        AssertRequests(SignIn, Post, Get);
        Assert.That(created, Members.EqualTo(new HoldingsSource { Id = SourceId, Name = "FOLIO" }));
    }

    [Test]
    public void CreateAsync_AnswerLostAndRecordNotFound_ThrowsTransport()
    {
        OnRequestOf("Folio/create-201").Answers(Fault.ConnectionReset);
        OnRequestOf(Get200).Answers(AnswerOf("Folio/get-404"));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.CreateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" }));

        AssertRequests(SignIn, Post, Get);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.Route, Is.EqualTo(Post));
            Assert.That(error.MayHaveBeenProcessed, Is.True);
        }
    }

    private void AssertNoAnswer(int sentPerAttempt = 1)
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.GetAsync(SourceId));

        AssertRequests([SignIn, .. Enumerable.Repeat(Get, 3 * sentPerAttempt)]);
        AssertFacts(error!, attempts: 3);
    }

    private static void AssertFacts(TransportException error, int attempts)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(error.Attempts, Is.EqualTo(attempts));
            Assert.That(error.MayHaveBeenProcessed, Is.True);
            Assert.That(error.Route, Is.EqualTo("GET /holdings-sources/{id}"));
            Assert.That(error.RequestPath, Is.EqualTo($"/holdings-sources/{SourceId}"));
        }
    }

    private void AssertNoPage()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => folio.HoldingsSources.ListAsync());

        AssertRequests(SignIn, List);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(error.Route, Is.EqualTo(List));
            Assert.That(error.Failure.Tenant, Is.EqualTo(StubbedFolio.Tenant));
        }
    }
}
