using System.Text.RegularExpressions;

namespace Polaris.Client.ConventionTests.Sources;

/// <summary>What docfx, which builds the API site, would only report as a warning or not at all.</summary>
public sealed partial class SiteTests
{
    [Test]
    public void Pages_OfDocs_AreTheNavigationOfTheSite()
    {
        string[] listed = [.. Href().Matches(Repository.Read("docs/toc.yml")).Select(match => match.Groups["page"].Value)];
        string[] pages = [.. Repository.Files("docs").Where(path => path.Count(c => c == '/') == 1 && path.EndsWith(".md", StringComparison.Ordinal)).Select(path => path["docs/".Length..])];

        Assert.That(listed, Is.EquivalentTo(pages), "List each page of docs in docs/toc.yml, in its section.");
    }

    [Test]
    public void Actions_OfTheWorkflows_AreOfGitHubAlone() => Convention.Holds(
        Repository.Files(".github/workflows").SelectMany(path => Uses().Matches(Repository.Read(path)).Select(match => match.Groups["action"].Value))
            .Where(action => !OfGitHub().IsMatch(action)),
        "Use actions of GitHub's own organization, by major version: actions/checkout@v5.");

    [GeneratedRegex("^ +href: (?<page>.+\\.md)$", RegexOptions.Multiline)]
    private static partial Regex Href();

    [GeneratedRegex("uses: *(?<action>\\S+)")]
    private static partial Regex Uses();

    [GeneratedRegex("^actions/[a-z-]+@v[0-9]+$")]
    private static partial Regex OfGitHub();
}
