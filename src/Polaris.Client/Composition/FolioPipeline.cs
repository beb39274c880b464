using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polaris.Client.Folio;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;
using Refit;

namespace Polaris.Client.Composition;

/// <summary>All that the views of one FOLIO client share: connections, tokens, JSON.</summary>
internal sealed class FolioPipeline : IDisposable
{
    /// <summary>The JSON settings of every call.</summary>
    public static readonly JsonSerializerOptions Json = FolioJsonOptions.Create();

    private readonly HttpMessageHandler _network;
    private readonly HttpMessageHandler? _owned;
    private readonly ContentSerializer _serializer;
    private readonly RefitSettings _settings;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Lazy<FolioSession>> _sessions = new(StringComparer.Ordinal);

    /// <param name="options">A copy of our own, checked.</param>
    /// <param name="network">Talks to the gateway; null = the usual handler, which is then disposed with the pipeline.</param>
    /// <param name="loggers">The logs.</param>
    /// <param name="time">The clock.</param>
    public FolioPipeline(FolioClientOptions options, HttpMessageHandler? network, ILoggerFactory loggers, TimeProvider time)
    {
        Options = options;
        _time = time;
        _logger = loggers.CreateLogger(ClientMetrics.Name);
        _owned = network is null ? ServerHandler.Create() : null;
        _network = network ?? _owned!;
        _serializer = new ContentSerializer(Json);
        _settings = ApiSettings.Create(_serializer);
    }

    public FolioClientOptions Options { get; }

    /// <summary>The calls to one tenant, with the token of its session.</summary>
    public HttpClient CreateClient(string tenant) => Client(SessionOf(tenant).Chain, tenant);

    /// <summary>An endpoint interface.</summary>
    public T CreateApi<T>(HttpClient client) => RestService.ForGenerated<T>(client, _settings);

    /// <summary>An endpoint interface with other JSON settings.</summary>
    public static T CreateApi<T>(HttpClient client, JsonSerializerOptions json) =>
        RestService.ForGenerated<T>(client, ApiSettings.Create(new ContentSerializer(json)));

    /// <summary>An endpoint interface of the caller's own.</summary>
    public T CreateApi<T>(string tenant, IJsonTypeInfoResolver? json)
    {
        var root = ServerAddress.WithTrailingSlash(Options.BaseAddress!);
        return RestService.ForGenerated<T>(
            Client(new RouteHandler(root) { InnerHandler = SessionOf(tenant).Chain }, tenant), ApiSettings.CreateForCaller(Json, json));
    }

    /// <summary>Ends the login that serves a tenant.</summary>
    public Task SignOutAsync(string tenant, CancellationToken cancellationToken) =>
        SessionOf(tenant).Tokens is FolioSignInTokens tokens ? tokens.SignOutAsync(cancellationToken) : Task.CompletedTask;

    public void Dispose()
    {
        // The factory or the caller owns a network handler that was handed in, so the chain above it is left to the collector.
        _owned?.Dispose();
    }

    /// <summary>Gateway and user are the pipeline's, so the tenant is all that is left of the key of a token.</summary>
    private FolioSession SessionOf(string tenant)
    {
        var issuer = Options.SignInPerTenant ? tenant : Options.Tenant;
        return _sessions.GetOrAdd(issuer, key => new Lazy<FolioSession>(() => CreateSession(key))).Value;
    }

    private FolioSession CreateSession(string tenant)
    {
        var tokens = CreateTokens(tenant);
        var chain = HandlerChain.Build(
            _network,
            new TelemetryHandler(_logger, _time),
            new ErrorsHandler(FolioFailures.ToException, _time),
            Retry(Options.Retry, IsRepeatable),
            new AuthenticationHandler(
                ServerAddress.WithTrailingSlash(Options.BaseAddress!), tokens, FolioFailures.IsTokenRefusedAsync, _logger),
            new BodyHandler(Options.MaxResponseBytes));
        return new FolioSession(tokens, chain);
    }

    private ITokenSource CreateTokens(string tenant) => Options.Credentials.TokenProvider is { } provider
        ? new ProvidedTokens(token => provider(tenant, token), text => new FolioToken(text), "Credentials:TokenProvider")
        : new FolioSignInTokens(
            CreateSignInApi(tenant),
            _serializer,
            new FolioLogin(Options.Credentials, tenant, Options.AllowLegacySignIn),
            _time,
            _logger);

    /// <summary>The sign-in has a chain of its own: no token yet, and never a retry, because refusals block accounts.</summary>
    private IFolioAuthenticationApi CreateSignInApi(string tenant)
    {
        var chain = HandlerChain.Build(
            _network,
            new TelemetryHandler(_logger, _time),
            new ErrorsHandler(FolioFailures.ToSignInException, _time),
            Retry(new RetryOptions { Enabled = false }, static _ => false),
            new BodyHandler(Options.MaxResponseBytes));
        return CreateApi<IFolioAuthenticationApi>(Client(chain, tenant));
    }

    private RetryHandler Retry(RetryOptions options, Func<HttpRequestMessage, bool> isRepeatable) =>
        new(new RetryRules(options, _time, isRepeatable, static (_, _) => default), Options.Timeout, _time, _logger);

    private HttpClient Client(HttpMessageHandler chain, string tenant)
    {
        var client = HandlerChain.Client(chain, Options.BaseAddress!);
        client.DefaultRequestHeaders.Add(OkapiHeaders.Tenant, tenant);

        // A module refuses a request whose answer, or whose error text, has none of the accepted types.
        client.DefaultRequestHeaders.Add("Accept", "application/json, text/plain");
        return client;
    }

    /// <summary>
    /// Replacing and deleting a known record twice does the same as once, unless the server checks its version; creating does not.
    /// </summary>
    private static bool IsRepeatable(HttpRequestMessage request) =>
        request.Method != HttpMethod.Post && !RequestOptions.Get<bool>(request, RequestOptions.SentOnceKey);
}
