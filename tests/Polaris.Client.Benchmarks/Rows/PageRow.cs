using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Declarative;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.Folio;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>One page of 1,000 holdings sources.</summary>
internal static class PageRow
{
    public static Row Create(string name)
    {
        var token = new CancellationTokenSource().Token;
        var network = new InMemoryTransport(static (_, _) => HoldingsSources.Page("", HoldingsSources.PageSize));
        var http = FolioContext.CreateHttp(FolioContext.InMemory, network);
        var byHand = new FolioByHand(http);
        var byNewtonsoft = new FolioByNewtonsoft(http);
        var byRefit = ByRefit.Create<IFolioByRefit>(FolioContext.CreateHttp(FolioContext.InMemory, network), ByHand.FolioJson.Default);
        var sdk = FolioContext.CreateSdk(FolioContext.InMemory, network);
        return new Row(
            name,
            () => byHand.ListAsync(Cql.All.Text, HoldingsSources.PageSize, token),
            new Way("", () => sdk.HoldingsSources.ListAsync(
                Cql.All, limit: HoldingsSources.PageSize, totals: RecordTotals.None, cancellationToken: token)),
            new Way("refit", () => byRefit.ListAsync(Cql.All.Text, HoldingsSources.PageSize, "none", token)),
            new Way("newtonsoft", () => byNewtonsoft.ListAsync(HoldingsSources.PageSize, token)));
    }
}
