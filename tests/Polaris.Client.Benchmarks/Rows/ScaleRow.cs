using Polaris.Client.Benchmarks.Measuring;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>The same small call by many callers at once.</summary>
internal static class ScaleRow
{
    private const int Calls = 256;

    public static Row Create(string name, Row one, int callers) => one with
    {
        Name = name,
        Baseline = () => CallAsync(one.Baseline, callers),
        Others = [new Way("", () => CallAsync(one.Others[0].Call, callers))],
    };

    private static Task CallAsync(Func<Task> call, int callers) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Calls / callers; i++)
                await call();
        })));
}
