using System.Net;
using System.Text.Json;
using Polaris.Client.Testing;
using Refit;

namespace Polaris.Client.Tests.Testing.Folio;

public sealed class FakeFolioRouteTests
{
    [Test]
    public async Task On_AnAddressOfItsOwn_IsAnsweredToASignedInUser()
    {
        FakeFolio fake = new FakeFolio().On(HttpMethod.Get, "reading-rooms/{id}", request => FakeResponse.Json($$"""{"id":"{{request["id"]}}"}"""));
        await using FolioClient folio = fake.CreateClient();
        var api = folio.CreateApi<IReadingRoomsApi>();

        JsonElement room = await api.GetAsync("17");
        var error = Assert.CatchAsync<RequestFailedException>(() => api.ListAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(room.GetProperty("id").GetString(), Is.EqualTo("17"));
            Assert.That(error!.Body, Does.Contain("/reading-rooms"));
        }
    }

    [Test]
    public async Task On_AnAddressOfItsOwn_NeedsAToken()
    {
        FakeFolio fake = new FakeFolio().On(HttpMethod.Get, "reading-rooms/{id}", _ => FakeResponse.Empty(204));
        using HttpClient client = new(fake.CreateHandler()) { BaseAddress = fake.Options.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Okapi-Tenant", FakeFolio.DefaultTenant);

        using HttpResponseMessage response = await client.GetAsync(new Uri("reading-rooms/17", UriKind.Relative));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "Okapi answers a missing token with 400.");
    }

    [Test]
    public async Task On_AnAddressBelowAuthn_IsAnsweredToASignedInUser()
    {
        FakeFolio fake = new FakeFolio().On(HttpMethod.Get, "authn/credentials-existence", _ => FakeResponse.Json("""{"credentialsExist":true}"""));
        await using FolioClient folio = fake.CreateClient();

        JsonElement answer = await folio.CreateApi<IReadingRoomsApi>().HasCredentialsAsync();

        Assert.That(answer.GetProperty("credentialsExist").GetBoolean(), Is.True);
    }

    [Test]
    public async Task On_AnAddressThatTheFakePlays_ReplacesIt()
    {
        FakeFolio fake = new FakeFolio().On(HttpMethod.Get, "holdings-sources", _ => FakeResponse.Empty(503));
        await using FolioClient folio = fake.CreateClient(options => options.Retry.Enabled = false);

        Assert.That(async () => await folio.HoldingsSources.ListAsync(), Throws.InstanceOf<PolarisClientException>());
    }

    public interface IReadingRoomsApi
    {
        [Get("/reading-rooms/{id}")]
        Task<JsonElement> GetAsync(string id, CancellationToken cancellationToken = default);

        [Get("/reading-rooms")]
        Task<JsonElement> ListAsync(CancellationToken cancellationToken = default);

        [Get("/authn/credentials-existence")]
        Task<JsonElement> HasCredentialsAsync(CancellationToken cancellationToken = default);
    }
}
