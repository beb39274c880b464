using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The rules of single resources that no schema has, with the words of the modules.</summary>
internal static class FolioModuleRules
{
    public static FakeResponse Refused(string key, string value, string message) => FolioAnswers.Conflict(message, key, value);

    public static FakeResponse? OfLocation(JsonObject location)
    {
        List<string> points = [.. Items(location["servicePointIds"]).Select(point => FolioFieldReader.Text(point) ?? "")];
        string primary = FolioFieldReader.Text(location["primaryServicePoint"]) ?? "";
        return points.Count == 0 ? Refused("servicePointIds", "", "A location must have at least one Service Point assigned.")
            : points.Distinct().Count() != points.Count ? Refused("servicePointIds", "", "A Service Point can only appear once on a Location.")
            : !points.Contains(primary) ? Refused("primaryServicePoint", "", "A Location's Primary Service point must be included as a Service Point.")
            : null;
    }

    public static FakeResponse? OfServicePoint(JsonObject point)
    {
        bool isPickup = FolioFieldReader.Text(point["pickupLocation"]) == "true";
        string name = FolioFieldReader.Text(point["name"]) ?? "";
        return (isPickup, point["holdShelfExpiryPeriod"]) switch
        {
            (true, null) => Refused("name", name, "Hold shelf expiry period must be specified when service point can be used for pickup."),
            (false, not null) => Refused("name", name, "Hold shelf expiry period cannot be specified when service point cannot be used for pickup."),
            _ => null,
        };
    }

    public static FakeResponse? OfPrecedingSucceedingTitle(JsonObject title) =>
        title["precedingInstanceId"] is null && title["succeedingInstanceId"] is null
            ? Refused("", "", "The precedingInstanceId and succeedingInstanceId can't be empty at the same time")
            : null;

    public static FakeResponse? OfUser(JsonObject user)
    {
        if (user["personal"] is JsonObject personal && personal["lastName"] is null)
        {
            return FolioAnswers.Invalid([FolioAnswers.Constraint("must not be null", "NotNull", "personal.lastName", "null")]);
        }

        List<string?> types = [.. Items(FolioFieldReader.Node(user, "personal.addresses"))
            .Select(address => FolioFieldReader.Text((address as JsonObject)?["addressTypeId"]))];
        return types.Distinct().Count() == types.Count ? null : FolioAnswers.Text(400, "Users are limited to one address per addresstype");
    }

    /// <summary>POST reports the value in a list of errors, PUT only a text; external IDs are reported by the database.</summary>
    public static FakeResponse? DuplicateUser(string member, JsonObject record, bool isPost)
    {
        if (member == "externalSystemId" && !isPost)
        {
            return FolioAnswers.Text(
                400, $"Key (lower(f_unaccent(jsonb ->> '{member}'::text)))=({FolioText.Fold(FolioFieldReader.Text(record[member]) ?? "")}) already exists.");
        }

        string? text = member switch
        {
            "username" => "User with this username already exists",
            "barcode" => "This barcode has already been taken",
            "id" => "User with this id already exists",
            _ => null,
        };
        return text is null ? null : isPost ? Refused(member, FolioFieldReader.Text(record[member]) ?? "", text) : FolioAnswers.Text(400, text);
    }

    /// <summary>POST reports only the detail of the database's message as text, and translates it for all members but the ID.</summary>
    public static FakeResponse? DuplicateInstance(string member, JsonObject record, bool isPost)
    {
        string value = FolioText.Fold(FolioFieldReader.Text(record[member]) ?? "");
        return !isPost ? null : FolioAnswers.Text(400, member switch
        {
            "id" => $"Key (id)=({value}) already exists.",
            "hrid" => $"HRID value already exists in table instance: {value}",
            _ => $"lower(f_unaccent(jsonb ->> '{member}'::text)) value already exists in table instance: {value}",
        });
    }

    /// <summary>POST reports the name, even if the code is taken.</summary>
    public static FakeResponse? DuplicateServicePoint(string member, JsonObject record, bool isPost) =>
        isPost && member != "id" ? Refused("name", FolioFieldReader.Text(record["name"]) ?? "", "Service Point Exists") : null;

    public static FakeResponse UnitIdChanged(string key, string? id, string label)
    {
        JsonNode errors = JsonNode.Parse(Refused(key, id ?? "", $"Illegal operation: {label} cannot be changed").Body.Span)!;
        return FolioAnswers.Json(400, errors);
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? list) => list as JsonArray ?? [];
}
