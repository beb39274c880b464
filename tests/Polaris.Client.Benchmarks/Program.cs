using BenchmarkDotNet.Running;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Rows;

switch (args)
{
    case ["ratios", .. var only]:
        await RatioReport.RunAsync(only.FirstOrDefault());
        break;
    case ["allocations", var name]:
        await AllocationTrace.PrintAsync(AllRows.InMemory(name));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
