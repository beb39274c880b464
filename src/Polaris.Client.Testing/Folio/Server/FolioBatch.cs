using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Responds to POST <c>batch/synchronous</c>: all records are saved, or none.</summary>
/// <param name="resource">The records.</param>
/// <param name="records">Applies the rules to each record.</param>
/// <param name="ignoresVersions">Whether this is the unsafe variant.</param>
/// <param name="maxSize">The maximum number of records.</param>
internal sealed class FolioBatch(FakeFolioResource resource, FolioRecords records, bool ignoresVersions, int maxSize)
{
    public FakeResponse Answer(FolioCall call)
    {
        JsonArray? list = Parse(call.Text, out FakeResponse? refusal);
        if (list?.Count > maxSize)
        {
            return FolioAnswers.Text(413, $"Expected a maximum of {maxSize} records to prevent out of memory but got {list.Count}");
        }

        List<JsonObject>? read = list is null ? null : Read(list, out refusal);
        bool isUpsert = call.Query.TryGetValue("upsert", out string? upsert) && upsert == "true";
        return read is null ? refusal! : SaveAll(read, isUpsert) ?? FakeResponse.Empty(201);
    }

    /// <summary>Saves one record after another, and restores the rows before them when one is refused.</summary>
    private FakeResponse? SaveAll(List<JsonObject> list, bool isUpsert)
    {
        var before = new Stack<(string Id, FolioRow? Row)>();
        foreach (JsonObject record in list)
        {
            string id = FolioRecords.IdOf(record);
            before.Push((id, resource.Rows.Find(id)));
            if (records.Put(record, id, isUpsert, ignoresVersions) is { } refusal)
            {
                Restore(before);
                return refusal;
            }
        }

        return null;
    }

    private void Restore(Stack<(string Id, FolioRow? Row)> before)
    {
        foreach ((string id, FolioRow? row) in before)
        {
            if (row is not null)
            {
                resource.Rows.Put(new FolioStoredRow(id, row.Json));
            }
            else if (resource.Rows.Find(id) is not null)
            {
                resource.Rows.Remove(id);
            }
        }
    }

    private JsonArray? Parse(string body, out FakeResponse? refusal)
    {
        refusal = null;
        try
        {
            if (JsonNode.Parse(body) is JsonObject json && json[resource.Shape.CollectionProperty] is JsonArray list)
            {
                // Accessing the properties finds duplicate names.
                _ = list.Sum(record => (record as JsonObject)?.Count);
                return list;
            }

            string member = resource.Shape.CollectionProperty;
            refusal = FolioAnswers.Invalid([FolioAnswers.Constraint("must not be null", "NotNull", member, "null")]);
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            refusal = FolioAnswers.Text(400, "Unexpected character or end-of-input: " + error.Message);
        }

        return null;
    }

    private List<JsonObject>? Read(JsonArray list, out FakeResponse? refusal)
    {
        refusal = null;
        var read = new List<JsonObject>(list.Count);
        for (int i = 0; i < list.Count; i++)
        {
            var reader = new FolioRecordReader(resource.Shape, $"{resource.Shape.CollectionProperty}[{i}].");
            if (list[i] is not JsonObject record)
            {
                refusal = FolioAnswers.Text(400, "Cannot deserialize value of this type (token `JsonToken.START_OBJECT` expected)");
                return null;
            }

            if (reader.Read(record, out refusal) is not { } valid)
            {
                return null;
            }

            read.Add(valid);
        }

        return read;
    }
}
