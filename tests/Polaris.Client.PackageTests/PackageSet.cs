using System.Reflection;

namespace Polaris.Client.PackageTests;

/// <summary>Where the packages of this build are.</summary>
internal static class PackageSet
{
    public static string Version { get; } = Metadata("PackageVersion");

    /// <summary>The address of the repository, or an empty string.</summary>
    public static string RepositoryUrl { get; } = Metadata("RepositoryUrl");

    /// <summary>The folder in which NuGet keeps what this machine has restored.</summary>
    public static string PackagesOfTheMachine { get; } = Metadata("PackagesOfTheMachine");

    /// <summary>The folder of the projects that are packed.</summary>
    public static string SourceFolder { get; } = Path.GetFullPath(Metadata("SourceFolder"));

    public static IReadOnlyList<string> Ids { get; } = ["Polaris.Client.Marc", "Polaris.Client", "Polaris.Client.Testing"];

    /// <summary>The file of a package.</summary>
    /// <param name="id">The id of the package.</param>
    /// <param name="extension">nupkg, or snupkg for the symbols.</param>
    public static string PathOf(string id, string extension = "nupkg") =>
        Path.GetFullPath(Path.Combine(SourceFolder, id, "bin", Metadata("Configuration"), $"{id}.{Version}.{extension}"));

    private static string Metadata(string key) => typeof(PackageSet).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
