using System.Text.RegularExpressions;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>The C# in README and docs is code that compiles: it stands word for word in tests/Polaris.Client.SampleTests/Docs.</summary>
public sealed partial class DocsTests
{
    private static readonly string Root = FindRoot();

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Append(Path.Combine(Root, "README.md"))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "samples"), "README.md", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(path => Path.GetRelativePath(Root, path));

    [TestCaseSource(nameof(Pages))]
    public void Page_EachCSharpBlock_IsACompiledSnippet(string page)
    {
        var snippets = Snippets().ToHashSet();

        var strangers = CSharpBlock().Matches(File.ReadAllText(Path.Combine(Root, page)))
            .Select(match => Dedent(match.Groups["code"].Value)).Where(block => !snippets.Contains(block)).ToList();

        Assert.That(
            strangers,
            Is.Empty,
            $"{page} shows C# that no snippet in tests/Polaris.Client.SampleTests/Docs holds. Put it there between '// snippet' and '// end'.");
    }

    [TestCaseSource(nameof(Pages))]
    public void Page_EachRelativeLink_LeadsToAFile(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;

        var broken = Link().Matches(File.ReadAllText(Path.Combine(Root, page)))
            .Select(match => match.Groups["to"].Value).Where(to => !Path.Exists(Path.Combine(folder, to))).ToList();

        Assert.That(broken, Is.Empty, $"{page} links to files that do not exist.");
    }

    [Test]
    public void Readme_Length_StaysUnder300Lines() =>
        Assert.That(File.ReadAllLines(Path.Combine(Root, "README.md")), Has.Length.LessThan(300));

    [Test]
    public void SamplesTable_EachSample_HasARowWithItsCommand()
    {
        var table = File.ReadAllText(Path.Combine(Root, "samples", "README.md"));
        var samples = Directory.EnumerateFiles(Path.Combine(Root, "samples"), "README.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Path.Combine(Root, "samples"), Path.GetDirectoryName(page)!))
            .Where(sample => sample != "." && !sample.Contains("bin", StringComparison.Ordinal)).ToList();

        Assert.That(samples, Is.Not.Empty);
        Assert.That(samples.Where(sample => !Regex.IsMatch(table, $@"\({sample}/README\.md\) \| `dotnet [^`]*samples/{sample}")), Is.Empty);
    }

    private static IEnumerable<string> Snippets() =>
        Directory.EnumerateFiles(Path.Combine(Root, "tests", "Polaris.Client.SampleTests", "Docs"), "*.cs")
            .SelectMany(file => Snippet().Matches(File.ReadAllText(file)))
            .Select(match => Dedent(match.Groups["code"].Value));

    private static string Dedent(string code)
    {
        var lines = code.Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).Reverse()
            .SkipWhile(line => line.Length == 0).Reverse().ToList();
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join("\n", lines.Select(line => line.Length > indent ? line[indent..] : line));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Polaris.Client.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"^\s*// snippet[^\n]*\n(?<code>.*?)^\s*// end", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\]\((?<to>[^)#:]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
