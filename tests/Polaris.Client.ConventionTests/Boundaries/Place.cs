using Microsoft.CodeAnalysis.CSharp.Syntax;
using Polaris.Client.ConventionTests.Sources;
using Polaris.Client.ConventionTests.Types;

namespace Polaris.Client.ConventionTests.Boundaries;

/// <summary>Where a type of the library stands in the house of floors.</summary>
/// <param name="Folder">Its concept: the first folder below the project; for a type beside the clients, what it is there.</param>
/// <param name="Floor">Its floor; arrows go downwards only, or sideways without a circle.</param>
internal sealed record Place(string Folder, int Floor)
{
    private const string Root = "src/Polaris.Client";
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
        ["Profiles"] = 4,
        ["Facades"] = 5,
        ["DependencyInjection"] = 6,
    };

    private static readonly Dictionary<string, string> Folders = FoldersOfTypes();

    /// <summary>Where a type stands. A folder without a floor of its own is a concept like BibliographicRecords.</summary>
    public static Place Of(Type type)
    {
        string folder = FolderOf(type);
        return new Place(folder, Floors.GetValueOrDefault(folder, ConceptsOfRecords));
    }

    private static string FolderOf(Type type)
    {
        if (type.Namespace == "Refit" || type.Assembly != Assemblies.Client)
        {
            return "Refit";
        }

        string name = TypeReferences.Outermost(type).Name.Split('`')[0];
        return Folders.GetValueOrDefault(name, "Compatibility") switch
        {
            "" when name.EndsWith("Options", StringComparison.Ordinal) => "Options",
            "" when name.EndsWith("Client", StringComparison.Ordinal) => "Facades",
            "" => "Profiles",
            var folder => folder,
        };
    }

    private static Dictionary<string, string> FoldersOfTypes()
    {
        Dictionary<string, string> folders = [];
        foreach (SourceFile file in Repository.SourcesIn(Root))
        {
            foreach (var type in file.TopLevelTypes.OfType<BaseTypeDeclarationSyntax>())
            {
                folders[type.Identifier.Text] = file.Folder[Root.Length..].Trim('/').Split('/')[0];
            }
        }

        return folders;
    }
}
