using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that list reference data.</summary>
internal sealed class ListRoutes(PolarisRecords records)
{
    /// <summary>The item statuses that every installation has, in the order of their IDs.</summary>
    private static readonly string[] ItemStatuses =
    [
        "In", "Out", "Out-ILL", "Held", "Transferred", "In-Transit", "Lost", "Claim Returned", "Claim Never Had", "Missing", "Withdrawn",
        "Bindery", "On-Order", "In-Repair", "In-Process", "Unavailable", "Returned-ILL", "Routed", "Shelving", "Non-circulating",
        "Claim Missing Parts", "EContent External Loan",
    ];

    /// <summary>The name of a status; null if it is unknown.</summary>
    public static string? ItemStatus(int id) => id >= 1 && id <= ItemStatuses.Length ? ItemStatuses[id - 1] : null;

    public FakeResponse All(PolarisCall call) => FakeResponse.Json(Json.Array(Rows(call).Select(row => (JsonNode)Json.Copy(row))));

    /// <summary>The rows of one organization; those without an organization belong to all, and organization 0 requests all.</summary>
    public FakeResponse OfOrganization(PolarisCall call)
    {
        string? text = call.Query.TryGetValue("orgid", out string? value) ? value : null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int asked)
            ? FakeResponse.Json(Json.Array(Rows(call)
                .Where(row => asked == 0 || (row.Int("OrganizationID") ?? asked) == asked)
                .Select(row => (JsonNode)Json.Copy(row))))
            : throw call.BadRequest("The parameter orgid must be a number.");
    }

    private List<JsonObject> Rows(PolarisCall call)
    {
        List<JsonObject> rows = records.Lists[call.Path.Trim('/')];
        return rows.Count == 0 && call.Path.Trim('/') == "itemstatuses"
            ? [.. ItemStatuses.Select((name, index) => new JsonObject
            {
                ["ItemStatusID"] = index + 1,
                ["Name"] = name,
                ["Description"] = name,
                ["BannerText"] = null,
            })]
            : rows;
    }
}
