using System.Net;
using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio.Faults;

/// <summary>A refused token is renewed once; no refresh token and no refused sign-in is ever sent twice.</summary>
[TestFixture]
public sealed class FolioSignInFaultTests : FolioContractTest
{
    private const string Get200 = "Folio/get-200";
    private const string Get = "GET /holdings-sources/8081d707-610f-4b50-a28b-c36a6d25191b";

    private static Answer InvalidToken => Answer.Text(401, "Invalid token");

    [Test]
    public async Task GetAsync_TokenRefusedOnce_IsRefreshed()
    {
        OnRequestOf(Get200).Answers(InvalidToken);
        OnRefresh().Answers(StubbedFolio.Tokens(2));
        OnRequestOf(Get200).With("X-Okapi-Token", StubbedFolio.RenewedAccessToken).Answers(AnswerOf(Get200));

        await AssertFoundAsync(SignIn, Get, Refresh, Get);

        AssertTokens(StubbedFolio.AccessToken, StubbedFolio.RenewedAccessToken);
    }

    [Test]
    public Task GetAsync_RefreshRefused_SignsInAgain()
    {
        OnSignIn().Answers(StubbedFolio.Tokens(1), StubbedFolio.Tokens(2));
        OnRequestOf(Get200).Answers(InvalidToken);
        OnRequestOf(Get200).With("X-Okapi-Token", StubbedFolio.RenewedAccessToken).Answers(AnswerOf(Get200));
        OnRefresh().Answers(Answer.Json(422, """
            {
              "errors": [ {
                "message": "Authorization server unable to process token refresh request",
                "type": "error",
                "code": "token.refresh.unprocessable"
              } ]
            }
            """));

        return AssertFoundAsync(SignIn, Get, Refresh, SignIn, Get);
    }

    [Test]
    public Task GetAsync_RefreshWithoutAnswer_SignsInAgainWithoutASecondRefresh()
    {
        OnSignIn().Answers(StubbedFolio.Tokens(1), StubbedFolio.Tokens(2));
        OnRequestOf(Get200).Answers(InvalidToken);
        OnRequestOf(Get200).With("X-Okapi-Token", StubbedFolio.RenewedAccessToken).Answers(AnswerOf(Get200));
        OnRefresh().Answers(Fault.EmptyResponse);

        return AssertFoundAsync(SignIn, Get, Refresh, SignIn, Get);
    }

    [Test]
    public void GetAsync_RefreshAndSignInWithoutAnswer_RepeatsNeither()
    {
        OnSignIn().Answers(StubbedFolio.Tokens(1), Fault.EmptyResponse);
        OnRequestOf(Get200).Answers(InvalidToken);
        OnRefresh().Answers(Fault.EmptyResponse);

        var error = Assert.ThrowsAsync<TransportException>(() => CreateClient().HoldingsSources.GetAsync(SourceId));

        AssertRequests(SignIn, Get, Refresh, SignIn);
        Assert.That(error!.MayHaveBeenProcessed, Is.False, "The call itself was not carried out.");
    }

    [Test, Plays("Folio/get-200")]
    public async Task GetAsync_FreshToken_IsNeitherRefreshedNorAskedForTwice()
    {
        OnRefresh().Answers(StubbedFolio.Tokens(2));
        FolioClient folio = CreateClient();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => folio.HoldingsSources.GetAsync(SourceId)));

        AssertRequests([SignIn, .. Enumerable.Repeat(Get, 8)]);
    }

    [Test]
    public void GetAsync_SignInRefused_IsSentOnceAndTheCallNever()
    {
        OnSignIn().Answers(Answer.Json(422, """
            {
              "errors": [ {
                "type": "error",
                "code": "wrong.username.or.wrong.password.or.account.blocked",
                "message": "Wrong username or wrong password or account blocked",
                "parameters": [ { "key": "username", "value": "diku_admin" } ]
              } ]
            }
            """));
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<AuthenticationFailedException>(() => folio.HoldingsSources.GetAsync(SourceId));

        AssertRequests(SignIn);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(error.ErrorCode, Is.EqualTo("wrong.username.or.wrong.password.or.account.blocked"));
            Assert.That(error.Route, Is.EqualTo("POST /authn/login-with-expiry"));
            Assert.That(error.ToString(), Does.Not.Contain(StubbedFolio.Password).And.Not.Contain(StubbedFolio.UserName));
        }
    }

    [Test]
    public void GetAsync_SignInWithoutAnswer_IsSentOnceAndTheCallNever()
    {
        OnSignIn().Answers(Fault.EmptyResponse);
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<TransportException>(() => folio.HoldingsSources.GetAsync(SourceId));

        AssertRequests(SignIn);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(error!.MayHaveBeenProcessed, Is.False);
            Assert.That(error.Route, Is.EqualTo("GET /holdings-sources/{id}"));
            Assert.That(error.InnerException, Is.TypeOf<TransportException>());
        }
    }

    [Test, Plays("Folio/get-200")]
    public async Task SignOutAsync_AfterACall_NamesBothTokens()
    {
        OnSignOut().Answers(204);
        FolioClient folio = CreateClient();
        await folio.HoldingsSources.GetAsync(SourceId);

        await folio.SignOutAsync();

        AssertRequests(SignIn, Get, "POST /authn/logout");
    }

    private async Task AssertFoundAsync(params string[] requests)
    {
        HoldingsSource found = await CreateClient().HoldingsSources.GetAsync(SourceId);

        AssertRequests(requests);
        Assert.That(found.Name, Is.EqualTo("FOLIO"));
    }

    private static void AssertTokens(params string[] expected) => Assert.That(
        Server.Journal.Requests.SelectMany(request => request.Header("X-Okapi-Token")),
        Is.EqualTo(expected));
}
