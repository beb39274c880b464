using System.Text.RegularExpressions;

namespace Polaris.Client.PackageTests;

/// <summary>Somebody who has the packages, and nothing else of ours, writes the example of the README.</summary>
[Category("Package")]
public sealed partial class ConsumerTests
{
    private const int TimeLimit = 180_000;

    private ConsumerProject? _project;

    private ConsumerProject Project => _project ?? throw new InvalidOperationException("The project is made before the tests.");

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        using var limit = new CancellationTokenSource(TimeLimit);
        _project = new ConsumerProject(Program());
        DotNet build = await _project.BuildAsync(limit.Token);
        Assert.That(build.ExitCode, Is.Zero, build.Output);
    }

    [OneTimeTearDown]
    public void DeleteProject() => _project?.Dispose();

    [TestCase("net8.0")]
    [TestCase("net10.0")]
    [CancelAfter(TimeLimit)]
    public async Task Run_ExampleOfTheReadme_SavesTheRecord(string target, CancellationToken cancellationToken)
    {
        DotNet run = await Project.RunAsync(target, cancellationToken);

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("shown: False, operations: 1").And.Contain("holdings source: Local").And.Contain("own endpoint: 4 Desk"));
    }

    [Test]
    public void Packages_OfTheConsumer_ComeFromThisBuild() =>
        Assert.That(
            Project.OwnPackages,
            Is.EquivalentTo(PackageSet.Ids.Select(id => id.ToLowerInvariant())),
            "A package of ours with this version stands in the machine's packages folder and hides the new one, or a dependency is new to this machine.");

    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public void Assemblies_OfTheConsumer_AreOursRefitPollyAndTheExtensions(string target) =>
        Assert.That(
            Project.Assemblies(target).Where(name => !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && !name.StartsWith("System.", StringComparison.Ordinal)),
            Is.EquivalentTo([.. PackageSet.Ids, "Consumer", "Polly.Core", "Refit", "ReactiveUI.Primitives", "ReactiveUI.Primitives.Core", "ReactiveUI.Disposables"]));

    /// <summary>The program with the README's example in it; before the example builds its container, the fake takes the network's place.</summary>
    private static string Program()
    {
        const string builds = "await using var provider";
        const string fakes = "services.AddHttpClient(\"Polaris.Client\").ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);\n";
        string example = Example().Match(Read("README.md")).Groups[1].Value;
        Assert.That(example, Does.Contain(builds), "The first example of README.md that builds a container is not found.");
        return Read("Consumer/Program.cs").Replace("/* README */", example.Replace(builds, fakes + builds, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name)).ReplaceLineEndings("\n");

    [GeneratedRegex("```csharp\n(var services = .*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
