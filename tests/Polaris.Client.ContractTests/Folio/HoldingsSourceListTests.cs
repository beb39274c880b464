using Polaris.Client.Folio;

namespace Polaris.Client.ContractTests.Folio;

/// <summary>Calls of several requests, and answers that the contract describes without an example.</summary>
[TestFixture]
public sealed class HoldingsSourceListTests : FolioContractTest
{
    private const string First = "GET /holdings-sources?query=cql.allRecords%3D1%20sortBy%20id"
        + "&limit=2&totalRecords=none";

    private const string Second = "GET /holdings-sources"
        + "?query=id%3E%22a779e45e-0e5e-4303-9c93-09dbbd215134%22%20sortBy%20id&limit=2&totalRecords=none";

    [Test, Stubs("SignIn/folio", "Conversations/holdings-sources-walk")]
    public async Task EnumerateAsync_TwoPages_AreWalkedById()
    {
        List<string> names = [];
        await foreach (HoldingsSource source in Walk())
        {
            names.Add(source.Name);
        }

        await AssertRequestsAsync(SignIn, First, Second);
        Assert.That(names, Is.EqualTo(["FOLIO", "MARC", "Local"]));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-sources-walk-interrupted")]
    public async Task EnumerateAsync_SecondPageFails_TellsWhereToGoOn()
    {
        List<string> names = [];
        var error = Assert.ThrowsAsync<WalkInterruptedException>(async () =>
        {
            await foreach (HoldingsSource source in Walk())
            {
                names.Add(source.Name);
            }
        });

        await AssertRequestsAsync(SignIn, First, Second);
        Assert.That(names, Is.EqualTo(["FOLIO", "MARC"]));
        Assert.That(error!.LastId, Is.EqualTo(new Guid("a779e45e-0e5e-4303-9c93-09dbbd215134")));
        Assert.That(error.Delivered, Is.EqualTo(2));
        Assert.That(error.InnerException, Is.TypeOf<ApiException>());
    }

    [Test, Stubs("SignIn/folio", "Searches/holdings-source-by-name")]
    public async Task FindByNameAsync_NameWithQuotes_IsEscaped()
    {
        HoldingsSource? found = await CreateClient().HoldingsSources.FindByNameAsync("MARC * \"x\"");

        await AssertRequestsAsync(
            SignIn,
            "GET /holdings-sources?query=name%3D%3D%22MARC%20%5C%2A%20%5C%22x%5C%22%22&limit=1&totalRecords=none");
        Assert.That(found!.Name, Is.EqualTo("MARC * \"x\""));
    }

    [Test, Stubs("SignIn/folio", "Searches/holdings-sources-count")]
    public async Task CountAsync_AllRecords_AsksForNone()
    {
        int count = await CreateClient().HoldingsSources.CountAsync();

        await AssertRequestsAsync(SignIn, "GET /holdings-sources?limit=0");
        Assert.That(count, Is.EqualTo(2));
    }

    [Test, Stubs("SignIn/folio", "Conversations/holdings-source-rename")]
    public async Task UpdateAsync_RecordAsItWasRead_KeepsUnknownMembersAndHoldsMetadataBack()
    {
        FolioClient folio = CreateClient();
        HoldingsSource source = await folio.HoldingsSources.GetAsync(SourceId);
        source.Name = "Branch";

        await folio.HoldingsSources.UpdateAsync(source);

        await AssertRequestsAsync(SignIn, $"GET /holdings-sources/{SourceId}", $"PUT /holdings-sources/{SourceId}");
        Assert.That(source.Source, Is.EqualTo(HoldingsSourceOrigin.Local));
        Assert.That(
            source.Metadata!.CreatedDate,
            Is.EqualTo(new DateTimeOffset(2025, 9, 7, 22, 9, 14, 300, TimeSpan.Zero)));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-create-taken")]
    public void CreateAsync_NameTaken_TellsTheName()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<AlreadyExistsException>(() => folio.HoldingsSources.CreateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" }));

        Assert.That((error!.Member, error.Value), Is.EqualTo(("name", "FOLIO")));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-update-taken")]
    public void UpdateAsync_NameTaken_IsTheSameExceptionAsForCreation()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<AlreadyExistsException>(() => folio.HoldingsSources.UpdateAsync(
            new HoldingsSource { Id = SourceId, Name = "FOLIO" }));

        Assert.That((error!.Member, error.Value), Is.EqualTo(("name", "FOLIO")));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-delete-in-use")]
    public void DeleteAsync_InUse_TellsByWhat()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<RecordInUseException>(() => folio.HoldingsSources.DeleteAsync(SourceId));

        Assert.That(error!.ReferencedFrom, Is.EqualTo("holdings_record"));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-delete-protected")]
    public void DeleteAsync_OfTheSystem_IsProtected()
    {
        FolioClient folio = CreateClient();

        Assert.ThrowsAsync<RecordProtectedException>(() => folio.HoldingsSources.DeleteAsync(SourceId));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-no-route")]
    public void FindAsync_GatewayWithoutRoute_IsNoMissingRecord()
    {
        FolioClient folio = CreateClient();

        Assert.ThrowsAsync<GatewayConfigurationException>(() => folio.HoldingsSources.FindAsync(SourceId));
    }

    [Test, Stubs("SignIn/folio", "Faults/holdings-source-403")]
    public void GetAsync_WithoutPermission_IsDenied()
    {
        FolioClient folio = CreateClient();

        var error = Assert.ThrowsAsync<PermissionDeniedException>(() => folio.HoldingsSources.GetAsync(SourceId));

        Assert.That(error!.ServerMessage, Does.EndWith("inventory-storage.holdings-sources.item.get"));
    }

    private IAsyncEnumerable<HoldingsSource> Walk() =>
        CreateClient().HoldingsSources.EnumerateAsync(options: new EnumerateOptions { PageSize = 2 });
}
