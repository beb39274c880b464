namespace Polaris.Client.SampleTests.Docs;

/// <summary>The Markdown pages of the checkout.</summary>
internal static class DocPages
{
    private static readonly string[] Generated = ["bin", "obj", "artifacts", "_site"];

    public static string Root { get; } = FindRoot();

    /// <summary>The paths of the pages from the root: those of the root itself, of .github, docs and samples.</summary>
    public static IEnumerable<string> All() => Directory.EnumerateFiles(Root, "*.md")
        .Concat(new[] { ".github", "docs", "samples" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories)))
        .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Intersect(Generated).Any());

    public static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Polaris.Client.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
