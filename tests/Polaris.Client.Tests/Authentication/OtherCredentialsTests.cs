using Polaris.Client.Tests.Http;

namespace Polaris.Client.Tests.Authentication;

public sealed class OtherCredentialsTests
{
    [Test]
    public async Task TokenPair_Call_CarriesItWithoutSignIn()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server, TokenPair);

        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.Requests[0].Authorization, Is.EqualTo("PAS polaris:token:secret"));
        Assert.That(server.SignIns, Is.Empty);
    }

    [Test]
    public void TokenPair_Refused_CannotBeRenewed()
    {
        var server = new ScriptedServer().Then(401);
        using var polaris = TestClient.Create(server, TokenPair);

        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
    }

    [Test]
    public void TokenPair_WorkflowWithoutUserId_StatesWhatIsMissingBeforeAnythingIsSent()
    {
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(server, TokenPair);

        var error = Assert.ThrowsAsync<InvalidOperationException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That(error.Message, Does.Contain("UserId"));
    }

    [Test]
    public async Task Bearer_Call_AsksTheDelegateAndRenewsOnceWhenRefused()
    {
        var tokens = new Queue<string>(["one", "two"]);
        var server = new ScriptedServer().Then(401).Then(200, "[]");
        using var polaris = TestClient.Create(server, options => options.Credentials = Bearer(_ => new(tokens.Dequeue())));

        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.Requests.Select(request => request.Authorization), Is.EqualTo(new[] { "Bearer one", "Bearer two" }));
    }

    [Test]
    public void Bearer_RefusedAndNoNewerOne_IsAnError()
    {
        var server = new ScriptedServer().Then(401);
        using var polaris = TestClient.Create(server, options => options.Credentials = Bearer(_ => new("same")));

        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
    }

    [Test]
    public async Task Bearer_DelegateHangsAndIgnoresItsToken_EndsWithTheCallersToken()
    {
        using var cancellation = new CancellationTokenSource();
        var waiting = new TaskCompletionSource();
        var never = new TaskCompletionSource<string>();
        using var polaris = TestClient.Create(new ScriptedServer(), options => options.Credentials = Bearer(_ =>
        {
            waiting.SetResult();
            return new(never.Task);
        }));

        var listing = polaris.ObjectLocks.ListAsync(cancellationToken: cancellation.Token);
        await waiting.Task;
        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => listing);
    }

    [Test]
    public void Bearer_DelegateHangsAndIgnoresItsToken_EndsWithTheTimeout()
    {
        var clock = new Polaris.Client.Testing.ManualTimeProvider();
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(
            server,
            options =>
            {
                options.Retry.Enabled = false;
                options.Credentials = Bearer(_ => new(new TaskCompletionSource<string>().Task));
            },
            clock);

        var listing = polaris.ObjectLocks.ListAsync();
        clock.Advance(TimeSpan.FromHours(1));

        var error = Assert.ThrowsAsync<TransportException>(() => listing)!;
        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Bearer_DelegateThrows_TheExceptionReachesTheCaller()
    {
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(server, options => options.Credentials = Bearer(_ => throw new TimeZoneNotFoundException()));

        Assert.ThrowsAsync<TimeZoneNotFoundException>(() => polaris.ObjectLocks.ListAsync());
    }

    [TestCase(typeof(HttpRequestException))]
    [TestCase(typeof(IOException))]
    [TestCase(typeof(TimeoutException))]
    [TestCase(typeof(OperationCanceledException))]
    public void Start_BearerDelegateFailsLikeANetwork_WasNotProcessed(Type thrown)
    {
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(server, options =>
        {
            options.UserId = 1;
            options.Credentials = Bearer(_ => throw (Exception)Activator.CreateInstance(thrown)!);
        });

        var error = Assert.ThrowsAsync<TransportException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Message, Does.Contain($"the token provider failed with {thrown.Name}"));
        Assert.That(error.InnerException, Is.InstanceOf(thrown));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Start_BearerDelegateHangs_WasNotProcessed()
    {
        var clock = TestClient.Clock();
        using var polaris = TestClient.Create(
            new ScriptedServer(),
            options =>
            {
                options.UserId = 1;
                options.Credentials = Bearer(async token =>
                {
                    await Task.Delay(TimeSpan.FromDays(1), clock, token);
                    return "late";
                });
            },
            clock);

        var error = Assert.ThrowsAsync<TransportException>(() => TestCall.MakeAsync(TestCall.Start, polaris))!;

        Assert.That(error.MayHaveBeenProcessed, Is.False);
    }

    [TestCase("t\u00e4", "secret", "polaris", "AccessToken")]
    [TestCase("token", "s\u00e4", "polaris", "AccessSecret")]
    [TestCase("token", "secret", "b\u00fccherei", "SiteDomain")]
    public void Create_CredentialThatNoHeaderCarries_IsRefused(string token, string secret, string site, string key)
    {
        var options = TestClient.Options();
        options.SiteDomain = site;
        options.Credentials = new PolarisCredentials { AccessToken = token, AccessSecret = secret };

        var error = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => PolarisClient.Create(options))!;

        Assert.That(error.Message, Does.Contain(key).And.Not.Contain("\u00e4"));
    }

    [TestCase("")]
    [TestCase(null)]
    public void Bearer_DelegateGivesNothing_NothingIsSent(string? token)
    {
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(server, options => options.Credentials = Bearer(_ => new(token!)));

        Assert.ThrowsAsync<InvalidOperationException>(() => polaris.ObjectLocks.ListAsync());
    }

    [TestCase("two words")]
    [TestCase("line\nbreak")]
    [TestCase("del\u007f")]
    [TestCase("käse")]
    public void Bearer_DelegateGivesWhatNoHeaderCanCarry_IsRefusedWithoutShowingIt(string token)
    {
        using var polaris = TestClient.Create(new ScriptedServer(), options => options.Credentials = Bearer(_ => new(token)));

        var error = Assert.ThrowsAsync<InvalidOperationException>(() => polaris.ObjectLocks.ListAsync())!;

        Assert.That(error.Message, Does.Contain("Credentials:BearerToken").And.Not.Contain(token));
    }

    [Test]
    public async Task Bearer_TokenOfTheOutermostPrintableSigns_IsSent()
    {
        var server = new ScriptedServer().Then(200, "[]");
        using var polaris = TestClient.Create(server, options => options.Credentials = Bearer(_ => new("!a~")));

        await polaris.ObjectLocks.ListAsync();

        Assert.That(server.Requests[0].Authorization, Is.EqualTo("Bearer !a~"));
    }

    private static void TokenPair(PolarisClientOptions options) =>
        options.Credentials = new PolarisCredentials { AccessToken = "token", AccessSecret = "secret" };

    private static PolarisCredentials Bearer(Func<CancellationToken, ValueTask<string>> getToken) => new() { BearerToken = getToken };
}
