using System.Reflection;

namespace Polaris.Client.PackageTests;

/// <summary>Where the packages of this build are.</summary>
internal static class PackageSet
{
    public static string Version { get; } = Metadata("PackageVersion");

    /// <summary>The folder in which NuGet keeps what this machine has restored.</summary>
    public static string PackagesOfTheMachine { get; } = Metadata("PackagesOfTheMachine");

    public static IReadOnlyList<string> Ids { get; } = ["Polaris.Client.Marc", "Polaris.Client", "Polaris.Client.Testing"];

    /// <summary>The file of a package.</summary>
    /// <param name="id">The id of the package.</param>
    /// <param name="extension">nupkg, or snupkg for the symbols.</param>
    public static string PathOf(string id, string extension = "nupkg") =>
        Path.GetFullPath(Path.Combine(Metadata("SourceFolder"), id, "bin", Metadata("Configuration"), $"{id}.{Version}.{extension}"));

    private static string Metadata(string key) => typeof(PackageSet).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
