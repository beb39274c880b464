using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

internal sealed class FolioStoredRow(string id, JsonObject json) : FolioRow(id)
{
    public override JsonObject Json => json;
}
