using System.Text.Json;

namespace Polaris.Client.Marc;

/// <summary>Finds the records of parsed JSON, whatever holds them.</summary>
internal static class MarcJsonEnvelope
{
    private const int DeepestEnvelope = 4;

    /// <summary>Finds the records of a value: the value itself, or what an envelope or array holds.</summary>
    public static List<(JsonElement Value, string Path)> Find(JsonElement value)
    {
        List<(JsonElement Value, string Path)> records = [];
        Collect(value, "$", 0, records);
        return records;
    }

    private static void Collect(JsonElement value, string path, int depth, List<(JsonElement Value, string Path)> records)
    {
        if (IsRecord(value))
        {
            records.Add((value, path));
        }
        else if (depth < DeepestEnvelope && value.ValueKind == JsonValueKind.Array)
        {
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                Collect(item, $"{path}[{i++}]", depth + 1, records);
            }
        }
        else if (depth < DeepestEnvelope && value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Collect(member.Value, JsonText.Step(path, JsonText.NameOf(member)), depth + 1, records);
            }
        }
    }

    private static bool IsRecord(JsonElement value) => value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().Any(member => MarcJsonReader.Canonical(JsonText.NameOf(member)) is "leader" or "fields" or "controlfields" or "datafields");
}
