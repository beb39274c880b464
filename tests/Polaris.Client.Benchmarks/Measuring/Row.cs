namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>A job, done in the way the others are compared with, and in those others.</summary>
/// <param name="Name">What is printed.</param>
/// <param name="Baseline">Does the job once, usually by hand.</param>
/// <param name="Others">The ways to compare.</param>
internal sealed record Row(string Name, Func<Task> Baseline, params Way[] Others)
{
    /// <summary>The most time for calls before the first round, in which the compiler comes to rest.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>About how long the baseline takes in one round.</summary>
    public TimeSpan Round { get; init; } = TimeSpan.FromMilliseconds(6);

    /// <summary>How many rounds there are.</summary>
    public int Rounds { get; init; } = 61;
}

/// <summary>One way of doing a job.</summary>
/// <param name="Name">What is printed after the name of the row; empty for the SDK itself.</param>
/// <param name="Call">Does the job once.</param>
/// <param name="Surroundings">Set up before a round and disposed after it; <c>null</c> for none.</param>
internal sealed record Way(string Name, Func<Task> Call, Func<IDisposable>? Surroundings = null);
