using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Folio;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;
using Refit;

// A program as a consumer of the packages writes it. The example of the README stands where its comment is, and the network
// beneath its client is a fake.
const string password = "opensesame";
var fake = new FakePolaris().WithUser("MYLIB", "cataloger", password).WithBib(1126739, displayInPac: true);
/* README */

Console.WriteLine($"shown: {fake.Bibs[1126739].DisplayInPac}, operations: {fake.ExecutedOperations}");
fake.AssertNoUnexpectedRequests();

var fakeFolio = new FakeFolio();
await using var folio = fakeFolio.CreateClient();
HoldingsSource source = await folio.HoldingsSources.GetOrCreateAsync("Local");
Console.WriteLine($"holdings source: {source.Name}");

fake.On(HttpMethod.Get, "shelflocations?orgid", _ => FakeResponse.Json("""[{"ShelfLocationID":4,"OrganizationID":3,"Description":"Desk"}]"""));
await using var polarisOfFake = fake.CreateClient();
var locations = await polarisOfFake.CreateApi<IShelfLocationsApi>(ShelfLocationsJson.Default).ListAsync(organizationId: 3);
Console.WriteLine($"own endpoint: {locations[0].Id} {locations[0].Description}");

// As docs/extending.md shows it.
public interface IShelfLocationsApi
{
    [Get("/shelflocations")]
    Task<List<ShelfLocation>> ListAsync([AliasAs("orgid")] int organizationId, CancellationToken cancellationToken = default);
}

public sealed record ShelfLocation([property: JsonPropertyName("ShelfLocationID")] int Id, string Description);

[JsonSerializable(typeof(List<ShelfLocation>))]
internal sealed partial class ShelfLocationsJson : JsonSerializerContext;
