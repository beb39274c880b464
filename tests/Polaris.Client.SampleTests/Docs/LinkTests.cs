using System.Text.RegularExpressions;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>Each relative link of a page leads to a file and, with an anchor, to a heading of that file.</summary>
public sealed partial class LinkTests
{
    [TestCaseSource(nameof(Pages))]
    public void Page_EachRelativeLink_LeadsToAFileAndHeading(string page) =>
        Assert.That(Link().Matches(WithoutCode(DocPages.Read(page))).Select(match => Problem(page, match.Groups["to"].Value)).OfType<string>(), Is.Empty);

    [TestCase("README.md", "docs/errors.md", null)]
    [TestCase("README.md", "docs/prompt-loop.md#step-by-step", null)]
    [TestCase("docs/errors.md", "missing.md", "missing.md: there is no such file")]
    [TestCase("docs/errors.md", "retries.md#nowhere", "retries.md#nowhere: there is no such heading")]
    [TestCase("docs/errors.md", "#nowhere", "#nowhere: there is no such heading")]
    public void Problem_OfALink_IsFound(string page, string link, string? problem) => Assert.That(Problem(page, link), Is.EqualTo(problem));

    [Test]
    public void Headings_WithCodeAndRepetition_HaveTheAnchorsOfGitHub() =>
        Assert.That(Anchors("# What `RunAsync` does, in C#\n```\n# a comment\n```\n## End\n## End"), Is.EqualTo(new[] { "what-runasync-does-in-c", "end", "end-1" }));

    [Test]
    public void Pages_OfDocs_AreListedInTheTableOfContents() => Assert.That(
        Pages().Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page.Count(c => c == '/') == 1 && Path.GetFileName(page) is not ("README.md" or "index.md"))
            .Where(page => !DocPages.Read("docs/README.md").Contains($"]({Path.GetFileName(page)})", StringComparison.Ordinal)),
        Is.Empty,
        "Add the page to docs/README.md.");

    private static IEnumerable<string> Pages() => DocPages.All();

    private static string? Problem(string page, string link)
    {
        var parts = link.Split('#', 2);
        var path = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        if (!Path.Exists(Path.Combine(DocPages.Root, path)))
        {
            return $"{link}: there is no such file";
        }

        return parts.Length > 1 && !Anchors(DocPages.Read(path)).Contains(parts[1]) ? $"{link}: there is no such heading" : null;
    }

    /// <summary>The anchors that GitHub gives to the headings of a page: a repeated one gets a number.</summary>
    private static IEnumerable<string> Anchors(string page)
    {
        var seen = new Dictionary<string, int>();
        foreach (Match heading in Heading().Matches(WithoutCode(page)))
        {
            var anchor = NotOfAnAnchor().Replace(LinkTarget().Replace(heading.Groups["text"].Value.Trim(), ""), "").ToLowerInvariant().Replace(' ', '-');
            var count = seen[anchor] = seen.TryGetValue(anchor, out var before) ? before + 1 : 0;
            yield return count == 0 ? anchor : $"{anchor}-{count}";
        }
    }

    private static string WithoutCode(string page) => CodeBlock().Replace(page, "");

    [GeneratedRegex(@"\]\((?<to>(?![a-z]+:)[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<=\])\([^)]*\)")]
    private static partial Regex LinkTarget();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnAnchor();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
