namespace Polaris.Client.Benchmarks.Measuring;

/// <summary>A way compared with its baseline: 1 = costs the same.</summary>
/// <param name="Name">Row, and way if it is not the SDK.</param>
/// <param name="Time">The median over the rounds of time against time.</param>
/// <param name="Bytes">The same of allocated bytes.</param>
internal sealed record Figure(string Name, double Time, double Bytes);
