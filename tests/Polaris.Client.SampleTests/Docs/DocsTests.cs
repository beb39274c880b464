using System.Text.RegularExpressions;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>
/// The C# of the pages is code that compiles: a block is, word for word, a snippet of tests/Polaris.Client.SampleTests/Docs, or the program
/// of a sample.
/// </summary>
public sealed partial class DocsTests
{
    private static IEnumerable<string> Pages() => DocPages.All();

    [TestCaseSource(nameof(Pages))]
    public void Page_EachCSharpBlock_IsACompiledSnippet(string page)
    {
        var compiled = Snippets().Concat(Programs()).ToHashSet();

        var strangers = CSharpBlock().Matches(DocPages.Read(page))
            .Select(match => Dedent(match.Groups["code"].Value)).Where(block => !compiled.Contains(block)).ToList();

        Assert.That(
            strangers,
            Is.Empty,
            $"{page} shows C# that is not compiled. Put it into tests/Polaris.Client.SampleTests/Docs, between '// snippet' and '// end'.");
    }

    [Test]
    public void Readme_Length_StaysUnder300Lines() =>
        Assert.That(DocPages.Read("README.md").Split('\n'), Has.Length.LessThan(300));

    [Test]
    public void SamplesTable_EachSample_HasARowWithItsCommand()
    {
        var table = File.ReadAllText(Path.Combine(DocPages.Root, "samples", "README.md"));
        var samples = Directory.EnumerateFiles(Path.Combine(DocPages.Root, "samples"), "README.md", SearchOption.AllDirectories)
            .Select(page => Path.GetRelativePath(Path.Combine(DocPages.Root, "samples"), Path.GetDirectoryName(page)!))
            .Where(sample => sample != "." && !sample.Contains("bin", StringComparison.Ordinal)).ToList();

        Assert.That(samples, Is.Not.Empty);
        Assert.That(samples.Where(sample => !Regex.IsMatch(table, $@"\({sample}/README\.md\) \| `dotnet [^`]*samples/{sample}")), Is.Empty);
    }

    private static IEnumerable<string> Snippets() =>
        Directory.EnumerateFiles(Path.Combine(DocPages.Root, "tests", "Polaris.Client.SampleTests", "Docs"), "*.cs")
            .SelectMany(file => Snippet().Matches(File.ReadAllText(file)))
            .Select(match => Dedent(match.Groups["code"].Value));

    private static IEnumerable<string> Programs() =>
        Directory.EnumerateFiles(Path.Combine(DocPages.Root, "samples"), "Program.cs", SearchOption.AllDirectories)
            .Select(file => Dedent(File.ReadAllText(file)));

    private static string Dedent(string code)
    {
        var lines = code.Split('\n').Select(line => line.TrimEnd()).SkipWhile(line => line.Length == 0).Reverse()
            .SkipWhile(line => line.Length == 0).Reverse().ToList();
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join("\n", lines.Select(line => line.Length > indent ? line[indent..] : line));
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(@"^\s*// snippet[^\n]*\n(?<code>.*?)^\s*// end", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
