using PolarisFake;

namespace Polaris.Client.PackageTests;

/// <summary>A user who has only the packages pastes the C# of README.md into console projects, builds them and runs them.</summary>
[Category("Package")]
public sealed class ConsumerTests
{
    private const int TimeLimit = 300_000;
    private static readonly string[] Targets = ["net8.0", "net10.0", "net472"];

    private FakeHost? _server;
    private Consumers? _consumers;

    private Consumers Consumers => _consumers ?? throw new InvalidOperationException("The projects are created before the tests.");

    [OneTimeSetUp]
    public async Task BuildAsync()
    {
        using var limit = new CancellationTokenSource(TimeLimit);
        _server = await FakeHost.StartAsync("--log", "false", "--file", Path.Combine(AppContext.BaseDirectory, "server.json"));
        _consumers = new Consumers(new Dictionary<string, string>
        {
            ["https://polaris.example.org/"] = (string)_server.Ready["polaris"]!,
            ["https://okapi.example.org/"] = (string)_server.Ready["okapi"]!,
        });
        DotNet build = await _consumers.BuildAsync(limit.Token);
        Assert.That(build.ExitCode, Is.Zero, build.Output);
    }

    [OneTimeTearDown]
    public async Task DeleteProjectsAsync()
    {
        _consumers?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    [TestCaseSource(nameof(Targets))]
    [CancelAfter(TimeLimit)]
    public async Task Run_ProgramsOfTheReadme_PrintWhatItShows(string target, CancellationToken cancellationToken)
    {
        Needs.MonoFor(target);
        Assert.That(Consumers.Programs, Is.Not.Empty, "README.md has no whole program, that is, no C# block that begins with its usings.");
        foreach ((string name, string? prints) in Consumers.Programs)
        {
            DotNet run = await Consumers.RunAsync(name, target, cancellationToken);

            Assert.That(run.ExitCode, Is.Zero, run.Output);
            Assert.That(prints, Is.Not.Null, "Show after the program of README.md what it prints, in a block after the line \"It prints:\".");
            Assert.That(run.Output.ReplaceLineEndings("\n").Trim(), Is.EqualTo(prints!.Trim()));
        }
    }

    [TestCaseSource(nameof(Targets))]
    [CancelAfter(TimeLimit)]
    public async Task Run_FragmentsOfTheReadme_WorkAgainstAServer(string target, CancellationToken cancellationToken)
    {
        Needs.MonoFor(target);
        DotNet run = await Consumers.RunAsync(Consumers.Fragments, target, cancellationToken);

        string expected = ReadmeBlock.Text("expected.txt");
        if (target == "net472") expected = expected.Split("hosted")[0];
        Assert.That(run.Output.ReplaceLineEndings("\n"), Does.StartWith(expected));

        // At the end of a program, mono may abort a thread of its HTTP client and report that as an error: all has been printed by then.
        if (!DotNet.IsMono(target)) Assert.That(run.ExitCode, Is.Zero, run.Output);
    }

    [Test]
    public void Packages_OfTheConsumers_ComeFromThisBuild() =>
        Assert.That(
            Consumers.OwnPackages,
            Is.EquivalentTo(PackageSet.Ids.Select(id => id.ToLowerInvariant())),
            "A package of ours with this version stands in the machine's packages folder and hides the new one, or a dependency is new to this machine.");

    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public void Assemblies_OfAProgram_AreOursRefitPollyAndTheExtensions(string target) =>
        Assert.That(
            Consumers.Assemblies("Program0", target).Where(name => !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
                && !name.StartsWith("System.", StringComparison.Ordinal)),
            Is.EquivalentTo([.. PackageSet.Ids, "Program0", "Polly.Core", "Refit", "ReactiveUI.Primitives", "ReactiveUI.Primitives.Core", "ReactiveUI.Disposables"]));
}
