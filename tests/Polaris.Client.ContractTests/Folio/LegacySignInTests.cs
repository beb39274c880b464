using Polaris.Client.ContractTests.Wire;
using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>A release before Poppy knows only the old sign-in, whose one token comes in a header.</summary>
[TestFixture]
public sealed class LegacySignInTests : FolioContractTest
{
    private static Answer NoSuchModule =>
        Answer.Text(404, "No suitable module found for path /authn/login-with-expiry for tenant diku");

    [Test, Plays("Folio/get-200")]
    public async Task GetAsync_OldReleaseAndAllowed_UsesTheLegacySignIn()
    {
        OnSignIn().Answers(NoSuchModule);
        OnLegacySignIn().Answers(Answer
            .Json(201, """{ "okapiToken": "folio-access-token-1" }""").With("X-Okapi-Token", StubbedFolio.AccessToken));
        FolioClient folio = CreateClient(options => options.AllowLegacySignIn = true);

        HoldingsSource source = await folio.HoldingsSources.GetAsync(SourceId);

        AssertRequests(SignIn, "POST /authn/login", $"GET /holdings-sources/{SourceId}");
        Assert.That(source.Name, Is.EqualTo("FOLIO"));
    }

    [Test]
    public void GetAsync_OldReleaseAndNotAllowed_NamesTheOption()
    {
        OnSignIn().Answers(NoSuchModule);
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<GatewayConfigurationException>(() => folio.HoldingsSources.GetAsync(SourceId));

        AssertRequests(SignIn);
        Assert.That(error!.Message, Does.Contain(nameof(FolioClientOptions.AllowLegacySignIn)));
    }
}
