using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>A release before Poppy knows only the old sign-in, whose one token comes in a header.</summary>
[TestFixture]
public sealed class LegacySignInTests : FolioContractTest
{
    [Test, Stubs("SignIn/folio-legacy", "Folio/get-200")]
    public async Task GetAsync_OldReleaseAndAllowed_SignsInTheOldWay()
    {
        FolioClient folio = CreateClient(options => options.AllowLegacySignIn = true);

        HoldingsSource source = await folio.HoldingsSources.GetAsync(SourceId);

        await AssertRequestsAsync(SignIn, "POST /authn/login", $"GET /holdings-sources/{SourceId}");
        Assert.That(source.Name, Is.EqualTo("FOLIO"));
    }

    [Test, Stubs("SignIn/folio-legacy")]
    public async Task GetAsync_OldReleaseAndNotAllowed_NamesTheOption()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<GatewayConfigurationException>(() => folio.HoldingsSources.GetAsync(SourceId));

        await AssertRequestsAsync(SignIn);
        Assert.That(error!.Message, Does.Contain(nameof(FolioClientOptions.AllowLegacySignIn)));
    }
}
