using System.Text.Json.Nodes;

namespace Polaris.Client.Testing.Folio.Server;

/// <summary>The error bodies of the modules.</summary>
internal static class FolioErrors
{
    public static FolioReply NotFound => FolioReply.Text(404, "Not found");

    /// <summary>What the database refused: one error, code -1, no total.</summary>
    public static FolioReply Conflict(string message, string key, string value) =>
        FolioReply.Json(422, new JsonObject { ["errors"] = new JsonArray(Error(message, "1", "-1", key, value)) });

    /// <summary>What the schema refused.</summary>
    public static FolioReply Invalid(IReadOnlyList<JsonObject> errors) => FolioReply.Json(
        422,
        new JsonObject { ["errors"] = new JsonArray(errors.ToArray<JsonNode>()), ["total_records"] = errors.Count });

    public static FolioReply Coded(int status, string type, string code, string message) => FolioReply.Json(
        status,
        new JsonObject { ["errors"] = new JsonArray(Error(message, type, code)), ["total_records"] = 1 });

    public static JsonObject Constraint(string message, string constraint, string key, string value) =>
        Error(message, "1", $"jakarta.validation.constraints.{constraint}.message", key, value);

    private static JsonObject Error(string message, string type, string code, string? key = null, string value = "")
    {
        var parameters = new JsonArray();
        if (key is not null)
        {
            parameters.Add((JsonNode)new JsonObject { ["key"] = key, ["value"] = value });
        }

        return new JsonObject { ["message"] = message, ["type"] = type, ["code"] = code, ["parameters"] = parameters };
    }
}
