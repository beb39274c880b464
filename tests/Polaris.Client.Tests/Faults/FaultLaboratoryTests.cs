using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Tests.Faults;

/// <summary>Many conversations with all that can go wrong between a client and a server, in virtual time.</summary>
/// <remarks>
/// <c>POLARIS_FAULT_RUNS=100000 dotnet test --filter TestCategory=Faults</c> runs more of them; <c>POLARIS_FAULT_SEED=4711</c>
/// repeats one and prints its journal.
/// </remarks>
[Category("Faults")]
public sealed partial class FaultLaboratoryTests
{
    private const int UsualRuns = 2000;
    private const int ReportedFailures = 3;

    [Test]
    public async Task Runs_UnderEveryFault_KeepEveryPromise()
    {
        var figures = new FaultFigures();
        var failures = new ConcurrentQueue<string>();
        var watch = Stopwatch.StartNew();

        await Parallel.ForEachAsync(Seeds(), async (seed, _) =>
        {
            using var run = new FaultRun(seed);
            await run.ExecuteAsync();
            figures.Add(run);
            if (Number("POLARIS_FAULT_SEED") is not null)
            {
                await TestContext.Out.WriteLineAsync(run.Describe());
            }

            foreach (var violation in FaultInvariants.Violations(run))
            {
                failures.Enqueue($"{violation}{Environment.NewLine}{run.Describe()}");
            }
        });

        await TestContext.Out.WriteLineAsync(figures.Describe(watch.Elapsed));
        Assert.That(failures.Take(ReportedFailures), Is.Empty, string.Join(Environment.NewLine, failures.Take(ReportedFailures)));
        if (Seeds().Count() >= UsualRuns)
        {
            Assert.That(figures.EndedWith(WorkflowOutcome.Completed), Is.GreaterThan(UsualRuns / 4), "the laboratory must also let succeed");
            Assert.That(figures.KindsOfFaults, Is.EqualTo(Enum.GetValues<FaultKind>().Length));
        }
    }

    [Test]
    public async Task Run_WithTheSameSeed_RepeatsItself([Range(1, 60)] int seed)
    {
        using var first = new FaultRun(seed);
        using var second = new FaultRun(seed);

        // On the thread pool, so that the clock can see when all work has been done.
        await Task.Run(first.ExecuteAsync);
        await Task.Run(second.ExecuteAsync);

        Assert.That(Comparable(second), Is.EqualTo(Comparable(first)));
    }

    private static IEnumerable<int> Seeds() => Number("POLARIS_FAULT_SEED") is { } one
        ? [one]
        : Enumerable.Range(1, Number("POLARIS_FAULT_RUNS") ?? UsualRuns);

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The journal without the ids of conversations, which are new each time, and without stack traces.</summary>
    private static string Comparable(FaultRun run) =>
        ConversationId().Replace(run.Describe().Split("   at ")[0], "{guid}");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex ConversationId();
}
