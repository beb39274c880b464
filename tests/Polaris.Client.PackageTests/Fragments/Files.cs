using System.Net.Http;
using System.Text.Json.Serialization;
using Polaris.Client;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using Refit;

internal static class Files
{
    public static async Task RunAsync()
    {
        File.WriteAllText("records.mrc", "=LDR  00000nam a2200000 a 4500\n=001  1126739\n=100  1\\$aJacobs, Don Trent.\n=245  10$aFrog Face and the three boys /$cDon Trent Jacobs.\n");
        // README: using FileStream stream = File.OpenRead("records.mrc")
    }
}

/// <summary>As docs/extending.md shows it, with a class, since .NET Framework has no records.</summary>
internal static class OwnEndpoint
{
    public static async Task RunAsync()
    {
        var fake = new FakePolaris().On(HttpMethod.Get, "shelflocations?orgid", _ => FakeResponse.Json("""[{"ShelfLocationID":4,"OrganizationID":3,"Description":"Desk"}]"""));
        await using PolarisClient polaris = fake.CreateClient();
        var locations = await polaris.CreateApi<IShelfLocationsApi>(ShelfLocationsJson.Default).ListAsync(organizationId: 3);
        Console.WriteLine($"own endpoint: {locations[0].Id} {locations[0].Description}");
    }
}

public interface IShelfLocationsApi
{
    [Get("/shelflocations")]
    Task<List<ShelfLocation>> ListAsync([AliasAs("orgid")] int organizationId, CancellationToken cancellationToken = default);
}

public sealed class ShelfLocation
{
    [JsonPropertyName("ShelfLocationID")]
    public int Id { get; set; }

    public string? Description { get; set; }
}

[JsonSerializable(typeof(List<ShelfLocation>))]
internal sealed partial class ShelfLocationsJson : JsonSerializerContext;
