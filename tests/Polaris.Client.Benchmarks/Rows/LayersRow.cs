using Microsoft.Extensions.Logging.Abstractions;
using Polaris.Client.Benchmarks.ByHand;
using Polaris.Client.Benchmarks.Measuring;
using Polaris.Client.Benchmarks.Transport;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;
using Refit;

namespace Polaris.Client.Benchmarks.Rows;

/// <summary>Where the cost of a small call lies: the chain, built up handler by handler.</summary>
internal static class LayersRow
{
    private static readonly TimeProvider Time = TimeProvider.System;

    private static readonly PolarisProfile Profile = new(PolarisContext.CreateOptions(PolarisContext.InMemory), TimeProvider.System);

    public static Row Create(string name, HttpMessageHandler network)
    {
        var token = new CancellationTokenSource().Token;
        var byHand = new PolarisByHand(PolarisContext.CreateHttp(PolarisContext.InMemory, network));
        return new Row(
            name,
            () => byHand.LockAsync(2, PolarisContext.BibRecordId, token),
            Layer("1-body", network, Body()),
            Layer("2-authentication", network, Authentication(), Body()),
            Layer("3-retry", network, Retry(), Authentication(), Body()),
            Layer("4-errors", network, Errors(), Retry(), Authentication(), Body()),
            Layer("5-telemetry", network, Telemetry(), Errors(), Retry(), Authentication(), Body()));
    }

    private static Way Layer(string name, HttpMessageHandler network, params DelegatingHandler[] chain)
    {
        var token = new CancellationTokenSource().Token;
        var http = PolarisContext.CreateHttp(PolarisContext.InMemory, Chain(network, chain));
        if (chain.Length > 1)
            http.DefaultRequestHeaders.Clear();
        if (chain.Length > 2)
            http.Timeout = Timeout.InfiniteTimeSpan;
        var locks = RestService.ForGenerated<IObjectLocksApi>(http, Settings());
        return new Way(
            name,
            () => locks.LockAsync(new ObjectReference(ObjectType.BibliographicRecord, PolarisContext.BibRecordId), null, token));
    }

    private static RefitSettings Settings() => ApiSettings.Create(Profile, Profile.Json);

    private static AuthenticationHandler Authentication() => new(
        Profile,
        new FixedTokens(PolarisToken.Pas("polaris", new string('0', 32), new string('0', 16), 1, null)),
        NullLogger.Instance);

    private static RetryHandler Retry() => new(
        new RetryRules(Profile, new RetryOptions(), Time), TimeSpan.FromSeconds(100), Time, NullLogger.Instance);

    private static ErrorsHandler Errors() => new(Profile, null, Time);

    private static BodyHandler Body() => new(PolarisClientOptions.DefaultMaxResponseBytes);

    private static TelemetryHandler Telemetry() => new(NullLogger.Instance, Time);

    /// <summary>The outermost handler first.</summary>
    private static HttpMessageHandler Chain(HttpMessageHandler network, DelegatingHandler[] outermostFirst)
    {
        HttpMessageHandler chain = new NetworkHandler(network);
        foreach (var handler in Enumerable.Reverse(outermostFirst))
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return chain;
    }
}
