using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.WireMock;

/// <summary>
/// A file of stub mappings in WireMock's own JSON: one mapping, or a list of them. Those of <see cref="SiblingStubs"/>
/// exist as one template.
/// </summary>
public sealed class MappingFile
{
    private static readonly DataFolder Folder = new(Path.Combine(WireMockInstallation.Directory, "mappings"));

    private MappingFile(string name, IReadOnlyList<JsonObject> stubs) => (Name, Stubs) = (name, stubs);

    /// <summary>The names of all files: <c>Polaris/lock-single-200</c>.</summary>
    public static IReadOnlyList<string> Names => [.. Folder.Names, .. SiblingStubs.Names];

    /// <summary>The path under <c>mappings</c> without extension.</summary>
    public string Name { get; }

    /// <summary>The stub mappings in the order of the file, which is the order of the conversation.</summary>
    public IReadOnlyList<JsonObject> Stubs { get; }

    /// <summary>Reads a file by its name.</summary>
    public static MappingFile Read(string name)
    {
        JsonObject content = (SiblingStubs.Find(name) ?? Folder.Read(name)).AsObject();
        return new MappingFile(
            name,
            content["mappings"] is JsonArray stubs ? [.. stubs.Select(stub => stub!.AsObject())] : [content]);
    }
}
