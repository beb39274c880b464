using Polaris.Client.Cataloging;
using Polaris.Client.Folio;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Tests.Folio;
using Polaris.Client.Workflows;
using Refit;

namespace Polaris.Client.Tests.Http;

/// <summary>Views for single calls: another time limit, no retries, headers.</summary>
public sealed class CallOptionsTests
{
    private const string Name = "X-Correlation-Id";
    private const string Value = "a1b2c3";

    private static CallOptions Traced => new() { Headers = { [Name] = Value } };

    [Test]
    public async Task With_AHeader_IsSentWithEveryKindOfCallButTheSignIn()
    {
        var server = new ScriptedServer().Then(200, "[]").Then(200, TestCall.PromptAnswer).Then(200, "[]").Then(200, """{"ServiceName":"Polaris","Version":"7.4"}""");
        using var polaris = TestClient.Create(server);
        var traced = polaris.With(Traced);

        await traced.ObjectLocks.ListAsync();
        await traced.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });
        await traced.CreateApi<IObjectLocksApi>().ListAsync();
        await traced.GetStatusAsync();

        Assert.That(server.Requests.Select(request => request.Headers.GetValueOrDefault(Name)), Is.EqualTo(new[] { Value, Value, Value, Value }));
        Assert.That(server.SignIns.Single().Headers.Keys, Has.None.EqualTo(Name));
    }

    [Test]
    public async Task With_OtherViews_CombinesAndLeavesTheClientAsItWas()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server);

        await polaris.With(Traced).With(organizationId: 12, workstationId: 7).With(new CallOptions { Headers = { ["X-Job"] = "night" } }).ObjectLocks.ListAsync();
        await polaris.With(Traced).With(new CallOptions { Headers = { [Name.ToUpperInvariant()] = "other" } }).ObjectLocks.ListAsync();
        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        Assert.That(server.Requests[0].Address.AbsolutePath, Does.Contain("/polaris/12/7/"));
        Assert.That(server.Requests[0].Headers, Does.ContainKey(Name).WithValue(Value).And.ContainKey("X-Job").WithValue("night"));
        Assert.That(server.Requests[1].Headers, Does.ContainKey(Name).WithValue("other"));
        Assert.That(server.Requests[2].Headers.Keys, Has.None.EqualTo(Name));
    }

    [Test]
    public async Task With_OptionsChangedAfterwards_KeepsTheFirstOnes()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server);
        var options = Traced;
        var view = polaris.With(options);
        options.Headers[Name] = "changed";

        await view.ObjectLocks.ListAsync();

        Assert.That(server.Requests[0].Headers, Does.ContainKey(Name).WithValue(Value));
    }

    [Test]
    public async Task With_AHeaderThatAnInterfaceSetsItself_KeepsThatOfTheInterface()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server);

        await polaris.With(Traced).CreateApi<ITracingApi>().ListAsync("own");

        Assert.That(server.Requests[0].Headers, Does.ContainKey(Name).WithValue("own"));
    }

    [Test]
    public void With_ATimeout_EndsTheAttemptAndTheOptionsOfTheClientDoNot()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().ThenHangs(clock);
        using var polaris = TestClient.Create(server, time: clock);
        var started = clock.GetTimestamp();

        var error = Assert.ThrowsAsync<TransportException>(() =>
            polaris.With(new CallOptions { Timeout = TimeSpan.FromSeconds(2), MaxRetries = 0 }).ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.Contain("exceeded the timeout"));
        Assert.That(clock.GetElapsedTime(started), Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task With_ATimeoutShorterThanTheSignIn_StatesThatTheCallWaitedForAToken()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer
        {
            WhenSigningIn = async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(20), clock, token);
                return Answers.SignIn();
            },
        }.Then(200, "[]");
        using var polaris = TestClient.Create(server, time: clock);

        var error = Assert.ThrowsAsync<TransportException>(() =>
            polaris.With(new CallOptions { Timeout = TimeSpan.FromSeconds(2), MaxRetries = 0 }).ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.StartWith("GET /objectlocks exceeded the timeout while it waited for a token. The server did not receive it"));
        Assert.That(await polaris.ObjectLocks.ListAsync(), Is.Empty, "the sign-in continues for later calls");
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task With_ATimeoutLongerThanThatOfAllAttempts_WaitsThatLong()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Then(async (_, token) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(8), clock, token);
            return Answers.Json("[]");
        });
        using var polaris = TestClient.Create(server, time: clock);

        var locks = await polaris.With(new CallOptions { Timeout = TimeSpan.FromMinutes(10) }).ObjectLocks.ListAsync();

        Assert.That(locks, Is.Empty);
    }

    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(null, 4)]
    [TestCase(6, 7)]
    [TestCase(20, 21)]
    public void With_ANumberOfRetries_SendsSoOften(int? retries, int sent)
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 503));
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<RequestFailedException>(() => polaris.With(new CallOptions { MaxRetries = retries }).ObjectLocks.ListAsync());

        Assert.That(server.Requests, Has.Count.EqualTo(sent));
    }

    [Test]
    public void With_OptionsOfAView_ReplacesWhatIsSetAndKeepsTheRest()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().ThenHangs(clock).ThenHangs(clock);
        using var polaris = TestClient.Create(server, time: clock);
        var quick = polaris.With(new CallOptions { Timeout = TimeSpan.FromSeconds(2), MaxRetries = 0 });

        Assert.ThrowsAsync<TransportException>(() => quick.With(Traced).ObjectLocks.ListAsync());
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.ThrowsAsync<TransportException>(() => quick.With(new CallOptions { Timeout = TimeSpan.FromSeconds(5) }).ObjectLocks.ListAsync());
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(2 + 5)));
        Assert.That(server.Requests, Has.Count.EqualTo(2));

        server.Always(_ => Answers.Json(null, 503));
        Assert.ThrowsAsync<RequestFailedException>(() => quick.With(new CallOptions { MaxRetries = 1 }).ObjectLocks.ListAsync());
        Assert.That(server.Requests, Has.Count.EqualTo(4));
    }

    [Test]
    public async Task With_AHeaderOfEveryCharacterAllowed_IsSent()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server);

        await polaris.With(WithHeader("azAZ09-_.~!#$%&'*+^`|", "~ !")).ObjectLocks.ListAsync();

        Assert.That(server.Requests[0].Headers, Does.ContainKey("azAZ09-_.~!#$%&'*+^`|").WithValue("~ !"));
    }

    [Test]
    public async Task With_NoRetries_StillRenewsTheTokenAndWaitsForALock()
    {
        var server = new ScriptedServer().Then(Answers.LockConflict).Then(401).Then(() => Answers.Lock(27, 29937));
        using var polaris = TestClient.Create(server);

        await polaris.With(new CallOptions { MaxRetries = 0 }).CreateApi<IObjectLocksApi>().LockAsync(new(ObjectType.Patron, 29937));

        Assert.That((server.Requests.Count, server.SignIns.Count), Is.EqualTo((3, 2)));
    }

    [Test]
    public async Task With_ATimeout_DoesNotShortenTheSearchForALostReply()
    {
        var clock = TestClient.Clock();
        var end = PolarisFixture.ResponseBody("bib-header-update-reply-66.json")!.ToJsonString();
        var server = new ScriptedServer().Then(200, TestCall.PromptAnswer).ThenHangs(clock).Then(503).Then(async (_, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(5), clock, token);
            return Answers.Json(end);
        });
        using var polaris = TestClient.Create(server, time: clock);
        var quick = polaris.With(new CallOptions { Timeout = TimeSpan.FromMilliseconds(50), MaxRetries = 0 });

        var result = await quick.Workflows.RunAsync(
            new AddOrUpdateBibRecord { BibRecordId = 5, DisplayInPac = false }, new PromptHandlers().On<DisplayInPacPrompt>(prompt => prompt.Continue()));

        Assert.That(result.Outcome, Is.EqualTo(WorkflowOutcome.Completed));
        Assert.That(server.Requests.Select(request => request.Method), Is.EqualTo(new[] { "POST", "PUT", "GET", "GET" }));
    }

    [Test]
    public async Task With_OfAFolioClient_SendsTheHeaderToTheTenantOfTheView()
    {
        var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Json("""{"holdingsRecordsSources":[],"totalRecords":0}"""));
        await using var folio = gateway.CreateClient();

        await folio.With(Traced).With("college").HoldingsSources.ListAsync();
        await folio.With("college").With(Traced).HoldingsSources.ListAsync();
        await folio.With(Traced).CreateApi<ITracingApi>().GetSourcesAsync();
        await folio.HoldingsSources.ListAsync();

        var calls = gateway.Requests;
        Assert.That(calls.Select(call => call.Header(Name)), Is.EqualTo(new[] { Value, Value, Value, null }));
        Assert.That(calls.Take(2).Select(call => call.Header("X-Okapi-Tenant")), Is.All.EqualTo("college"));
        Assert.That(gateway.SignIns.Select(signIn => signIn.Header(Name)), Is.All.Null);
    }

    [Test]
    public async Task With_NoRetriesOfAFolioClient_CountsForBatchesToo()
    {
        var gateway = new RecordingGateway();
        gateway.Always(_ => RecordingGateway.Text("busy", System.Net.HttpStatusCode.TooManyRequests));
        await using var folio = gateway.CreateClient();

        Assert.ThrowsAsync<BatchInterruptedException<Instance>>(() => folio.With(new CallOptions { MaxRetries = 0 }).Instances.CreateAllAsync(OneInstance()));

        Assert.That(gateway.Requests.Count(call => call.Method == "POST"), Is.EqualTo(1));
    }

    private static IEnumerable<TestCaseData> BadOptions()
    {
        static TestCaseData Bad(string problem, CallOptions options) => new TestCaseData(problem, options).SetArgDisplayNames(problem);
        yield return Bad("Timeout is 00:00:00:", new CallOptions { Timeout = TimeSpan.Zero });
        yield return Bad("Timeout is 2.00:00:00:", new CallOptions { Timeout = TimeSpan.FromDays(2) });
        yield return Bad("MaxRetries is -1:", new CallOptions { MaxRetries = -1 });
        yield return Bad("MaxRetries is 21:", new CallOptions { MaxRetries = 21 });
        yield return Bad("X-Id: the value is empty", WithHeader("X-Id", " "));
        yield return Bad("X-Id: the value is empty", WithHeader("X-Id", null!));
        yield return Bad("X-Id: the value contains a line break", WithHeader("X-Id", "secret\r\nAuthorization: Basic"));
        yield return Bad("X-Id: the value contains a line break", WithHeader("X-Id", "secret\n"));
        yield return Bad("X-Id: the value contains a character beyond ASCII", WithHeader("X-Id", "secr\u00e9t"));
        yield return Bad("Headers: a name is empty", WithHeader("", "secret"));
        yield return Bad("Headers: a name is empty", WithHeader("X Id", "secret"));
        yield return Bad("Headers: a name is empty", WithHeader("X-Id\r\nX-Other", "secret"));
        yield return Bad("Headers: a name is empty", WithHeader("X-Id:", "secret"));
        yield return Bad("Headers:User-Agent: this header is set by the library or by .NET; set the option UserAgent", WithHeader("User-Agent", "secret"));
        yield return Bad("Headers:authorization: this header is set by the library or by .NET; set Credentials", WithHeader("authorization", "secret"));
        yield return Bad("Headers:x-okapi-tenant: this header is set by the library or by .NET; use With(tenant) instead.", WithHeader("x-okapi-tenant", "secret"));
        foreach (var reserved in new[]
        {
            "Host", "Accept", "Accept-Charset", "Accept-Encoding", "Content-Length", "content-type", "Content-Encoding", "Cookie", "Set-Cookie",
            "Connection", "Keep-Alive", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Via", "Date", "Expect", "Range", "If-None-Match",
            "Proxy-Authorization", "Proxy-Connection", "Sec-Fetch-Mode", "X-Okapi-Token", "X-Okapi-Request-Id", "X-PAPI-AccessToken",
            "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override",
        })
        {
            yield return Bad($"Headers:{reserved}: this header is set by the library or by .NET.", WithHeader(reserved, "secret"));
        }

        foreach (var foreign in new[] { "Allow", "Expires", "Last-Modified" })
        {
            yield return Bad($"Headers:{foreign}: .NET does not send this header with a request", WithHeader(foreign, "secret"));
        }
    }

    [TestCaseSource(nameof(BadOptions))]
    public void With_BadOptions_NamesTheProblemWithoutTheValue(string problem, CallOptions options)
    {
        using var polaris = TestClient.Create(new ScriptedServer());
        using var folio = new RecordingGateway().CreateClient();

        var error = Assert.Throws<ArgumentException>(() => polaris.With(options))!;

        Assert.That(error.Message, Does.Contain(problem).And.Not.Contain("secr"));
        Assert.That(error.ParamName, Is.EqualTo("options"));
        Assert.That(Assert.Throws<ArgumentException>(() => folio.With(options))!.Message, Is.EqualTo(error.Message));
    }

    [Test]
    public void With_SeveralProblems_NamesAllOfThem()
    {
        using var polaris = TestClient.Create(new ScriptedServer());

        var error = Assert.Throws<ArgumentException>(() => polaris.With(new CallOptions
        {
            Timeout = TimeSpan.Zero,
            MaxRetries = -1,
            Headers = { ["Host"] = "a", ["X-Id"] = "" },
        }))!;

        Assert.That(error.Message, Does.Match(@"Timeout .*\. MaxRetries .*\. Headers:Host.*\. Headers:X-Id"));
    }

    [Test]
    public void ToString_OfAnyOptions_ShowsWhatIsNotSet()
    {
        var options = new CallOptions { MaxRetries = 3, Headers = { [Name] = Value, ["X-Job"] = "night" } };

        Assert.That(options.ToString(), Is.EqualTo("Timeout of the client, MaxRetries 3, Headers X-Correlation-Id, X-Job"));
        Assert.That(new CallOptions().ToString(), Is.EqualTo("Timeout of the client, MaxRetries of the client, Headers none"));
    }

    [Test]
    public void ToString_WithHeaders_ShowsTheirNamesOnly()
    {
        var options = new CallOptions { Timeout = TimeSpan.FromSeconds(2), Headers = { [Name] = Value } };

        Assert.That(options.ToString(), Is.EqualTo("Timeout 00:00:02, MaxRetries of the client, Headers X-Correlation-Id"));
    }

    private static async IAsyncEnumerable<Instance> OneInstance()
    {
        await Task.Yield();
        yield return new Instance { Id = new Guid("8081d707-610f-4b50-a28b-c36a6d25191b"), Title = "One" };
    }

    private static CallOptions WithHeader(string name, string value) => new() { Headers = { [name] = value } };
}

/// <summary>An interface of a user that names a header of its own.</summary>
public interface ITracingApi
{
    /// <summary>Lists the locks.</summary>
    [Get("/objectlocks")]
    Task<IReadOnlyList<ObjectLock>> ListAsync([Header("X-Correlation-Id")] string id);

    /// <summary>Reads holdings sources.</summary>
    [Get("/holdings-sources")]
    Task<System.Text.Json.JsonElement> GetSourcesAsync();
}
