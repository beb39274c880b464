using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Stubs;

[TestFixture]
public sealed class SequenceStubTests : StubTest
{
    private static readonly TimeSpan ShorterThanTheDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongerThanAnyAnswer = TimeSpan.FromSeconds(30);

    private static IEnumerable<string> Files =>
        MappingFile.Names.Except(FixtureFile.Names);

    [TestCaseSource(nameof(Files))]
    public async Task Stubs_PlayedInOrder_AnswerAsWritten(string name)
    {
        IReadOnlyList<JsonObject> stubs = MappingFile.Read(name).Stubs;
        await Server.LoadAsync(name);

        foreach (JsonObject stub in stubs)
        {
            Assert.That(await OutcomeAsync(stub), Is.EqualTo(ExpectedOutcome(stub)));
        }

        RequestJournal journal = await Server.ReadJournalAsync();
        Assert.That(
            journal.Requests.Select(request => request.StubName),
            Is.EqualTo(stubs.SelectMany(stub => Enumerable.Repeat(stub["name"]!.GetValue<string>(), TimesSent(stub)))));
    }

    [TestCaseSource(nameof(Files))]
    public async Task Stubs_AlteredRequests_AreNotMatched(string name)
    {
        IReadOnlyList<JsonObject> stubs = MappingFile.Read(name).Stubs;
        await Server.LoadAsync(name);

        foreach (JsonObject stub in stubs)
        {
            Assert.That(await OverlookedMistakesAsync(RawRequest.Of(stub)), Is.Empty);
            if (stub["newScenarioState"] is not null) await OutcomeAsync(stub);
        }
    }

    [TestCase("Conversations/bib-display-in-pac", "Polaris/bib-header-update-prompt-66",
        "Polaris/bib-header-update-reply-66")]
    [TestCase("Conversations/bib-duplicates-errors", "Polaris/bib-duplicates-prompt-87",
        "Polaris/bib-errors-prompt-148")]
    [TestCase("Conversations/authority-duplicates-linked-records", "Polaris/authority-duplicates-prompt-142",
        "Polaris/authority-linked-records-prompt-145")]
    [TestCase("Conversations/bib-duplicates-of-prompt-148", "Polaris/bib-duplicates-prompt-87")]
    public void Conversation_Answers_AreTheDocumentedOnes(string name, params string[] documented)
    {
        JsonNode?[] answers = [.. MappingFile.Read(name).Stubs.Select(stub => stub["response"]!["jsonBody"])];
        JsonNode guid = answers[0]!["WorkflowRequestGuid"]!;

        foreach ((JsonNode? answer, string fixture) in answers.Zip(documented))
        {
            JsonNode expected = FixtureFile.Read(fixture).AnswerBody!.DeepClone();
            expected["WorkflowRequestGuid"] = guid.DeepClone();
            JsonAssert.AreEqual(expected, answer);
        }
    }

    [Test]
    public async Task Conversation_StepOutOfTurn_IsNotMatched()
    {
        const string Name = "Conversations/bib-duplicates-errors";
        await Server.LoadAsync(Name);

        using HttpResponseMessage answer = await SendAsync(RawRequest.Of(MappingFile.Read(Name).Stubs[1]));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Server.ReadJournalAsync()).Unmatched, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Gzip_AcceptedEncoding_IsCompressed()
    {
        await Server.LoadAsync("Faults/holdings-sources-gzip");

        RawRequest request = RawRequest.Of(MappingFile.Read("Faults/holdings-sources-gzip").Stubs[0]);

        using HttpResponseMessage answer = await SendAsync(
            request with { Headers = [.. request.Headers, new("Accept-Encoding", "gzip")] });

        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(["gzip"]));
    }

    [TestCase("SignIn/polaris", StubbedPolaris.SignInPath, StubbedPolaris.Authorization)]
    [TestCase("SignIn/folio", StubbedFolio.SignInPath, StubbedFolio.AccessToken)]
    [TestCase("SignIn/folio-refresh", StubbedFolio.RefreshPath, StubbedFolio.RenewedAccessToken)]
    public void SignIn_IssuedToken_IsTheOneThatTheStubsExpect(string name, string path, string token)
    {
        JsonObject stub = MappingFile.Read(name).Stubs.Single();
        JsonNode? body = stub["response"]!["jsonBody"];

        Assert.That(RawRequest.Of(stub).Url, Is.EqualTo(path));
        string issued = body?["AccessToken"] is { } accessToken
            ? $"PAS {body["SiteDomain"]}:{accessToken}:{body["AccessSecret"]}"
            : stub["response"]!["headers"]!["Set-Cookie"]![0]!.GetValue<string>().Split('=', ';')[1];
        Assert.That(issued, Is.EqualTo(token));
    }

    // Where a connection closes without a single byte, SocketsHttpHandler itself sends a message without content three
    // times more, whatever its verb. A message with content, be it empty, is sent once.
    private static int TimesSent(JsonObject stub)
    {
        bool isSilent = stub["response"]!["fault"]?.GetValue<string>() == "EMPTY_RESPONSE";
        return isSilent && stub["request"]!["method"]!.GetValue<string>() == "GET" ? 4 : 1;
    }

    private static string ExpectedOutcome(JsonObject stub) => stub["response"] switch
    {
        { } response when response["fault"] is not null => nameof(HttpRequestException),
        { } when IsDelayed(stub) => nameof(TaskCanceledException),
        { } response => response["status"]!.ToJsonString(),
        null => throw new InvalidOperationException("A stub must answer something."),
    };

    private static bool IsDelayed(JsonObject stub) => stub["response"]!["fixedDelayMilliseconds"] is not null;

    private async Task<string> OutcomeAsync(JsonObject stub)
    {
        using var patience = new CancellationTokenSource(IsDelayed(stub) ? ShorterThanTheDelay : LongerThanAnyAnswer);
        try
        {
            using HttpResponseMessage answer = await SendAsync(RawRequest.Of(stub), patience.Token);
            return $"{(int)answer.StatusCode}";
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return failure.GetType().Name;
        }
    }
}
