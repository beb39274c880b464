using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Polaris.Client.Tests.Faults.Laboratory;

namespace Polaris.Client.Tests.Faults;

/// <summary>Many runs against a server that disagrees with the client in clock, zone, patience and form, in virtual time.</summary>
/// <remarks>
/// <c>POLARIS_FAULT_RUNS=100000 dotnet test --filter TestCategory=Faults</c> makes more of them; <c>POLARIS_FAULT_SEED=4711</c>
/// repeats one and prints every request.
/// </remarks>
[Category("Faults")]
public sealed class FaultLaboratoryTests
{
    private const int UsualRuns = 2000;
    private const int ReportedRuns = 3;

    /// <summary>Runs wait most of the time for the clocks to move, so many of them share the processors.</summary>
    private const int SideBySide = 48;

    [Test]
    public async Task Runs_AgainstAServerThatDisagrees_KeepEveryPromise()
    {
        var figures = new LabFigures();
        var failures = new ConcurrentQueue<string>();
        var watch = Stopwatch.StartNew();
        var one = Number("POLARIS_FAULT_SEED");
        var seeds = one is { } seed ? [seed] : Enumerable.Range(1, Number("POLARIS_FAULT_RUNS") ?? UsualRuns);

        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (seed, _) =>
        {
            using var run = new LabRun(seed);
            await run.ExecuteAsync();
            var violations = LabInvariants.Violations(run).ToList();
            figures.Add(run, violations);
            if (one is not null)
            {
                await TestContext.Out.WriteLineAsync(run.Describe());
            }

            if (violations.Count > 0 && failures.Count < ReportedRuns)
            {
                failures.Enqueue($"{string.Join(Environment.NewLine, violations)}{Environment.NewLine}{run.Describe()}");
            }
        });

        await TestContext.Out.WriteLineAsync(figures.Describe(watch.Elapsed));
        Assert.That(failures, Is.Empty, string.Join(Environment.NewLine, failures));
        if (one is null)
        {
            Assert.Multiple(() =>
            {
                Assert.That(figures.Kinds, Is.EqualTo(Enum.GetValues<Trouble>().Length - 1), "every kind of trouble occurs");
                Assert.That(figures.Late, Is.GreaterThan(UsualRuns / 20), "the server finishes what its caller gave up");
                Assert.That(figures.Executed, Is.GreaterThan(UsualRuns / 5), "the laboratory also lets workflows succeed");
            });
        }
    }

    [Test]
    public async Task Run_WithTheSameSeed_RepeatsItself([Range(1, 40)] int seed)
    {
        using var first = new LabRun(seed);
        using var second = new LabRun(seed);

        // On the thread pool, so that the clock can see when all work has been done.
        await Task.Run(first.ExecuteAsync);
        await Task.Run(second.ExecuteAsync);

        Assert.That(Comparable(second), Is.EqualTo(Comparable(first)));
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The description without stack traces and without the host, which differs from run to run.</summary>
    private static string Comparable(LabRun run) => string.Join('\n', run.Describe().Replace(run.Host, "host", StringComparison.Ordinal)
        .Split('\n').Where(line => !line.TrimStart().StartsWith("at ", StringComparison.Ordinal) && !line.Contains("---", StringComparison.Ordinal)));
}
