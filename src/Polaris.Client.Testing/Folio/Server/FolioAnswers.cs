using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The bodies that FOLIO's modules and gateways send.</summary>
internal static class FolioAnswers
{
    private static readonly JsonWriterOptions Pretty = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static FakeResponse NotFound => Text(404, "Not found");

    public static FakeResponse Text(int status, string text, string contentType = "text/plain") =>
        new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static FakeResponse Json(int status, JsonNode body) => Json(status, writer => body.WriteTo(writer));

    /// <summary>JSON as the server formats it: indented, with letters of all scripts unescaped.</summary>
    public static FakeResponse Json(int status, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Pretty))
        {
            write(writer);
        }

        return new(status, "application/json", stream.ToArray());
    }

    /// <summary>An error of the database: one error, code -1, no total.</summary>
    public static FakeResponse Conflict(string message, string key, string value) =>
        Json(422, new JsonObject { ["errors"] = new JsonArray(Error(message, "1", "-1", key, value)) });

    /// <summary>Errors of the schema.</summary>
    public static FakeResponse Invalid(IReadOnlyList<JsonObject> errors) => Json(
        422,
        new JsonObject { ["errors"] = new JsonArray(errors.ToArray<JsonNode>()), ["total_records"] = errors.Count });

    public static FakeResponse Coded(
        int status, string type, string code, string message, params (string Key, string Value)[] parameters)
    {
        JsonObject error = Error(message, type, code);
        foreach ((string key, string value) in parameters)
        {
            error["parameters"]!.AsArray().Add((JsonNode)new JsonObject { ["key"] = key, ["value"] = value });
        }

        return Json(status, new JsonObject { ["errors"] = new JsonArray(error), ["total_records"] = 1 });
    }

    public static JsonObject Constraint(string message, string constraint, string key, string value) =>
        Error(message, "1", $"jakarta.validation.constraints.{constraint}.message", key, value);

    private static JsonObject Error(string message, string type, string code, string? key = null, string value = "")
    {
        JsonArray parameters = [];
        if (key is not null)
        {
            parameters.Add((JsonNode)new JsonObject { ["key"] = key, ["value"] = value });
        }

        return new JsonObject { ["message"] = message, ["type"] = type, ["code"] = code, ["parameters"] = parameters };
    }
}
