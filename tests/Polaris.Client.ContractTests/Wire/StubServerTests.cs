using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Folio;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>Proves, without the SDK, that a stub answers exactly its request, and that a failure shows what differed.</summary>
[TestFixture]
public sealed class StubServerTests : FolioContractTest
{
    private const string Expected = """{ "id": 7, "tags": [ "a", "b" ], "note": null }""";

    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false });

    [OneTimeTearDown]
    public void DisposeClient() => client.Dispose();

    // The client refuses to send this request, so the example is played here.
    [Test, Plays("Folio/create-422")]
    public async Task Example_SentWithoutTheClient_IsAnsweredAsDocumented()
    {
        using HttpRequestMessage request = Request("holdings-sources", Example.Read("Folio/create-422").SentBody!.ToJsonString());

        using HttpResponseMessage answer = await client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        JsonAssert.AreEqual(
            JsonNode.Parse(AnswerOf("Folio/create-422").Body), JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    [TestCase("things?a=1&b=%22", Expected)]
    [TestCase("things?a=1&b=%22", """{"note":null,"tags":["a","b"],"id":7.0}""")]
    public async Task Stub_SameRequest_Answers(string target, string body)
    {
        using HttpRequestMessage request = Request(target, body);

        Assert.That(await MismatchAsync(request), Is.Null);
    }

    [TestCase("things?a=1&b=%22&c=2", Expected, "target: expected '/things?a=1&b=%22', but was '/things?a=1&b=%22&c=2'")]
    [TestCase("things?a=1", Expected, "target: expected '/things?a=1&b=%22', but was '/things?a=1'")]
    [TestCase("things?b=%22&a=1", Expected, "target: expected '/things?a=1&b=%22', but was '/things?b=%22&a=1'")]
    [TestCase("things?a=1&b=%2522", Expected, "target: expected '/things?a=1&b=%22', but was '/things?a=1&b=%2522'")]
    [TestCase("thing?a=1&b=%22", Expected, "target: expected '/things?a=1&b=%22', but was '/thing?a=1&b=%22'")]
    [TestCase("things?a=1&b=%22", """{ "id": 7, "tags": [ "a", "b" ], "note": null, "more": 1 }""",
        "body $.more: was 1, but no such property is expected.")]
    [TestCase("things?a=1&b=%22", """{ "id": 7, "tags": [ "a", "b" ] }""", "body $.note: expected null, but the property is missing.")]
    [TestCase("things?a=1&b=%22", """{ "Id": 7, "tags": [ "a", "b" ], "note": null }""",
        "body $.id: expected 7, but the property is missing.")]
    [TestCase("things?a=1&b=%22", """{ "id": "7", "tags": [ "a", "b" ], "note": null }""", "body $.id: expected 7, but was \"7\".")]
    [TestCase("things?a=1&b=%22", """{ "id": 7, "tags": [ "b", "a" ], "note": null }""", "body $.tags[0]: expected \"a\", but was \"b\".")]
    [TestCase("things?a=1&b=%22", """{ "id": 7, "tags": [ "a" ], "note": null }""", "body $.tags: expected 2 items, but there are 1")]
    [TestCase("things?a=1&b=%22", """{ "id": 7, "id": 7, "tags": [ "a", "b" ], "note": null }""", "body is not JSON")]
    [TestCase("things?a=1&b=%22", "", "body is not JSON")]
    public async Task Stub_OtherTargetOrBody_ShowsTheDifference(string target, string body, string difference)
    {
        using HttpRequestMessage request = Request(target, body);

        Assert.That(await MismatchAsync(request), Does.Contain(difference));
    }

    [TestCase("X-Okapi-Tenant", null, "header X-Okapi-Tenant: expected 'diku', but was none")]
    [TestCase("X-Okapi-Tenant", "Diku", "header X-Okapi-Tenant: expected 'diku', but was 'Diku'")]
    [TestCase("Accept", "*/*", "header Accept: expected 'application/json, text/plain', but was '*/*'")]
    [TestCase("Cookie", "x=1", "header Cookie: expected none, but was 'x=1'")]
    [TestCase("Authorization", "Basic eA==", "header Authorization: expected none, but was 'Basic eA=='")]
    [TestCase("X-Anything", "1", "header X-Anything: expected none, but was '1'")]
    [TestCase("Content-Type", "text/plain", "header Content-Type: expected 'application/json', but was 'text/plain'")]
    public async Task Stub_OtherHeader_ShowsTheDifference(string header, string? value, string difference)
    {
        using HttpRequestMessage request = Request("things?a=1&b=%22", Expected);
        (header == "Content-Type" ? request.Content!.Headers : (HttpHeaders)request.Headers).Remove(header);
        if (header == "Content-Type") request.Content!.Headers.Add(header, value);
        else if (value is not null) request.Headers.Add(header, value);

        Assert.That(await MismatchAsync(request), Does.Contain(difference));
    }

    [Test]
    public async Task Stub_OtherVerb_ShowsTheDifference()
    {
        using HttpRequestMessage request = Request("things?a=1&b=%22", Expected);
        request.Method = HttpMethod.Put;

        Assert.That(await MismatchAsync(request), Does.Contain("verb: expected 'POST', but was 'PUT'"));
    }

    [Test]
    public async Task Stub_WithoutBody_RefusesABody()
    {
        On("POST things").Answers(204);
        using HttpRequestMessage request = Request("things", "{}");

        Assert.That(await UnmatchedAsync(request), Does.Contain("body: expected none, but was '{}'"));
    }

    [Test]
    public async Task Answers_SeveralOnes_AreGivenInTurn()
    {
        On("POST things", "1").Answers(401, 503, 204);

        Assert.That(await StatusesAsync(4), Is.EqualTo([401, 503, 204, 204]));
    }

    [Test]
    public async Task Answers_TwoStubsThatMatch_TheNewestAnswers()
    {
        On("POST things", "1").Answers(401);
        On("POST things", "1").Answers(204);

        Assert.That(await StatusesAsync(1), Is.EqualTo([204]));
    }

    [Test]
    public async Task Journal_OneRequestTooMany_DescribesTheDifference()
    {
        On("POST things", "1").Answers(204);
        await StatusesAsync(2);

        string? difference = Server.Journal.DifferenceFrom("POST /things");

        Assert.That(difference, Does.Contain("Expected 1 requests").And.Contain("received 2"));
    }

    [Test]
    public async Task Answer_EncodingThatIsAccepted_IsCompressed()
    {
        On("POST things", "1").Answers(Answer.Json(200, "[1]"));
        using HttpRequestMessage request = Request("things", "1");
        request.Headers.Add("Accept-Encoding", "gzip");

        using HttpResponseMessage answer = await client.SendAsync(request);

        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(["gzip"]));
    }

    [TestCase(Fault.ConnectionReset, "ConnectionReset")]
    [TestCase(Fault.EmptyResponse, "ResponseEnded")]
    [TestCase(Fault.BrokenChunk, "InvalidResponse")]
    [TestCase(Fault.RandomData, "InvalidResponse")]
    public void Answer_Fault_BreaksTheConnectionInItsWay(Fault fault, string expected)
    {
        On("POST things", "1").Answers(fault);

        var error = Assert.ThrowsAsync<HttpRequestException>(() => StatusesAsync(1));

        string cause = error!.GetBaseException() switch
        {
            SocketException socket => $"{socket.SocketErrorCode}",
            HttpIOException http => $"{http.HttpRequestError}",
            _ => $"{error.HttpRequestError}",
        };
        Assert.That(cause, Is.EqualTo(expected));
    }

    /// <summary>Sends a request to the stub of most tests, and describes why it did not match, if so.</summary>
    private async Task<string?> MismatchAsync(HttpRequestMessage request)
    {
        On("POST things?a=1&b=%22", Expected).Answers(204);
        return await UnmatchedAsync(request);
    }

    private async Task<string?> UnmatchedAsync(HttpRequestMessage request)
    {
        using HttpResponseMessage answer = await client.SendAsync(request);
        string? difference = Server.Journal.DifferenceFrom($"{request.Method} {request.RequestUri!.PathAndQuery}");
        Server.Reset();
        return difference;
    }

    private async Task<IReadOnlyList<int>> StatusesAsync(int count)
    {
        var statuses = new List<int>();
        while (statuses.Count < count)
        {
            using HttpRequestMessage request = Request("things", "1");
            using HttpResponseMessage answer = await client.SendAsync(request);
            statuses.Add((int)answer.StatusCode);
        }

        return statuses;
    }

    private static HttpRequestMessage Request(string target, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server.BaseAddress, target))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach ((string name, string value) in StubbedFolio.Headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }
}
