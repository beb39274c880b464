using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A record that exists only while it is being read.</summary>
internal sealed class FolioGeneratedRow(string id, string name, string date) : FolioRow(id)
{
    private JsonObject? _json;

    public override JsonObject Json => _json ??= new JsonObject
    {
        ["id"] = Id,
        ["name"] = name,
        ["source"] = "local",
        ["metadata"] = new JsonObject { ["createdDate"] = date, ["updatedDate"] = date },
    };

    public override string? Text(string field) => field switch
    {
        "name" => name,
        "source" => "local",
        _ => base.Text(field),
    };

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, Id);
        writer.WriteString("name"u8, name);
        writer.WriteString("source"u8, "local"u8);
        writer.WriteStartObject("metadata"u8);
        writer.WriteString("createdDate"u8, date);
        writer.WriteString("updatedDate"u8, date);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
