using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Reads a record from a body as the module's JSON reader and validator do, in the same order.</summary>
/// <param name="shape">The resource.</param>
/// <param name="place">The record in its list, such as <c>items[3].</c>, which error messages contain; empty for a body of its own.</param>
internal sealed class FolioRecordReader(FakeFolioResourceShape shape, string place = "")
{
    /// <summary>The record without <c>metadata</c> and nulls, or null and the error response.</summary>
    public JsonObject? Read(string body, out FakeResponse? refusal) =>
        Parse(body, out refusal) is { } record ? Read(record, out refusal) : null;

    /// <summary>The same for a record that was parsed.</summary>
    public JsonObject? Read(JsonObject record, out FakeResponse? refusal)
    {
        refusal = Clean(record) ?? CheckFields(record) ?? Validate(record);
        return refusal is null ? record : null;
    }

    private static JsonObject? Parse(string body, out FakeResponse? refusal)
    {
        try
        {
            if (JsonNode.Parse(body) is JsonObject json)
            {
                // Accessing the properties finds duplicate names.
                _ = json.Count;
                refusal = null;
                return json;
            }

            refusal = FolioAnswers.Text(400, "Cannot deserialize value of this type (token `JsonToken.START_OBJECT` expected)");
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            refusal = FolioAnswers.Text(400, "Unexpected character or end-of-input: " + error.Message);
        }

        return null;
    }

    private FakeResponse? Clean(JsonObject json)
    {
        foreach (string name in json.Where(property => property.Value is null).Select(property => property.Key).ToList())
        {
            json.Remove(name);
        }

        FakeResponse? refusal = CheckMetadata(json["metadata"]);
        json.Remove("metadata");
        return refusal;
    }

    // The metadata is overwritten, but it must match its schema.
    private FakeResponse? CheckMetadata(JsonNode? metadata) =>
        (metadata as JsonObject)?.FirstOrDefault(member => member.Key.EndsWith("ByUserId", StringComparison.Ordinal)
            && !Guid.TryParseExact(FolioFieldReader.Text(member.Value), "D", out _)) is { Key: { } name } odd
            ? FolioAnswers.Invalid([FolioAnswers.Constraint(
                "must match \"^[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}$\"",
                "Pattern",
                $"{place}metadata.{name}",
                FolioFieldReader.Text(odd.Value) ?? "null")])
            : null;

    private FakeResponse? CheckFields(JsonObject record)
    {
        foreach (KeyValuePair<string, JsonNode?> property in record.ToList())
        {
            bool isText = property.Key == "id" || shape.KnownFields.Contains(property.Key);
            if (shape.ReadOnlyFields.Contains(property.Key))
            {
                record.Remove(property.Key);
                continue;
            }

            if (!isText && property.Key != "_version" && shape.RefusesUnknownFields && !shape.OtherFields.Contains(property.Key))
            {
                return FolioAnswers.Conflict(
                    $"Unrecognized field \"{property.Key}\" (class org.folio.rest.jaxrs.model.{shape.ClassName}), "
                    + "not marked as ignorable",
                    property.Key,
                    "");
            }

            if (isText && !MakeText(record, property))
            {
                return FolioAnswers.Text(400, $"Cannot deserialize value of type `java.lang.String` at \"{property.Key}\"");
            }
        }

        return shape.SourceValues is { } values && record["source"]?.GetValue<string>() is { } source && !values.Contains(source)
            ? FolioAnswers.Text(
                400, $"Cannot construct instance of `org.folio.rest.jaxrs.model.{shape.ClassName}$Source`, problem: {source}")
            : null;
    }

    // Numbers and booleans become strings, as they do in the module.
    private static bool MakeText(JsonObject record, KeyValuePair<string, JsonNode?> property)
    {
        if (property.Value is not JsonValue value)
        {
            return false;
        }

        if (value.GetValueKind() != JsonValueKind.String)
        {
            record[property.Key] = value.ToJsonString();
        }

        return true;
    }

    private FakeResponse? Validate(JsonObject record)
    {
        List<JsonObject> errors = shape.RequiredFields
            .Where(field => record[field] is null)
            .Select(field => FolioAnswers.Constraint("must not be null", "NotNull", place + field, "null"))
            .ToList();
        if (shape.HasIdPattern && record["id"]?.GetValue<string>() is { } id && !FolioUuid.IsValid(id))
        {
            errors.Add(FolioAnswers.Constraint($"must match \"{FolioUuid.Pattern}\"", "Pattern", place + "id", id));
        }

        return errors.Count > 0 ? FolioAnswers.Invalid(errors) : null;
    }
}

/// <summary>The IDs that FOLIO accepts: versions 1 to 5 of the usual variant, but not the nil ID or version 7.</summary>
internal static class FolioUuid
{
    public const string Pattern =
        "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$";

    public const string InvalidText =
        "Invalid UUID format of id, should be xxxxxxxx-xxxx-Mxxx-Nxxx-xxxxxxxxxxxx "
        + "where M is 1-5 and N is 8, 9, a, b, A or B and x is 0-9, a-f or A-F.";

    public static bool IsValid(string id) =>
        Guid.TryParseExact(id, "D", out _) && id[14] is >= '1' and <= '5' && (id[19] is '8' or '9' or 'a' or 'b' or 'A' or 'B');
}
