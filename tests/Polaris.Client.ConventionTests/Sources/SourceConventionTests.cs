namespace Polaris.Client.ConventionTests.Sources;

public sealed class SourceConventionTests
{
    /// <summary>Measuring real time is what they are for.</summary>
    private static readonly string[] RealTime =
    [
        "tests/Polaris.Client.Benchmarks", "tests/Polaris.Client.Marc.Benchmarks", "tests/Polaris.Client.Tests/Faults/Sockets",
        "tests/Polaris.Client.SampleTests/Docs",
    ];

    private static readonly string[] EmptyNames = ["Models", "Helpers", "Utils", "Utilities", "Common", "Managers", "Misc", "Shared", "Core"];

    [Test]
    public void Files_OfTheCheckout_StayShort() => Convention.Holds(
        Repository.Sources.Where(file => file.LineCount > (file.IsIn("tests") ? 500 : SourceRules.MaxFileLines)).SelectMany(SourceRules.FileSize),
        $"Split the file by concept: none is longer than {SourceRules.MaxFileLines} lines.");

    [Test]
    public void Methods_OfTheCheckout_StayShort() => Convention.Holds(
        Repository.Sources.Where(file => !file.IsIn("tests")).SelectMany(SourceRules.MethodSize),
        $"Split the method into steps with names: none is longer than {SourceRules.MaxMethodLines} lines, most have about 10.");

    [Test]
    public void Namespaces_OfTheCheckout_AreFileScoped() => Convention.Holds(
        Repository.Sources.SelectMany(SourceRules.FileScopedNamespace), "Write the namespace without braces.");

    [Test]
    public void Folders_OfTheCheckout_AreNamedAfterConcepts() => Convention.Holds(
        Repository.Sources.Where(file => file.IsIn("src/Polaris.Client") || file.IsIn("tests") || file.IsIn("samples"))
            .Where(file => file.Folder.Split('/').Intersect(EmptyNames, StringComparer.OrdinalIgnoreCase).Any())
            .Select(file => file.Folder),
        "Name the folder after what its types are about, not after what kind of code they are.");

    [Test]
    public void Folders_OfTheUnitTests_MirrorTheSource()
    {
        const string tests = "tests/Polaris.Client.Tests";
        HashSet<string> known = [.. Repository.SourcesIn("src").SelectMany(file => WithParents(file.Folder))];

        Convention.Holds(
            Repository.SourcesIn(tests).Select(file => file.Folder[tests.Length..].TrimStart('/'))
                .Where(folder => folder.Length > 0 && !folder.StartsWith("Faults", StringComparison.Ordinal) && !known.Contains(folder) && !known.Contains(WithoutProject(folder))),
            "Tests stand in the folder of what they test: src/Polaris.Client/X is tested in tests/Polaris.Client.Tests/X.");
    }

    [Test]
    public void Code_OfTheCheckout_HasNoLeftovers() => Convention.Holds(
        Repository.Sources.SelectMany(SourceRules.Leftovers),
        "Finish it or delete it: no TODO, no region, no banner, no commented-out code, no NotImplementedException.");

    [Test]
    public void Texts_OfTheCheckout_NameNoFeedAndNoMachine()
    {
        string[] feeds = ["api.nuget", "registry.npm"];
        string[] homes = ["/home/", "/root/", "/Users/", @"C:\"];

        Convention.Holds(
            new[] { "src", "tests", "samples", "docs", ".ci", ".github" }.SelectMany(Repository.Files).Append("nuget.config").Append("README.md")
                .Where(path => !path.EndsWith(".png", StringComparison.Ordinal) && !path.EndsWith(nameof(SourceConventionTests) + ".cs", StringComparison.Ordinal))
                .SelectMany(path => feeds.Concat(homes).Where(word => Repository.Read(path).Contains(word, StringComparison.Ordinal)).Select(word => $"{path}: {word}")),
            "Take the feed from the machine's or the company's configuration, and paths relative to the checkout.");
    }

    [Test]
    public void Tests_OfTheCheckout_AreNeverSkipped() => Convention.Holds(
        // A browser or Python may be missing on a developer's machine; where CI is set, Needs fails instead.
        Repository.Sources.Where(file => file.Name != "Needs").SelectMany(SourceRules.SkippedTests),
        "A test that does not run protects no one: fix it or delete it.");

    [Test]
    public void Clocks_OfTestsAndSamples_AreNotTheMachines() => Convention.Holds(
        Repository.Sources.Where(file => !file.IsIn("src") && !RealTime.Any(file.IsIn) && file.Name != "CancellationSweepTests").SelectMany(SourceRules.RealClocks),
        "Take the time from a TimeProvider, in tests a manual one: no test sleeps or depends on the day it runs.");

    [Test]
    public void Names_OfTests_AreMethodConditionResult() => Convention.Holds(
        Repository.SourcesIn("tests").SelectMany(SourceRules.TestNames),
        "Name the test Method_Condition_Result, without a word that TranslatedName lists.");

    /// <summary>The folder below its project, and every folder above it.</summary>
    private static IEnumerable<string> WithParents(string folder)
    {
        string[] parts = [.. folder.Split('/').Skip(2)];
        return Enumerable.Range(0, parts.Length + 1).Select(length => string.Join('/', parts.Take(length)));
    }

    /// <summary>Tests of the other projects stand in a folder with the last word of the project's name, such as Testing.</summary>
    private static string WithoutProject(string folder) =>
        folder.Split('/', 2) is ["Testing", .. var rest] ? string.Concat(rest) : folder;
}
