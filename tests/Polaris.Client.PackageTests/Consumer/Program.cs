using Microsoft.Extensions.DependencyInjection;
using Polaris.Client;
using Polaris.Client.Cataloging;
using Polaris.Client.Folio;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;
using Polaris.Client.Testing.Folio;
using Polaris.Client.Workflows;

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
