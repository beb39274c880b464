using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing.Folio.Records;

/// <summary>One record of a table. Its id is in lower case, so that ordinal order is the order of the database.</summary>
internal abstract class FolioRow(string id)
{
    public string Id { get; } = id;

    public abstract JsonObject Json { get; }

    public virtual void WriteTo(Utf8JsonWriter writer) => Json.WriteTo(writer);
}
