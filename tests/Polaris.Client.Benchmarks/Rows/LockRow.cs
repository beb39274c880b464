using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Declarative;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.ObjectLocks;
using RestEase;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>One small call.</summary>
internal static class LockRow
{
    public static Row Create(string name, Uri server, HttpMessageHandler network)
    {
        // As in every program that can be stopped.
        var token = new CancellationTokenSource().Token;
        var http = PolarisContext.CreateHttp(server, network);
        var byHand = new PolarisByHand(http);
        var byNewtonsoft = new PolarisByNewtonsoft(http);
        var byRestEase = RestClient.For<IPolarisByRestEase>(http);
        var sdk = PolarisContext.CreateSdk(server, network);
        return new Row(
            name,
            () => byHand.LockAsync(2, PolarisContext.BibRecordId, token),
            new Way("", () => sdk.ObjectLocks.LockAsync(ObjectType.BibliographicRecord, PolarisContext.BibRecordId, token)),
            new Way("newtonsoft", () => byNewtonsoft.LockAsync(2, PolarisContext.BibRecordId, token)),
            new Way("restease", () => byRestEase.LockAsync(
                new ObjectReferenceDto { ObjectTypeID = 2, ObjectID = PolarisContext.BibRecordId }, token)));
    }
}
