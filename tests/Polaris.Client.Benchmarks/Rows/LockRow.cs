using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Declarative;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>One small call through the whole chain; <c>ObjectLocks.LockAsync</c> looks before it locks, which makes it two calls.</summary>
internal static class LockRow
{
    public static Row Create(string name, Uri server, HttpMessageHandler network)
    {
        // As in every program that can be stopped.
        var token = new CancellationTokenSource().Token;
        var http = PolarisContext.CreateHttp(server, network);
        var byHand = new PolarisByHand(http);
        var byNewtonsoft = new PolarisByNewtonsoft(http);
        var byRefit = ByRefit.Create<IPolarisByRefit>(PolarisContext.CreateHttp(server, network), ByHandJson.Default);
        var sdk = PolarisContext.CreateApi<IObjectLocksApi>(server, network);
        var target = new ObjectReference(ObjectType.BibliographicRecord, PolarisContext.BibRecordId);
        return new Row(
            name,
            () => byHand.LockAsync(2, PolarisContext.BibRecordId, token),
            new Way("", () => sdk.LockAsync(target, null, token)),
            new Way("newtonsoft", () => byNewtonsoft.LockAsync(2, PolarisContext.BibRecordId, token)),
            new Way("refit", () => byRefit.LockAsync(
                new ObjectReferenceDto { ObjectTypeID = 2, ObjectID = PolarisContext.BibRecordId }, token)));
    }
}
