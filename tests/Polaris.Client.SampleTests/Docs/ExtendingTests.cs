using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Docs;

public sealed class ExtendingTests
{
    [Test]
    public async Task OwnEndpoint_AsDocumented_ReadsTheRows()
    {
        var fake = new FakePolaris();
        fake.On(HttpMethod.Get, "shelflocations?orgid", _ => FakeResponse.Json("""[{"ShelfLocationID":4,"OrganizationID":3,"Description":"Desk"}]"""));
        await using PolarisClient polaris = fake.CreateClient();

        List<ShelfLocation> locations = await ExtendingSnippets.OwnEndpointAsync(polaris);

        Assert.That(locations, Is.EqualTo(new[] { new ShelfLocation(4, "Desk") }));
    }
}
