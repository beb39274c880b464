namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>One way of doing a job.</summary>
/// <param name="Name">What is printed after the name of the row; empty for the SDK itself.</param>
/// <param name="Call">Does the job once.</param>
/// <param name="Surroundings">Set up before a round and disposed after it; <c>null</c> for none.</param>
internal sealed record Way(string Name, Func<Task> Call, Func<IDisposable>? Surroundings = null);
