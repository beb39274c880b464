using System.Text;
using Polaris.Client.Cataloging;
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
        Assert.That(signIn.Body, Is.Empty, "an explicit empty body, or IIS answers 411");
        Assert.That(signIn.ContentLength, Is.EqualTo(0), "an explicit empty body, or IIS answers 411");
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

        Assert.That(server.SignIns, Has.Count.EqualTo(2));
        Assert.That(error.Body, Is.Null);
        Assert.That(error.Route, Is.EqualTo("GET /objectlocks"));
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

        Assert.That(server.SignIns, Has.Count.EqualTo(1));
        Assert.That(server.Requests, Has.Count.EqualTo(1000));
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

        await polaris.Workflows.StartAsync(new AddOrUpdateBibRecord { BibRecordId = 5 });

        Assert.That(server.Requests[0].Body, Does.Contain("\"TxnUserID\":42"));
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
}
