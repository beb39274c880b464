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

        Assert.That((server.Requests[0].Authorization, server.SignIns.Count), Is.EqualTo(("PAS polaris:token:secret", 0)));
    }

    [Test]
    public void TokenPair_Refused_CannotBeRenewed()
    {
        var server = new ScriptedServer().Then(401);
        using var polaris = TestClient.Create(server, TokenPair);

        Assert.ThrowsAsync<AuthenticationFailedException>(() => polaris.ObjectLocks.ListAsync());
    }

    [Test]
    public void TokenPair_WorkflowWithoutUserId_SaysWhatIsMissingBeforeAnythingIsSent()
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
    public void Bearer_DelegateThrows_TheExceptionReachesTheCaller()
    {
        var server = new ScriptedServer();
        using var polaris = TestClient.Create(server, options => options.Credentials = Bearer(_ => throw new TimeZoneNotFoundException()));

        Assert.ThrowsAsync<TimeZoneNotFoundException>(() => polaris.ObjectLocks.ListAsync());
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
