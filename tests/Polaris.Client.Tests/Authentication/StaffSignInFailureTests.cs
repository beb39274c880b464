using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.Authentication;

/// <summary>Sign-ins that fail, and tokens that are refused although signing in works.</summary>
public sealed class StaffSignInFailureTests
{
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
            Assert.That(error.Route, Is.EqualTo("GET /objectlocks"));
            Assert.That(error.MayHaveBeenProcessed, Is.False);
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
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        Assert.That(server.Requests, Is.Empty);

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

        Assert.That(server.SignIns, Has.Count.EqualTo(expected));
        Assert.That((int)error.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public void SignIn_NotFound_IsNotTakenForAnObjectThatIsNotThere()
    {
        var server = new ScriptedServer { WhenSigningIn = (_, _) => Task.FromResult(Answers.Json("{}", 404)) };
        using var polaris = TestClient.Create(server);

        var error = Assert.CatchAsync<RequestFailedException>(() => polaris.ObjectLocks.FindAsync(ObjectType.Patron, 1))!;

        Assert.That(error, Is.TypeOf<RequestFailedException>());
        Assert.That(error.Route, Is.EqualTo("POST /authentication/staffuser"));
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

        Assert.That(server.SignIns, Has.Count.EqualTo(4));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
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

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        Assert.That(clock.Elapsed, Is.EqualTo(TimeSpan.FromSeconds(25)));
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

        Assert.That(error.Route, Is.EqualTo("POST /workflow"));
        Assert.That(error.MayHaveBeenProcessed, Is.False);
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
