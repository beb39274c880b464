using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The calls that read settings, rules of MARC fields, permissions, and the defaults of registrations.</summary>
/// <remarks>The rows are those that a test added. Properties that only select a row are left out of the response.</remarks>
internal sealed class SettingRoutes(PolarisRecords records)
{
    /// <summary>One setting of an organization; rows without an organization belong to all.</summary>
    public FakeResponse Value(PolarisCall call) => Settings(call, [call["mnemonic"]]).FirstOrDefault() is { } setting
        ? FakeResponse.Json(setting)
        : PolarisAnswers.Error(400, 0, $"Mnemonic '{call["mnemonic"]}' not a valid admin attribute");

    public FakeResponse Values(PolarisCall call)
    {
        string[] names = (call.Query.TryGetValue("mnemonic", out string? asked) ? asked : "").Split(',');
        return names.Any(string.IsNullOrWhiteSpace)
            ? throw call.BadRequest("The parameter mnemonic must contain names, separated by commas.")
            : FakeResponse.Json(Json.Array(Settings(call, names)));
    }

    public FakeResponse MarcValidationRules(PolarisCall call)
    {
        int organization = call.Number("organizationId");
        return FakeResponse.Json(Json.Array(records.Lists["marcvalidationrules"]
            .Where(row => (row.Int("OrganizationID") ?? organization) == organization && (row.Text("Format") ?? call["format"]) == call["format"])
            .Select(row => (JsonNode)Json.CopyWithout(row, "Format"))));
    }

    /// <summary>The values of one field; rows without a tag belong to all.</summary>
    public FakeResponse FixedTagTypes(PolarisCall call)
    {
        int tag = call.Number("tag");
        return FakeResponse.Json(Json.Array(records.Lists["fixedtagtypes"]
            .Where(row => (row.Int("TagNumber") ?? tag) == tag)
            .Select(row => (JsonNode)Json.CopyWithout(row, "TagNumber"))));
    }

    /// <summary>Whether the user has a permission: yes, unless a row for the permission and the owner has another answer.</summary>
    public FakeResponse Permission(PolarisCall call)
    {
        int id = call.Number("id");
        if (!int.TryParse(call.Query.TryGetValue("ownerID", out string? text) ? text : null, NumberStyles.None, CultureInfo.InvariantCulture, out int owner))
        {
            throw call.BadRequest("The parameter ownerID must be a number.");
        }

        JsonObject? row = records.Lists["permissions"].LastOrDefault(row => row.Int("PermissionID") == id && (row.Int("OwnerID") ?? owner) == owner);
        return FakeResponse.Json(row is null
            ? new JsonObject { ["IsPermitted"] = true, ["PermissionDescriptions"] = new JsonArray() }
            : Json.CopyWithout(row, "PermissionID", "OwnerID"));
    }

    /// <summary>The defaults that a test added for an organization and a kind of registration; no defaults otherwise.</summary>
    public FakeResponse PatronDefaults(PolarisCall call)
    {
        string type = call.Query.TryGetValue("type", out string? asked) ? asked : "normal";
        int? organization = call.Query.TryGetValue("orgid", out string? text) && int.TryParse(text, out int number) ? number : call.Address.OrganizationId;
        JsonObject? row = records.Lists["patrondefaults"].LastOrDefault(row =>
            (row.Text("Type") ?? type) == type && (row.Int("OrganizationID") ?? organization) == organization);
        return FakeResponse.Json(row is null ? new JsonObject { ["OrganizationID"] = 0 } : Json.CopyWithout(row, "Type"));
    }

    private IEnumerable<JsonObject> Settings(PolarisCall call, string[] names)
    {
        int organization = call.Number("organizationId");
        return records.Lists["settings"]
            .Where(row => (row.Int("OrganizationID") ?? organization) == organization
                && names.Contains(row.Text("Mnemonic"), StringComparer.OrdinalIgnoreCase))
            .Select(row => Json.CopyWithout(row, "OrganizationID"));
    }
}
