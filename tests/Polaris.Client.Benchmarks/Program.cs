using BenchmarkDotNet.Running;
using Polaris.Client.Benchmarks.Measuring;

switch (args)
{
    case ["ratios", .. var only]:
        await RatioReport.RunAsync(only.FirstOrDefault());
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
