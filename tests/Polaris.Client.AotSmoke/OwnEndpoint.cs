using System.Text.Json.Serialization;
using Polaris.Client.Testing;
using Refit;

namespace Polaris.Client.AotSmoke;

/// <summary>Reads with an interface that the library does not know.</summary>
internal static class OwnEndpoint
{
    public static async Task RunAsync()
    {
        var fake = new FakePolaris();
        fake.On(HttpMethod.Get, "shelflocations?orgid", _ => FakeResponse.Json("""[{"ShelfLocationID":4,"OrganizationID":3,"Description":"Desk"}]"""));
        await using var polaris = fake.CreateClient();
        var locations = await polaris.CreateApi<IShelfLocationsApi>(ShelfLocationsJson.Default).ListAsync(organizationId: 3);
        Console.WriteLine($"own endpoint: {locations[0].Id} {locations[0].Description}");
    }
}

/// <summary>An endpoint interface as a user writes it.</summary>
public interface IShelfLocationsApi
{
    /// <summary>Lists the shelf locations of an organization.</summary>
    [Get("/shelflocations")]
    Task<List<ShelfLocation>> ListAsync([AliasAs("orgid")] int organizationId, CancellationToken cancellationToken = default);
}

/// <summary>A row of the user's own.</summary>
public sealed record ShelfLocation([property: JsonPropertyName("ShelfLocationID")] int Id, string Description);

[JsonSerializable(typeof(List<ShelfLocation>))]
internal sealed partial class ShelfLocationsJson : JsonSerializerContext;
