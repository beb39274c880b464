using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Testing;

/// <summary>What can be set: routes, latency, sloppiness, lock dates, limits, and the reasons of refusals.</summary>
public sealed class FakePolarisOptionsTests
{
    private const string Lock = """{"ObjectTypeID":27,"ObjectID":29937}""";

    [Test]
    public async Task On_AnAddressOfItsOwn_IsAnsweredAfterTheSignInOnly()
    {
        FakePolaris fake = new FakePolaris().On(HttpMethod.Get, "itemrecords/{id}?view", request =>
            FakeResponse.Json(new JsonObject { ["ItemRecordID"] = int.Parse(request["id"], null), ["View"] = request.Query["view"] }));
        using RawClient client = new(fake);

        int before = (await client.GetAsync("itemrecords/17?view=history")).Status;
        await client.SignInAsync();
        (int status, JsonNode? body) = await client.GetAsync("itemrecords/17?view=history");

        Assert.That(before, Is.EqualTo(401));
        Assert.That(status, Is.EqualTo(200));
        Assert.That(body!.ToJsonString(), Is.EqualTo("""{"ItemRecordID":17,"View":"history"}"""));
    }

    [Test]
    public async Task On_AnAddressThatTheFakePlays_ReplacesIt()
    {
        FakePolaris fake = new FakePolaris().On(HttpMethod.Get, "objectlocks", _ => FakeResponse.Empty(503));
        using RawClient client = await new RawClient(fake).SignInAsync();

        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(503));
        Assert.That((await client.GetAsync("objectlocks/1/2")).Status, Is.EqualTo(404));
    }

    [Test]
    public async Task On_TheRestOfAPath_TakesAllThatFollows()
    {
        FakePolaris fake = new FakePolaris().On(HttpMethod.Get, "reports/{**rest}", request => FakeResponse.Json($"\"{request["rest"]}\""));
        using RawClient client = await new RawClient(fake).SignInAsync();

        Assert.That((await client.GetAsync("reports/a/b%20c")).Body!.GetValue<string>(), Is.EqualTo("a/b c"));
    }

    [TestCase("GET", "invoices/5", "no route")]
    [TestCase("HEAD", "objectlocks", "supports only POST, GET, DELETE")]
    [TestCase("GET", "workflow/none", "does not name a conversation")]
    public async Task Refusal_OverHttp_CarriesItsReason(string method, string path, string reason)
    {
        FakePolaris fake = new();
        using RawClient client = await new RawClient(fake).SignInAsync();

        using HttpResponseMessage response = await client.SendAsync(new HttpMethod(method), path);

        Assert.That(response.Headers.GetValues(FakeResponse.ReasonHeader).Single(), Does.Contain(reason));
        Assert.That(fake.Journal[^1].Reason, Does.Contain(reason));
    }

    [Test]
    public async Task Start_UnscriptedWorkflow_IsRefusedWithAHintWhatToWrite()
    {
        FakePolaris fake = new();
        using RawClient client = await new RawClient(fake).SignInAsync();

        await client.PostAsync("workflow", SaveRequests.Envelope(27, 24, []));

        Assert.That(fake.UnexpectedRequests.Single().Reason, Does.Contain("does not implement workflow 27").And.Contain("OnWorkflow((WorkflowRequestType)27"));
    }

    [Test]
    public async Task OnWorkflow_WithLocks_AnswersConflictsLikeABuiltInOne()
    {
        FakePolaris fake = new FakePolaris()
            .OnWorkflow((WorkflowRequestType)27, _ => FakeWorkflowOutcome.Complete(), request => [(ObjectType.SerialIssue, (int)request.Data["IssueOrPartID"]!)])
            .LockAs("other", 7, ObjectType.SerialIssue, 5);
        using RawClient client = await new RawClient(fake).SignInAsync();
        JsonObject request = SaveRequests.Envelope(27, 24, new() { ["IssueOrPartID"] = 5 });

        int locked = (await client.PostAsync("workflow", request)).Status;
        fake.ReleaseLock(ObjectType.SerialIssue, 5);

        Assert.That(locked, Is.EqualTo(409));
        Assert.That((await client.PostAsync("workflow", request)).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task OnWorkflow_OfABuiltInType_KeepsItsLocks()
    {
        FakePolaris fake = new FakePolaris()
            .OnWorkflow(WorkflowRequestType.AddOrUpdateItemRecord, _ => FakeAnswers.ItemSaved(17))
            .LockAs("other", 7, ObjectType.ItemRecord, 17);
        using RawClient client = await new RawClient(fake).SignInAsync();

        Assert.That((await client.PostAsync("workflow", SaveRequests.Envelope(8, 6, new() { ["ItemRecordID"] = 17 }))).Status, Is.EqualTo(409));
    }

    [TestCase("workflow")]
    [TestCase("/workflow")]
    public async Task Faults_WithAndWithoutLeadingSlash_HitTheSameRequests(string path)
    {
        FakePolaris fake = new();
        using RawClient client = await new RawClient(fake).SignInAsync();
        fake.Faults.Add(new FakeFault(FaultKind.ServiceUnavailable) { Path = path });

        await client.GetAsync("objectlocks");
        Assert.That(fake.Faults.AssertAllUsed, Throws.TypeOf<UnusedFaultsException>().With.Message.Contains("ServiceUnavailable for any " + path));
        using HttpResponseMessage response = await client.SendAsync(HttpMethod.Get, $"workflow/{Guid.NewGuid()}");

        Assert.That((int)response.StatusCode, Is.EqualTo(503));
        fake.Faults.AssertAllUsed();
    }

    [Test]
    public async Task WithRecord_FromData_IsKeptWithItsMembers()
    {
        FakePolaris fake = new FakePolaris().WithRecord("items", JsonNode.Parse("""{"ItemRecordID":17,"Barcode":"0017","Price":"$17.95"}""")!.AsObject());
        using RawClient client = await new RawClient(fake).SignInAsync();

        JsonNode done = await client.WorkflowAsync(8, 6, """{"IsNew":false,"ItemRecordID":17,"Note":"n"}""");

        Assert.That(
            done["AnswerExtension"]!["Data"]!["ItemRecord"]!.ToJsonString(),
            Does.StartWith("""{"ItemRecordID":17,"Barcode":"0017","Price":"$17.95","Note":"n","""));
        Assert.That(() => fake.WithRecord("cars", []), Throws.ArgumentException.With.Message.Contains("'cars' is not a kind of record"));
    }

    [Test]
    public async Task Journal_OverItsCapacity_ForgetsTheOldest()
    {
        FakePolaris fake = new(new() { JournalCapacity = 3, ConversationCapacity = 2 });
        fake.WithBib(5);
        using RawClient client = await new RawClient(fake).SignInAsync();
        List<JsonNode> asked = [];
        for (int i = 0; i < 3; i++)
        {
            asked.Add(await client.WorkflowAsync(9, 7, """{"BibRecordID":5,"DisplayInPAC":false}"""));
        }

        using HttpResponseMessage _ = await client.SendAsync(HttpMethod.Get, "nowhere");
        List<int> statuses = [];
        foreach (JsonNode answer in asked)
        {
            statuses.Add((await client.GetAsync($"workflow/{answer["WorkflowRequestGuid"]}")).Status);
        }

        Assert.That(statuses, Is.EqualTo(new[] { 404, 200, 200 }));
        Assert.That(fake.Journal, Has.Count.EqualTo(3));
    }

    [Test]
    public void Handler_AfterItsDisposal_RefusesRequests()
    {
        FakePolaris fake = new();
        HttpMessageHandler handler = fake.CreateHandler();
        using HttpClient client = new(handler) { BaseAddress = FakePolaris.BaseAddress };

        handler.Dispose();

        Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetAsync(new Uri("Polaris.ApplicationServices/api", UriKind.Relative)));
        Assert.That(fake.Journal, Is.Empty);
    }

    [Test]
    public async Task Latency_WithJitter_DelaysAnswersByTheClockOfTheFake()
    {
        ManualTimeProvider clock = new() { SkipsDelays = true };
        FakePolaris fake = new(new() { TimeProvider = clock, Latency = TimeSpan.FromMilliseconds(200), LatencyJitter = TimeSpan.FromMilliseconds(100) });
        using RawClient client = await new RawClient(fake).SignInAsync();
        TimeSpan before = clock.Elapsed;

        await client.GetAsync("objectlocks");

        Assert.That(clock.Elapsed - before, Is.InRange(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(300)));
    }

    [Test]
    public void CreateClient_OfAFakeInAnotherZone_KeepsTheZoneOfTheClientsOptions()
    {
        var fake = new FakePolaris(new FakePolarisOptions { ServerTimeZone = TimeZoneInfo.CreateCustomTimeZone("far", TimeSpan.FromHours(-11), "far", "far") });
        var options = new PolarisClientOptions();

        fake.Configure(options);

        Assert.That(options.ServerTimeZone, Is.EqualTo(new PolarisClientOptions().ServerTimeZone));
    }

    [TestCase(FakeLockDates.Documented, "\"2026-01-01T03:00:00.000\"")]
    [TestCase(FakeLockDates.WithoutOffset, "\"2026-01-01T03:00:00.000\"")]
    [TestCase(FakeLockDates.Null, "null")]
    [TestCase(FakeLockDates.WithOffset, "\"2026-01-01T03:00:00.000\\u002B03:00\"")]
    public async Task LockDates_OfALock_FollowTheOptionAndTheZoneOfTheServer(FakeLockDates dates, string expected)
    {
        FakePolaris fake = new(new()
        {
            TimeProvider = new ManualTimeProvider(),
            ServerTimeZone = TimeZoneInfo.CreateCustomTimeZone("server", TimeSpan.FromHours(3), "server", "server"),
            LockDates = dates,
        });
        using RawClient client = await new RawClient(fake).SignInAsync();

        JsonNode body = (await client.PostAsync("objectlocks", JsonNode.Parse(Lock)!)).Body!;

        Assert.That(body["LockDate"]?.ToJsonString() ?? "null", Is.EqualTo(expected));
    }

    [TestCase(FakeSloppiness.NumbersAsStrings, "\"ObjectID\":\"29937\"")]
    [TestCase(FakeSloppiness.OtherCasing, "\"objectID\":29937")]
    [TestCase(FakeSloppiness.Nulls, "\"LockDate\":null")]
    [TestCase(FakeSloppiness.ExtraMembers, "\"NotDocumented\":")]
    public async Task Sloppiness_OfOneKind_ChangesTheAnswers(FakeSloppiness sloppiness, string expected)
    {
        FakePolaris fake = new(new() { Sloppiness = sloppiness });
        using RawClient client = await new RawClient(fake).SignInAsync(sloppiness == FakeSloppiness.OtherCasing);

        Assert.That((await client.PostAsync("objectlocks", JsonNode.Parse(Lock)!)).Body!.ToJsonString(), Does.Contain(expected));
    }

    [Test]
    public async Task Sloppiness_MissingMembers_LeavesOutWhatIsNotNeeded()
    {
        FakePolaris fake = new(new() { Sloppiness = FakeSloppiness.MissingMembers });
        using RawClient client = await new RawClient(fake).SignInAsync();

        JsonObject body = (await client.PostAsync("objectlocks", JsonNode.Parse(Lock)!)).Body!.AsObject();

        Assert.That(body.Select(member => member.Key), Is.EquivalentTo(new[] { "ExistingLock", "ObjectTypeID", "ObjectID", "PolarisUserID", "WorkstationID" }));
    }

    [Test]
    public async Task Sloppiness_WithTheSameSeed_RepeatsItself()
    {
        async Task<string> LocksAsync(int seed)
        {
            FakePolaris fake = new(new()
            {
                TimeProvider = new ManualTimeProvider(),
                Sloppiness = FakeSloppiness.All,
                SloppinessRate = 0.3,
                Seed = seed,
            });
            fake.LockAs("a", 1, ObjectType.Patron, 1).LockAs("b", 2, ObjectType.Patron, 2).WithBearerToken("t");
            using RawClient client = new(fake) { Authorization = "Bearer t" };
            return (await client.GetAsync("objectlocks?getAllLocks=true")).Body!.ToJsonString();
        }

        string first = await LocksAsync(1);
        string again = await LocksAsync(1);
        string other = await LocksAsync(2);

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }
}
