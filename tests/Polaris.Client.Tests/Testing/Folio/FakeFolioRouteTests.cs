using System.Net;
using Polaris.Client.Testing;

namespace Polaris.Client.Tests.Testing.Folio;

public sealed class FakeFolioRouteTests
{
    [TestCase("locations/17", HttpStatusCode.OK, "17")]
    [TestCase("locations", HttpStatusCode.NotFound, "No suitable module found for path /locations for tenant diku")]
    public async Task On_AnAddressOfItsOwn_IsAnswered(string path, HttpStatusCode status, string body)
    {
        FakeFolio fake = new FakeFolio().On(HttpMethod.Get, "locations/{id}", request => new FakeResponse(200, "text/plain", request["id"]));
        using HttpClient client = new(fake.CreateHandler()) { BaseAddress = fake.Options.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Okapi-Tenant", FakeFolio.DefaultTenant);

        using HttpResponseMessage response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.That((response.StatusCode, await response.Content.ReadAsStringAsync()), Is.EqualTo((status, body)));
    }

    [Test]
    public async Task On_AnAddressThatTheFakePlays_ReplacesIt()
    {
        FakeFolio fake = new FakeFolio().On(HttpMethod.Get, "holdings-sources", _ => FakeResponse.Empty(503));
        await using FolioClient folio = fake.CreateClient(options => options.Retry.Enabled = false);

        Assert.That(async () => await folio.HoldingsSources.ListAsync(), Throws.InstanceOf<PolarisClientException>());
    }
}
