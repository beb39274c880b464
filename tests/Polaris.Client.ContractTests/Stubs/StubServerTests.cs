using System.Text.Json.Nodes;
using Polaris.Client.ContractTests.Wire;

namespace Polaris.Client.ContractTests.Stubs;

[TestFixture]
public sealed class StubServerTests : StubTest
{
    private const string Example = "Folio/create-201";

    private static RawRequest Request => RawRequest.Of(MappingFile.Read(Example).Stubs[0]);

    [Test]
    public async Task ResetAsync_LoadedMappings_AreForgottenWithTheJournal()
    {
        await Server.LoadAsync(Example);
        using HttpResponseMessage before = await SendAsync(Request);

        await Server.ResetAsync();

        Assert.That((await Server.ReadJournalAsync()).Requests, Is.Empty);
        using HttpResponseMessage after = await SendAsync(Request);
        Assert.That((await Server.ReadJournalAsync()).Unmatched, Has.Count.EqualTo(1));
    }

    [Test]
    public void LoadAsync_UnknownName_NamesTheKnownOnes()
    {
        var error = Assert.ThrowsAsync<FileNotFoundException>(() => Server.LoadAsync("Folio/create-2O1"));

        Assert.That(error!.Message, Does.Contain(Example));
    }

    [Test]
    public async Task ReadJournalAsync_SeveralRequests_TellsWhatWasSentInOrder()
    {
        await Server.LoadAsync(Example, "Folio/get-200");
        using HttpResponseMessage first = await SendAsync(Request);
        using HttpResponseMessage second = await SendAsync(RawRequest.Of(MappingFile.Read("Folio/get-200").Stubs[0]));

        RequestJournal journal = await Server.ReadJournalAsync();

        journal.AssertRequests("POST /holdings-sources", "GET /holdings-sources/8081d707-610f-4b50-a28b-c36a6d25191b");
        ReceivedRequest created = journal.Requests[0];
        Assert.That(created.StubName, Is.EqualTo(Example));
        Assert.That(created.Header("x-okapi-tenant"), Is.EqualTo([StubbedFolio.Tenant]));
        Assert.That(created.Header("Authorization"), Is.Empty);
        JsonAssert.AreEqual(FixtureFile.Read(Example).RequestBody, created.Body);
        Assert.That(journal.Requests[1].Body, Is.Null);
    }

    [Test]
    public async Task DifferenceFrom_UnmatchedRequest_ShowsTheNearestStub()
    {
        await Server.LoadAsync(Example);
        using HttpResponseMessage answer = await SendAsync(
            Request with { Body = new JsonObject { ["nome"] = "FOLIO" } });
        RequestJournal journal = await Server.ReadJournalAsync();

        string? difference = journal.DifferenceFrom("POST /holdings-sources");

        Assert.That(difference, Does.Contain("matched no stub").And.Contain("nome").And.Contain(Example));
    }

    [Test]
    public async Task DifferenceFrom_OneRequestTooMany_CountsThem()
    {
        await Server.LoadAsync(Example);
        using HttpResponseMessage first = await SendAsync(Request);
        using HttpResponseMessage second = await SendAsync(Request);
        RequestJournal journal = await Server.ReadJournalAsync();

        string? difference = journal.DifferenceFrom("POST /holdings-sources");

        Assert.That(difference, Does.Contain("Expected 1 requests").And.Contain("saw 2"));
    }
}
