using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>One record of a table. Its ID is in lower case, so that ordinal order is the order of the database.</summary>
internal abstract class FolioRow(string id)
{
    public string Id { get; } = id;

    public abstract JsonObject Json { get; }

    /// <summary>The value of a field, nested by dots, as the string that the database searches; null if it is missing.</summary>
    public virtual string? Text(string field) => field == "id" ? Id : FolioFieldReader.Text(Node(field));

    public JsonNode? Node(string field) => FolioFieldReader.Node(Json, field);

    public virtual void WriteTo(Utf8JsonWriter writer) => Json.WriteTo(writer);
}

internal sealed class FolioStoredRow(string id, JsonObject json) : FolioRow(id)
{
    public override JsonObject Json => json;
}
