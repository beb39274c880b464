using System.Net;
using Polaris.Client.ContractTests.WireMock;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio.Faults;

/// <summary>A refused token is renewed once; no refresh token and no refused sign-in is ever sent twice.</summary>
[TestFixture]
public sealed class FolioSignInFaultTests : FolioContractTest
{
    private const string Get = "GET /holdings-sources/8081d707-610f-4b50-a28b-c36a6d25191b";

    [Test, Stubs("Faults/holdings-source-401-refresh-then-200")]
    public async Task GetAsync_TokenRefusedOnce_IsRefreshed()
    {
        await AssertFoundAsync(SignIn, Get, Refresh, Get);

        await AssertTokensAsync(StubbedFolio.AccessToken, StubbedFolio.RenewedAccessToken);
    }

    [Test, Stubs("Faults/holdings-source-401-login-then-200", "Faults/refresh-folio-422")]
    public Task GetAsync_RefreshRefused_SignsInAnew() => AssertFoundAsync(SignIn, Get, Refresh, SignIn, Get);

    [Test, Stubs("Faults/holdings-source-401-login-then-200", "Faults/refresh-folio-empty-response")]
    public Task GetAsync_RefreshWithoutAnswer_SignsInAnewWithoutASecondRefresh() =>
        AssertFoundAsync(SignIn, Get, Refresh, SignIn, Get);

    [Test, Stubs("Faults/holdings-source-401-renewal-lost")]
    public Task GetAsync_RefreshAndSignInWithoutAnswer_SignsInOnceMoreButRefreshesOnce() =>
        AssertFoundAsync(SignIn, Get, Refresh, SignIn, SignIn, Get);

    [Test, Stubs("SignIn/folio", "SignIn/folio-refresh", "Folio/get-200")]
    public async Task GetAsync_FreshToken_IsNeitherRefreshedNorAskedForTwice()
    {
        FolioClient folio = CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => folio.HoldingsSources.GetAsync(SourceId)));

        await AssertRequestsAsync([SignIn, .. Enumerable.Repeat(Get, 8)]);
    }

    [Test, Stubs("Faults/sign-in-folio-422")]
    public async Task GetAsync_SignInRefused_IsSentOnceAndTheCallNever()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync(SignIn);
        Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(error.ErrorCode, Is.EqualTo("wrong.username.or.wrong.password.or.account.blocked"));
        Assert.That(error.Route, Is.EqualTo("POST /authn/login-with-expiry"));
        Assert.That(error.ToString(), Does.Not.Contain(StubbedFolio.Password).And.Not.Contain(StubbedFolio.UserName));
    }

    [Test, Stubs("Faults/sign-in-folio-empty-response")]
    public async Task GetAsync_SignInWithoutAnswer_IsSentOnceAndTheCallNever()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync(SignIn);
        Assert.That(error!.MayHaveBeenProcessed, Is.False);
        Assert.That(error.Route, Is.EqualTo("GET /holdings-sources/{id}"));
        Assert.That(error.InnerException, Is.TypeOf<TransportException>());
    }

    [Test, Stubs("SignIn/folio", "Folio/get-200", "SignIn/folio-sign-out")]
    public async Task SignOutAsync_AfterACall_NamesBothTokens()
    {
        FolioClient folio = CreateClient();
        await folio.HoldingsSources.GetAsync(SourceId);

        await folio.SignOutAsync();

        await AssertRequestsAsync(SignIn, Get, "POST /authn/logout");
    }

    private async Task AssertFoundAsync(params string[] requests)
    {
        HoldingsSource found = await CreateClient().HoldingsSources.GetAsync(SourceId);

        await AssertRequestsAsync(requests);
        Assert.That(found.Name, Is.EqualTo("FOLIO"));
    }

    private static async Task AssertTokensAsync(params string[] expected) => Assert.That(
        (await Server.ReadJournalAsync()).Requests.SelectMany(request => request.Header("X-Okapi-Token")),
        Is.EqualTo(expected));
}
