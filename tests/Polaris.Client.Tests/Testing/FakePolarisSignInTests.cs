using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing;

public sealed class FakePolarisSignInTests
{
    [Test]
    public async Task SignIn_RightPassword_IssuesAToken()
    {
        ManualTimeProvider clock = new();
        FakePolaris fake = new(new() { TimeProvider = clock });
        using RawClient client = new(fake);

        using HttpResponseMessage response = await client.SignInOnlyAsync(@"MYLIB\cataloger:opensesame");

        JsonNode token = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.That(token["AccessToken"]!.GetValue<string>(), Has.Length.EqualTo(32));
        Assert.That(token["AccessSecret"]!.GetValue<string>(), Has.Length.EqualTo(16));
        Assert.That(token["AuthExpDate"]!.GetValue<string>(), Is.EqualTo("2026-01-02T00:00:00.000+00:00"));
        Assert.That(token["PolarisUser"]!["Name"]!.GetValue<string>(), Is.EqualTo("cataloger"));
        Assert.That(fake.SignIns, Is.EqualTo(1));
        Assert.That(fake.RefusedSignIns, Is.Zero);
        fake.AssertNoUnexpectedRequests();
    }

    [Test]
    public async Task SignIn_NamesInAnotherCasing_AreTheSameUser()
    {
        FakePolaris fake = new();
        using RawClient client = new(fake);

        using HttpResponseMessage response = await client.SignInOnlyAsync(@"mylib\CATALOGER:opensesame");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(@"MYLIB\cataloger:OpenSesame")]
    [TestCase(@"MYLIB\cataloger:wrong")]
    [TestCase("cataloger:opensesame")]
    [TestCase("nobody")]
    public async Task SignIn_WrongCredentials_Are401WithoutBody(string credentials)
    {
        FakePolaris fake = new();
        using RawClient client = new(fake);

        using HttpResponseMessage response = await client.SignInOnlyAsync(credentials);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(fake.SignIns, Is.Zero);
        Assert.That(fake.RefusedSignIns, Is.EqualTo(1));
        Assert.That(fake.UnexpectedRequests, Is.Empty);
    }

    [Test]
    public async Task Token_ExpiredOrRevoked_Is401UntilANewSignIn()
    {
        ManualTimeProvider clock = new();
        FakePolaris fake = new(new() { TimeProvider = clock, TokenLifetime = TimeSpan.FromMinutes(10) });
        using RawClient client = await new RawClient(fake).SignInAsync();

        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(200));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(401));
        await client.SignInAsync();
        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(200));
        fake.RevokeTokens();
        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(401));
        fake.AssertNoUnexpectedRequests();
    }

    [TestCase(null)]
    [TestCase("PAS polaris:only")]
    [TestCase("PAS other:token:secret")]
    [TestCase("Basic bla")]
    public async Task Header_MissingOrGarbled_Is401AndUnexpected(string? header)
    {
        FakePolaris fake = new();
        using RawClient client = new(fake) { Authorization = header };

        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(401));
        Assert.That(fake.AssertNoUnexpectedRequests, Throws.TypeOf<UnexpectedRequestsException>()
            .With.Message.Contains("Authorization").And.Message.Contains("objectlocks"));
    }

    [Test]
    public async Task BearerToken_Registered_IsThatUser()
    {
        FakePolaris fake = new FakePolaris().WithBearerToken("b-1", "clerk");
        using RawClient client = new(fake) { Authorization = "Bearer b-1" };

        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(200));
        Assert.That(fake.Journal[^1].UserName, Is.EqualTo("clerk"));
        client.Authorization = "Bearer b-2";
        Assert.That((await client.GetAsync("objectlocks")).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task Journal_OfASignIn_HoldsNoSecret()
    {
        FakePolaris fake = new();
        using RawClient client = await new RawClient(fake).SignInAsync();
        await client.GetAsync("objectlocks");

        string journal = string.Join('\n', fake.Journal.Select(exchange => $"{exchange} {exchange.UserName} {exchange.WorkstationId}"));

        Assert.That(journal, Is.EqualTo("POST authentication/staffuser -> 200  \nGET objectlocks -> 200 cataloger 1242"));
    }
}
