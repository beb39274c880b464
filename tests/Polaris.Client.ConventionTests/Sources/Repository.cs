namespace Polaris.Client.ConventionTests.Sources;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Skipped =
        ["bin", "obj", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "StrykerOutput"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllSources = new(ReadSources);

    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file of src, tests and samples.</summary>
    public static IReadOnlyList<SourceFile> Sources => AllSources.Value;

    /// <summary>The C# files under one folder.</summary>
    public static IEnumerable<SourceFile> SourcesIn(string folder) => Sources.Where(source => source.IsIn(folder));

    /// <summary>The paths of all files below a folder, with slashes, from the root.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        string full = Path.Combine(Root, folder);
        return Directory.Exists(full) ? Walk(new DirectoryInfo(full)).Select(Relative) : [];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(DirectoryInfo folder) => folder.EnumerateFiles().Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(child => !IsSkipped(child)).SelectMany(Walk));

    private static bool IsSkipped(DirectoryInfo folder) =>
        Skipped.Contains(folder.Name) || (folder.Name.StartsWith('.') && folder.Name is not (".ci" or ".github"));

    private static List<SourceFile> ReadSources() => [.. new[] { "src", "tests", "samples" }
        .SelectMany(Files)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(path => new SourceFile(path, Read(path)))];

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Polaris.Client.sln"))) folder = folder.Parent;
        return folder?.FullName
            ?? throw new DirectoryNotFoundException("The convention tests read the source tree: run them from the checkout they were built in.");
    }
}
