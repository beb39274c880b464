using System.Text;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.Authentication;

public sealed class StaffSignInTests
{
    [Test]
    public async Task SignIn_Request_IsExactlyTheDocumentedOne()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server);

        await polaris.ObjectLocks.ListAsync();

        var signIn = server.SignIns.Single();
        Assert.That(signIn.Method, Is.EqualTo("POST"));
        Assert.That(signIn.Address.AbsolutePath, Is.EqualTo("/Polaris.ApplicationServices/api/v1/eng/20/authentication/staffuser"));
        Assert.That(signIn.Authorization, Is.EqualTo("Basic TVlMSUJcQWxhZGRpbjpvcGVuc2VzYW1l"));
        Assert.That((signIn.Body, signIn.ContentLength), Is.EqualTo(("", 0L)), "an explicit empty body, or IIS answers 411");
        Assert.That(signIn.Accept, Is.EqualTo("application/json"));
    }

    [Test]
    public async Task Call_AfterTheSignIn_CarriesSiteTokenAndSecret()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.Requests.Single().Authorization, Is.EqualTo($"PAS polaris:{Answers.Token}:{Answers.Secret}"));
        Assert.That(server.Requests.Single().Accept, Is.EqualTo("application/json"));
    }

    [Test]
    public async Task SignIn_PasswordBeyondAscii_IsSentAsUtf8()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server, options => options.Credentials.Password = "pä:ß\\");

        await polaris.ObjectLocks.ListAsync();

        var sent = Encoding.UTF8.GetString(Convert.FromBase64String(server.SignIns[0].Authorization!["Basic ".Length..]));
        Assert.That(sent, Is.EqualTo(@"MYLIB\Aladdin:pä:ß\"));
    }

    [TestCase("2026-01-01T01:00:00.42+00:00", 59)]
    [TestCase("2026-01-01T06:00:00.123+05:00", 59)]
    [TestCase("2026-01-01T01:00:00.12", 59)]
    [TestCase("2026-01-01T01:00:00", 59)]
    [TestCase("/Date(1767229200000-0500)/", 59)]
    [TestCase("2026-01-01T00:01:00Z", 0.5)]
    public async Task Token_OfEveryFormOfExpiry_IsRenewedInTime(string expires, double minutes)
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn(expires: expires)) }.Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server, time: clock);

        await polaris.ObjectLocks.ListAsync();
        clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        await polaris.ObjectLocks.ListAsync();
        Assert.That(server.SignIns, Has.Count.EqualTo(1), "not before");

        clock.Advance(TimeSpan.FromSeconds(2));
        await polaris.ObjectLocks.ListAsync();
        Assert.That(server.SignIns, Has.Count.EqualTo(2), "a minute before the end, or in the middle of a short life");
    }

    [Test]
    public async Task Token_ExpiryWithoutOffset_IsReadInTheServersTimeZone()
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn(expires: "2025-12-31T20:00:00")) }
            .Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server, options => options.ServerTimeZone = "America/New_York", clock);

        await polaris.ObjectLocks.ListAsync();
        clock.Advance(TimeSpan.FromMinutes(58));
        await polaris.ObjectLocks.ListAsync();
        clock.Advance(TimeSpan.FromMinutes(2));
        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.SignIns, Has.Count.EqualTo(2));
    }

    [TestCase(null)]
    [TestCase("0001-01-01T00:00:00")]
    [TestCase("2020-01-01T00:00:00Z")]
    public async Task Token_WithoutUsableExpiry_IsKeptUntilItIsRefused(string? expires)
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn(expires: expires)) }.Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server, options => options.ServerTimeZone = "Asia/Tokyo", clock);

        await polaris.ObjectLocks.ListAsync();
        clock.Advance(TimeSpan.FromDays(30));
        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.SignIns, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Token_RefusedOnce_IsRenewedAndTheSameCallSentAgain([ValueSource(typeof(TestCall), nameof(TestCall.All))] string call)
    {
        var tokens = new Queue<string>(["first", "second"]);
        var server = TestCall.ServerFor(call);
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn(tokens.Dequeue()));
        server.Then(401).Then(200, call is TestCall.List or TestCall.LockMany ? "[]" : TestCall.PromptAnswer);
        using var polaris = TestClient.Create(server);

        await TestCall.MakeAsync(call, polaris);

        Assert.That(server.SignIns, Has.Count.EqualTo(2));
        Assert.That(server.Requests[^1].Authorization, Does.Contain("second"));
        Assert.That(server.Requests[^1].Body, Is.EqualTo(server.Requests[^2].Body));
    }

    [Test]
    public void Token_RefusedTwice_IsAnErrorAfterOneRenewal()
    {
        var server = new ScriptedServer().Then(401).Then(401);
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That((server.SignIns.Count, error.Body, error.Route), Is.EqualTo((2, (string?)null, "GET /objectlocks")));
        Assert.That(error.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task Token_RefusedForManyCallsAtOnce_IsRenewedOnce()
    {
        var number = 0;
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn($"token{Interlocked.Increment(ref number)}")) }
            .Always(request => request.Authorization!.Contains("token1:", StringComparison.Ordinal) ? Answers.Json(null, 401) : Answers.Json("[]"));
        using var polaris = TestClient.Create(server);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => polaris.ObjectLocks.ListAsync())));

        Assert.That(server.SignIns, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task SignIn_ThousandCallersAtOnce_IsMadeOnce()
    {
        var gate = new TaskCompletionSource();
        var server = new ScriptedServer
        {
            WhenSigningIn = async (_, _) =>
            {
                await gate.Task;
                return Answers.SignIn();
            },
        }.Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server);

        var callers = Enumerable.Range(0, 1000).Select(i => polaris.With(workstationId: i + 1).ObjectLocks.ListAsync()).ToList();
        gate.SetResult();
        await Task.WhenAll(callers);

        Assert.That((server.SignIns.Count, server.Requests.Count), Is.EqualTo((1, 1000)));
    }

    [Test]
    public async Task SignIn_Broken_FailsAllWhoWaitAndIsForgotten()
    {
        var gate = new TaskCompletionSource();
        var server = new ScriptedServer
        {
            WhenSigningIn = async (_, _) =>
            {
                await gate.Task;
                throw Answers.Reset();
            },
        }.Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server);

        var callers = Enumerable.Range(0, 100).Select(_ => polaris.ObjectLocks.ListAsync()).ToList();
        gate.SetResult();
        foreach (var caller in callers)
        {
            var error = Assert.ThrowsAsync<TransportException>(() => caller)!;
            Assert.That((error.Route, error.MayHaveBeenProcessed), Is.EqualTo(("GET /objectlocks", false)));
        }

        Assert.That(server.SignIns, Has.Count.EqualTo(1), "one attempt for all");
        server.WhenSigningIn = (_, _) => Task.FromResult(Answers.SignIn());
        await polaris.ObjectLocks.ListAsync();
        Assert.That(server.SignIns, Has.Count.EqualTo(2), "and the next call tries anew");
    }

    [Test]
    public void SignIn_RefusedPassword_IsOneAttemptAndNotRepeatedForAMinute()
    {
        var clock = new ManualTimeProvider();
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, 401)) };
        using var polaris = TestClient.Create(server, time: clock);

        var first = Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync())!;
        for (var i = 0; i < 59; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
        }

        Assert.That(first.Route, Is.EqualTo("POST /authentication/staffuser"));
        Assert.That((server.SignIns.Count, server.Requests.Count), Is.EqualTo((1, 0)));

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
        Assert.That(server.SignIns, Has.Count.EqualTo(2));
    }

    [TestCase(401, 1)]
    [TestCase(403, 1)]
    [TestCase(500, 1)]
    [TestCase(504, 1)]
    [TestCase(429, 4)]
    [TestCase(503, 4)]
    public void SignIn_AnsweredWithAnError_IsRepeatedOnlyWhenTheServerHasNotLookedAtIt(int status, int expected)
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(null, status)) };
        using var polaris = TestClient.Create(server, options => options.UserId = 1);

        var error = Assert.CatchAsync<RequestFailedException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That((server.SignIns.Count, (int)error.StatusCode), Is.EqualTo((expected, status)));
    }

    [Test]
    public void SignIn_NotFound_IsNotTakenForAnObjectThatIsNotThere()
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json("{}", 404)) };
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.FindAsync(ObjectType.Patron, 1))!;

        Assert.That((error.GetType(), error.Route), Is.EqualTo((typeof(RequestFailedException), "POST /authentication/staffuser")));
        Assert.That(error.Message, Does.Contain("Check BaseAddress"));
    }

    [Test]
    public async Task SignIn_ConnectionRefusedForAWhile_IsRepeatedForEveryCall()
    {
        var tries = 0;
        var server = new ScriptedServer { WhenSigningIn = (_, _) => tries++ < 3 ? throw Answers.Refused() : Task.FromResult(Answers.SignIn()) }
            .Then(200, TestCall.PromptAnswer);
        using var polaris = TestClient.Create(server, options => options.UserId = 1);

        await TestCall.MakeAsync(TestCall.Start, polaris);

        Assert.That((server.SignIns.Count, server.Requests.Count), Is.EqualTo((4, 1)));
    }

    [Test]
    public async Task Renewal_AnswerLost_IsNotRepeatedByItself()
    {
        var server = new ScriptedServer().Then(200, "[]").Then(401);
        using var polaris = TestClient.Create(server);
        await polaris.ObjectLocks.ListAsync();
        server.WhenSigningIn = (_, _) => throw Answers.Reset();

        var error = Assert.ThrowsAsync<TransportException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(server.SignIns, Has.Count.EqualTo(2));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
    }

    [Test]
    public void SignIn_BodyHangs_EndsBeforeTheCallThatWaitsForIt()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer
        {
            WhenSigningIn = (_, _) => Task.FromResult(Answers.Broken("{", 200, token => Task.Delay(TimeSpan.FromDays(1), clock, token))),
        };
        using var polaris = TestClient.Create(server, options => options.UserId = 1, clock);

        var error = Assert.ThrowsAsync<TransportException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(25)));
    }

    [TestCase(500, null)]
    [TestCase(503, null)]
    [TestCase(408, null)]
    [TestCase(200, "{")]
    [TestCase(200, "{}")]
    [TestCase(200, "null")]
    public void Start_SignInFails_WasNotProcessed(int status, string? body)
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(body, status)) };
        using var polaris = TestClient.Create(server, options => options.UserId = 1);

        var error = Assert.CatchAsync<PolarisClientException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Not.Contain("may have acted"));
    }

    [Test]
    public void Start_SignInAnsweredWithAPage_WasNotProcessed()
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Html()) };
        using var polaris = TestClient.Create(server, options => options.UserId = 1);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Not.Contain("may have acted"));
    }

    [TestCase("""{"AccessToken":"t","AccessSecret":"s","AuthExpDate":"some day"}""")]
    [TestCase("""{"AccessToken":"t","AccessSecret":"s","AuthExpDate":{},"PolarisUser":[1]}""")]
    [TestCase("""{"AccessToken":"t","AccessSecret":"s","PolarisUser":{"PolarisUserID":null,"OrganizationID":null,"BranchID":"x","Enabled":7,"Name":5}}""")]
    public async Task SignIn_HintsUnreadable_StillSignsIn(string body)
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(body)) }.Then(200, "[]");
        using var polaris = TestClient.Create(server);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.Requests[0].Authorization, Is.EqualTo("PAS polaris:t:s"));
    }

    [Test]
    public async Task SignIn_UserWithANullBesideItsId_IsTheUserOfTransactions()
    {
        var server = new ScriptedServer
        {
            WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(
                """{"AccessToken":"t","AccessSecret":"s","PolarisUser":{"PolarisUserID":"42","OrganizationID":null}}""")),
        }.Then(200, TestCall.PromptAnswer);
        using var polaris = TestClient.Create(server);

        await polaris.Workflows.StartAsync(new Cataloging.AddOrUpdateBibRecord { BibRecordId = 5 });

        Assert.That(server.Requests[0].Body, Does.Contain("\"TxnUserID\":42"));
    }

    [TestCase("""{"AccessToken":"t\u00e4","AccessSecret":"s"}""")]
    [TestCase("""{"AccessToken":"t","AccessSecret":"s","SiteDomain":"b\u00fccherei"}""")]
    public void Start_TokenThatNoHeaderCarries_WasNotProcessed(string body)
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(body)) };
        using var polaris = TestClient.Create(server, options => options.UserId = 1);

        var error = Assert.ThrowsAsync<InvalidResponseException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Contain("cannot carry"));
    }

    [Test]
    public void Calls_AllRefusedAlthoughSigningInWorks_DoNotSignInForEach()
    {
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 401));
        using var polaris = TestClient.Create(server);

        for (var i = 0; i < 50; i++)
        {
            Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
        }

        Assert.That(server.SignIns, Has.Count.EqualTo(2));
        Assert.That(server.Requests, Has.Count.EqualTo(51));
    }

    [Test]
    public void Calls_RefusedForLonger_RenewTheTokenAgainAfterAPause()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer().Always(_ => Answers.Json(null, 401));
        using var polaris = TestClient.Create(server, time: clock);
        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());

        Assert.That(server.SignIns, Has.Count.EqualTo(3));
    }

    [Test]
    public void SignIn_Hangs_EndsBeforeTheCallThatWaitsForIt()
    {
        var clock = TestClient.Clock();
        var server = new ScriptedServer
        {
            WhenSigningIn = async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromDays(1), clock, token);
                return Answers.SignIn();
            },
        };
        using var polaris = TestClient.Create(server, options => options.UserId = 1, clock);

        var error = Assert.ThrowsAsync<TransportException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That((error.MayHaveBeenProcessed, server.SignIns.Count, clock.Elapsed), Is.EqualTo((false, 1, TimeSpan.FromSeconds(25))));
    }

    [TestCase("{}")]
    [TestCase("""{"AccessToken":"t"}""")]
    [TestCase("true")]
    [TestCase("")]
    public void SignIn_AnsweredWithoutToken_IsInvalid(string body)
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json(body)) };
        using var polaris = TestClient.Create(server);

        Assert.ThrowsAsync<InvalidResponseException>(() => polaris.ObjectLocks.ListAsync());
    }

    [Test]
    public async Task SignIn_OneWaiterGivesUp_TheOthersGetTheToken()
    {
        var gate = new TaskCompletionSource();
        var server = new ScriptedServer
        {
            WhenSigningIn = async (_, token) =>
            {
                await gate.Task.WaitAsync(token);
                return Answers.SignIn();
            },
        }.Always(_ => Answers.Json("[]"));
        using var polaris = TestClient.Create(server);
        using var cancellation = new CancellationTokenSource();

        var impatient = polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token);
        var patient = polaris.ObjectLocks.ListAsync();
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => impatient);
        gate.SetResult();
        await patient;

        Assert.That(server.SignIns, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task SignIn_FailsAfterEveryWaiterHasGivenUp_LeavesNoUnobservedException()
    {
        var unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs args) => unobserved++;
        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            await AbandonASignInAsync();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        Assert.That(unobserved, Is.Zero);
    }

    [Test]
    public void Start_SignInBeforeItGetsNoAnswer_IsSafeToSendAgain()
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => throw Answers.Reset() };
        using var polaris = TestClient.Create(server);

        var error = Assert.ThrowsAsync<TransportException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That((error.Route, error.MayHaveBeenProcessed), Is.EqualTo(("POST /workflow", false)));
    }

    private static async Task AbandonASignInAsync()
    {
        var gate = new TaskCompletionSource();
        var failed = new TaskCompletionSource();
        var server = new ScriptedServer
        {
            WhenSigningIn = async (_, _) =>
            {
                await gate.Task;
                failed.SetResult();
                throw Answers.Reset();
            },
        };
        using var polaris = TestClient.Create(server);
        using var cancellation = new CancellationTokenSource();
        var call = polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => call);
        gate.SetResult();
        await failed.Task;
        await Task.Yield();
    }
}
