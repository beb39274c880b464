using BenchmarkDotNet.Running;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Rows;
using Polaris.Client.Benchmarks.Startup;
using Polaris.Client.Benchmarks.Transport;

switch (args)
{
    case ["ratios", .. var beginning]:
        await AllRows.PrintAsync(beginning.FirstOrDefault() ?? "");
        break;
    case ["layers"]:
        await RatioReport.PrintAsync(AllRows.InMemory("layers"));
        break;
    case ["allocations", var name]:
        await AllocationTrace.PrintAsync(AllRows.InMemory(name));
        break;
    case ["serve"]:
        await LoopbackServer.RunAsync();
        break;
    case ["first-call", var way, var server]:
        await FirstCall.RunAsync(way, new Uri(server));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
