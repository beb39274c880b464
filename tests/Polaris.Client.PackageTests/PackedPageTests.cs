using System.Text.RegularExpressions;

namespace Polaris.Client.PackageTests;

/// <summary>The page of a package, as it is shown where relative links lead nowhere.</summary>
public sealed partial class PackedPageTests
{
    private const string Repository = "https://git.example.org/owner/name";
    private DirectoryInfo _folder = null!;

    [OneTimeSetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("polaris-pages-");

    [OneTimeTearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Page_OfThePackage_LinksToAddressesAndPackedFilesOnly(string id)
    {
        using var package = new PackageFile(id);
        string[] links = [.. Links(package.Text("README.md"))];

        Assert.That(links.Where(link => !IsAddress(link) && !package.Files.Contains(link.Split('#')[0])), Is.Empty);
        Assert.That(id != "Polaris.Client" || links.Length > 5, "The page of Polaris.Client has lost its links.");
    }

    /// <summary>The pages travel where the address of the repository is not known.</summary>
    [Test]
    public void Pages_OfDocs_TravelWithTheClientWithoutARepository()
    {
        using var package = new PackageFile("Polaris.Client");
        string[] pages = [.. package.Files.Where(name => name.StartsWith("docs/", StringComparison.Ordinal))];

        Assert.That(pages.Contains("docs/getting-started.md"), Is.EqualTo(PackageSet.RepositoryUrl.Length == 0));
        foreach (string page in pages.Where(page => page.EndsWith(".md", StringComparison.Ordinal)))
        {
            Assert.That(Links(package.Text(page)).Where(link => !IsAddress(link) && link[0] != '#' && !pages.Contains("docs/" + link.Split('#')[0])), Is.Empty, page);
        }
    }

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    [CancelAfter(120_000)]
    public async Task Page_WithARepository_LinksToTheFilesOfTheVersion(string id, CancellationToken cancellationToken)
    {
        const string version = $"{Repository}/blob/v";
        string pages = Path.Combine(_folder.FullName, id) + Path.DirectorySeparatorChar;

        DotNet run = await DotNet.RunAsync(
            Path.Combine(PackageSet.SourceFolder, id),
            ["msbuild", "-nologo", "-nodeReuse:false", "-t:WritePackedPages", $"-p:RepositoryUrl={Repository}", $"-p:PackedPages={pages}"],
            cancellationToken);

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        string page = await File.ReadAllTextAsync(pages + "README.md", cancellationToken);
        string[] files = [.. Links(page).Where(link => link.StartsWith(version, StringComparison.Ordinal)).Select(link => link[version.Length..].Split('#')[0])];
        Assert.That(Links(page).Where(link => !IsAddress(link) && link[0] != '#'), Is.Empty);
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Where(file => !File.Exists(Path.Combine(PackageSet.SourceFolder, "..", file.Replace(PackageSet.Version + "/", "", StringComparison.Ordinal)))), Is.Empty);
    }

    private static bool IsAddress(string link) => Uri.TryCreate(link, UriKind.Absolute, out _);

    private static IEnumerable<string> Links(string page) => Link().Matches(CodeBlock().Replace(page, "")).Select(match => match.Groups["to"].Value);

    [GeneratedRegex(@"\]\((?<to>[^()\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
