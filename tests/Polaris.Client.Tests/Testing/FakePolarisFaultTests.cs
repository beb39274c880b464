using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Testing;

public sealed class FakePolarisFaultTests
{
    private ManualTimeProvider _clock = null!;
    private FakePolaris _fake = null!;
    private RawClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _clock = new();
        _fake = new FakePolaris(new() { TimeProvider = _clock }).WithBib(5);
        _client = await new RawClient(_fake).SignInAsync();
    }

    [TearDown]
    public void Dispose() => _client.Dispose();

    [TestCase(FaultKind.ConnectionRefused, HttpRequestError.ConnectionError, 0)]
    [TestCase(FaultKind.ResetBeforeProcessing, HttpRequestError.Unknown, 0)]
    [TestCase(FaultKind.ResetAfterProcessing, HttpRequestError.Unknown, 1)]
    public void BrokenConnection_BeforeOrAfter_ThrowsAsARealOne(FaultKind kind, HttpRequestError error, int executed)
    {
        _fake.Faults.Add(kind);

        HttpRequestException thrown = Assert.ThrowsAsync<HttpRequestException>(SaveAsync)!;

        Assert.That(thrown.HttpRequestError, Is.EqualTo(error));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(executed));
        Assert.That(_fake.Journal[^1].Fault, Is.EqualTo(kind));
        Assert.That(_fake.Journal[^1].StatusCode, Is.Null);
        Assert.That(_fake.Faults.Counts, Is.EqualTo(new Dictionary<FaultKind, int> { [kind] = 1 }));
    }

    [Test]
    public void Fault_TruncatedAnswer_IsProcessedAndBreaksWhileRead()
    {
        _fake.Faults.Add(FaultKind.TruncatedAnswer);

        HttpRequestException thrown = Assert.ThrowsAsync<HttpRequestException>(SaveAsync)!;

        Assert.That(thrown.InnerException, Is.InstanceOf<HttpIOException>());
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [TestCase(FaultKind.DelayNotProcessed, 0)]
    [TestCase(FaultKind.DelayProcessed, 1)]
    public async Task Delay_TheCallerGivesUp_IsProcessedOrNot(FaultKind kind, int executed)
    {
        _fake.Faults.Add(kind);
        using CancellationTokenSource source = new();
        using StringContent body = RawClient.JsonContent(SaveRequests.Bib(5).ToJsonString());

        Task<HttpResponseMessage> save = _client.SendAsync(HttpMethod.Post, "workflow", body, source.Token);
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.That(save.IsCompleted, Is.False);
        await source.CancelAsync();

        Assert.ThrowsAsync<TaskCanceledException>(() => save);
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(executed));
    }

    [Test]
    public async Task Delay_TheCallerWaits_IsAnswered()
    {
        _fake.Faults.Add(new FakeFault(FaultKind.DelayNotProcessed) { Duration = TimeSpan.FromSeconds(30) });

        Task<HttpResponseMessage> save = SaveAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));
        using HttpResponseMessage response = await save;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [TestCase(FaultKind.Unauthorized, 401, null, 0)]
    [TestCase(FaultKind.TooManyRequests, 429, "text/html", 0)]
    [TestCase(FaultKind.ServiceUnavailable, 503, "text/html", 0)]
    [TestCase(FaultKind.ProxyHtml, 502, "text/html", 0)]
    [TestCase(FaultKind.ProxyHtmlAfterProcessing, 502, "text/html", 1)]
    [TestCase(FaultKind.ProxyHtmlWithStatus200, 200, "text/html", 0)]
    [TestCase(FaultKind.TokenRevoked, 401, null, 0)]
    [TestCase(FaultKind.LockedByAnother, 409, "application/json", 0)]
    public async Task Fault_AnswerOfSomeoneElse_IsWhatTheCallerGets(FaultKind kind, int status, string? contentType, int executed)
    {
        _fake.Faults.Add(kind);

        using HttpResponseMessage response = await SaveAsync();

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(contentType));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(executed));
        Assert.That(_fake.Journal[^1].StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task RetryAfter_InSecondsOrAsADate_IsWhatTheFaultStates()
    {
        _fake.Faults.Add(new FakeFault(FaultKind.TooManyRequests) { Duration = TimeSpan.FromSeconds(7) })
            .Add(new FakeFault(FaultKind.ServiceUnavailable) { Duration = TimeSpan.FromSeconds(7), RetryAfterAsDate = true });

        using HttpResponseMessage seconds = await SaveAsync();
        using HttpResponseMessage date = await SaveAsync();

        Assert.That(seconds.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(date.Headers.RetryAfter!.Date, Is.EqualTo(_clock.GetUtcNow() + TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task LockedByAnother_OnALockCall_GoesAfterAWhile()
    {
        JsonNode target = JsonNode.Parse("""{"ObjectTypeID":2,"ObjectID":5}""")!;
        _fake.Faults.Add(new FakeFault(FaultKind.LockedByAnother) { Duration = TimeSpan.FromSeconds(3) });

        (int first, _) = await _client.PostAsync("objectlocks", target);
        _clock.Advance(TimeSpan.FromSeconds(3));
        (int second, _) = await _client.PostAsync("objectlocks", target);

        Assert.That(first, Is.EqualTo(409));
        Assert.That(second, Is.EqualTo(200));
        Assert.That(_fake.Locks.Single().ObjectType, Is.EqualTo(ObjectType.BibliographicRecord));
    }

    [Test]
    public async Task DuplicateDelivery_OfAReply_ExecutesOnce()
    {
        (_, JsonNode? asked) = await _client.PostAsync("workflow", SaveRequests.Bib(5, displayInPac: false));
        _fake.Faults.Add(FaultKind.DuplicateDelivery);

        await _client.GetAsync("objectlocks");
        (_, JsonNode? done) =
            await _client.PutAsync($"workflow/{asked!["WorkflowRequestGuid"]}", SaveRequests.Reply(66, 5));

        Assert.That(done!["WorkflowStatus"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(_fake.Journal.Count(exchange => exchange.Method == "PUT"), Is.EqualTo(2));
    }

    [Test]
    public async Task DuplicateDelivery_OfAReplyBeforeAnotherPrompt_IsNotTheClientsFault()
    {
        MarcRecord marc = new MarcRecord("00000nam a22000007i 4500").Field("020", ' ', ' ', ('a', "1551433249"));
        _fake.WithBib(6, marc: marc);
        (_, JsonNode? asked) = await _client.PostAsync("workflow", SaveRequests.Bib(5, displayInPac: false, marc: marc));
        _fake.Faults.Add(FaultKind.DuplicateDelivery);

        (_, JsonNode? next) = await _client.PutAsync($"workflow/{asked!["WorkflowRequestGuid"]}", SaveRequests.Reply(66, 5));

        Assert.That(next!["Prompt"]!["WorkflowPromptID"]!.GetValue<int>(), Is.EqualTo(87));
        Assert.That(_fake.Journal[^1].Answer!.WorkflowStatus, Is.EqualTo(WorkflowStatus.InvalidReply));
        _fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task Add_WithMethodAndPath_WaitsForTheRequestItFits()
    {
        _fake.Faults.Add(new FakeFault(FaultKind.ProxyHtml) { Method = "POST", Path = "workflow" });

        (int other, _) = await _client.GetAsync("objectlocks");
        using HttpResponseMessage hit = await SaveAsync();
        using HttpResponseMessage after = await SaveAsync();

        Assert.That(other, Is.EqualTo(200));
        Assert.That((int)hit.StatusCode, Is.EqualTo(502));
        Assert.That((int)after.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Randomly_WithTheSameSeed_RepeatsItself()
    {
        string first = await FaultsOfAsync(seed: 42);
        string second = await FaultsOfAsync(seed: 42);
        string third = await FaultsOfAsync(seed: 43);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(third, Is.Not.EqualTo(first));
        Assert.That(first.Split(' ').Distinct().Count(), Is.GreaterThan(5));
    }

    [Test]
    public async Task Stop_WithFaultsPlanned_TakesThemBack()
    {
        _fake.Faults.Add(FaultKind.ProxyHtml).Randomly(1, rate: 1).Stop();

        using HttpResponseMessage response = await SaveAsync();

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Requests_InParallelThroughSeveralHandlers_AreAllCounted()
    {
        using RawClient other = await new RawClient(_fake).SignInAsync();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? _client : other).PostAsync("workflow", SaveRequests.Bib(5))));

        Assert.That(_fake.ExecutedOperations, Is.EqualTo(200));
        Assert.That(_fake.Journal, Has.Count.EqualTo(202));
        Assert.That(_fake.Operations.Select(operation => operation.ConversationId).Distinct().Count(), Is.EqualTo(200));
    }

    private Task<HttpResponseMessage> SaveAsync() =>
        _client.SendAsync(HttpMethod.Post, "workflow", RawClient.JsonContent(SaveRequests.Bib(5).ToJsonString()));

    private static async Task<string> FaultsOfAsync(int seed)
    {
        FakePolaris fake = new FakePolaris().WithBib(5);
        using RawClient client = await new RawClient(fake).SignInAsync();
        FaultKind[] quick =
            [.. Enum.GetValues<FaultKind>().Except([FaultKind.DelayProcessed, FaultKind.DelayNotProcessed])];
        fake.Faults.Randomly(seed, rate: 0.5, quick);
        for (int i = 0; i < 100; i++)
        {
            try
            {
                using HttpResponseMessage response = await client.SendAsync(HttpMethod.Get, "objectlocks");
            }
            catch (HttpRequestException)
            {
                // Some faults break the connection; the journal shows which.
            }
        }

        return string.Join(' ', fake.Journal.Select(exchange => exchange.Fault?.ToString() ?? "-"));
    }
}
