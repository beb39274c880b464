using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Telemetry;
using Refit;

namespace Polaris.Client.Composition;

/// <summary>All that the views of one Polaris client share: connections, token, gates, JSON.</summary>
internal sealed class PolarisPipeline : IDisposable
{
    private readonly HttpMessageHandler _chain;
    private readonly HttpMessageHandler? _owned;
    private readonly JsonSerializerOptions _json;
    private readonly RefitSettings _settings;
    private readonly JsonTypeInfo<ObjectLock> _lockJson;
    private readonly Uri _root;

    /// <param name="options">A copy of our own, checked.</param>
    /// <param name="network">Talks to the server; null = the usual handler, which is then disposed with the pipeline.</param>
    /// <param name="loggers">The logs.</param>
    /// <param name="time">The clock.</param>
    public PolarisPipeline(PolarisClientOptions options, HttpMessageHandler? network, ILoggerFactory loggers, TimeProvider time)
    {
        Options = options;
        Time = time;
        Logger = loggers.CreateLogger(ClientMetrics.Name);
        _root = RootOf(options);
        _json = PolarisJsonOptions.Create(options.ServerTimeZone);
        _lockJson = (JsonTypeInfo<ObjectLock>)_json.GetTypeInfo(typeof(ObjectLock));
        _settings = ApiSettings.Create(new ContentSerializer(_json));
        _owned = network is null ? ServerHandler.Create() : null;
        network ??= _owned!;
        Tokens = CreateTokens(network);
        _chain = HandlerChain.Build(
            network,
            new TelemetryHandler(Logger, time),
            new ErrorsHandler(ToException, time),
            Retry(options.Retry, options.Timeout, IsRepeatable),
            new AuthenticationHandler(_root, Tokens, AuthenticationHandler.IsUnauthorized, Logger),
            new BodyHandler(options.MaxResponseBytes));
        Gates = new ObjectLockGates(time);
    }

    public PolarisClientOptions Options { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public ITokenSource Tokens { get; }

    public ObjectLockGates Gates { get; }

    /// <summary>An endpoint interface for one organization and workstation.</summary>
    public T CreateApi<T>(int organizationId, int workstationId) =>
        RestService.ForGenerated<T>(HandlerChain.Client(_chain, ContextOf(organizationId, workstationId)), _settings);

    /// <summary>An endpoint interface of the caller's own.</summary>
    public T CreateApi<T>(int organizationId, int workstationId, IJsonTypeInfoResolver? json)
    {
        var context = ContextOf(organizationId, workstationId);
        return RestService.ForGenerated<T>(
            HandlerChain.Client(new RouteHandler(context) { InnerHandler = _chain }, context), ApiSettings.CreateForCaller(_json, json));
    }

    /// <summary>The Polaris user of transactions: the configured one, or the one that signed in.</summary>
    public async ValueTask<int> GetUserIdAsync(CancellationToken cancellationToken) =>
        Options.UserId
        ?? (await Tokens.GetAsync(cancellationToken).ConfigureAwait(false) as PolarisToken)?.UserId
        ?? throw new InvalidOperationException(
            "The Polaris user of the transaction is not known, because nobody signed in by name: set UserId in the options.");

    public void Dispose()
    {
        // The factory or the caller owns a network handler that was handed in, so the chain above it is left to the collector.
        _owned?.Dispose();
    }

    private Uri ContextOf(int organizationId, int workstationId) => new(_root, string.Format(
        CultureInfo.InvariantCulture, "{0}/{1}/{2}/", Uri.EscapeDataString(Options.SiteDomain), organizationId, workstationId));

    private static Uri RootOf(PolarisClientOptions options)
    {
        var address = ServerAddress.WithTrailingSlash(options.BaseAddress!);
        var application = address.AbsolutePath == "/" ? new Uri(address, "Polaris.ApplicationServices/") : address;
        return new Uri(application, string.Format(
            CultureInfo.InvariantCulture, "api/v1/{0}/{1}/", Uri.EscapeDataString(options.Language), options.ProductId));
    }

    private RequestFailedException ToException(ApiFailure failure) => PolarisFailures.ToException(failure, _lockJson);

    /// <summary>Reading twice does the same as once, and so does taking or freeing a lock.</summary>
    private static bool IsRepeatable(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head
        || RequestOptions.RouteOf(request).IndexOf(" /objectlocks", StringComparison.Ordinal) > 0;

    private RetryHandler Retry(RetryOptions options, TimeSpan attemptTimeout, Func<HttpRequestMessage, bool> isRepeatable) =>
        new(new RetryRules(options, Time, isRepeatable, PolarisFailures.IsLockConflictAsync), attemptTimeout, Time, Logger);

    private ITokenSource CreateTokens(HttpMessageHandler network)
    {
        var credentials = Options.Credentials;
        if (credentials.BearerToken is { } getToken)
        {
            return new ProvidedTokens(getToken, PolarisToken.Bearer, "Credentials:BearerToken");
        }

        return credentials.IsTokenPair
            ? new FixedTokens(PolarisToken.Pas(Options.SiteDomain, credentials.AccessToken!, credentials.AccessSecret!, Options.UserId, null))
            : new StaffSignInTokens(CreateSignInApi(network), credentials, Options.SiteDomain, Time, Logger);
    }

    /// <summary>Less than that of a call, so that the call which waits for it learns that it was not sent, before it times out itself.</summary>
    private TimeSpan SignInTimeout => TimeSpan.FromTicks(Math.Max(PolarisClientOptions.ShortestTimeout.Ticks, Options.Timeout.Ticks / 4));

    /// <summary>The sign-in has a chain of its own: no token yet, and never a retry, because refusals block accounts.</summary>
    private IAuthenticationApi CreateSignInApi(HttpMessageHandler network)
    {
        var chain = HandlerChain.Build(
            network,
            new TelemetryHandler(Logger, Time),
            new ErrorsHandler(failure => PolarisFailures.ToSignInException(failure, _lockJson), Time),
            Retry(new RetryOptions { Enabled = false }, SignInTimeout, static _ => false),
            new BodyHandler(Options.MaxResponseBytes));
        return RestService.ForGenerated<IAuthenticationApi>(HandlerChain.Client(chain, _root), _settings);
    }
}
