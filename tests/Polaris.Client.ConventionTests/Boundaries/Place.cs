namespace Polaris.Client.ConventionTests.Boundaries;

/// <summary>Where a type of the library stands in the house of floors.</summary>
/// <param name="Folder">Its concept: the first folder below the project.</param>
/// <param name="Floor">Its floor; arrows go downwards only, or sideways without a circle.</param>
internal sealed record Place(string Folder, int Floor)
{
    private const string Root = "Polaris.Client";
    private const int ConceptsOfRecords = 2;

    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Refit"] = 0,
        ["Compatibility"] = 0,
        ["Workflows"] = 1,
        ["ObjectLocks"] = 1,
        ["Http"] = 1,
        ["Json"] = 1,
        ["Telemetry"] = 1,
        ["Options"] = 3,
        ["Composition"] = 4,
        ["Facades"] = 5,
        ["DependencyInjection"] = 6,
    };

    /// <summary>Where a type stands. A folder without a floor of its own is a concept like BibliographicRecords.</summary>
    public static Place Of(Type type)
    {
        string folder = FolderOf(type);
        return new Place(folder, Floors.GetValueOrDefault(folder, ConceptsOfRecords));
    }

    private static string FolderOf(Type type) => type.Namespace switch
    {
        "Refit" => "Refit",
        "Microsoft.Extensions.DependencyInjection" => "DependencyInjection",
        Root when type.Name.Contains("Options", StringComparison.Ordinal) => "Options",
        Root => "Facades",
        { } name when name.StartsWith(Root + ".", StringComparison.Ordinal) => name[(Root.Length + 1)..].Split('.')[0],
        _ => "Compatibility",
    };
}
