using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>A folder of JSON files.</summary>
internal sealed class DataFolder(string root)
{
    /// <summary>All files, by their path in the folder without extension: <c>Polaris/lock-single-200</c>.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(root, file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads one file.</summary>
    public JsonNode Read(string name)
    {
        string file = Path.Combine(root, name + ".json");
        if (File.Exists(file)) return JsonNode.Parse(File.ReadAllText(file))!;
        throw new FileNotFoundException($"There is no '{name}'. There are: {string.Join(", ", Names)}.", file);
    }
}
