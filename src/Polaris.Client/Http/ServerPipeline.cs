using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Polaris.Client.Telemetry;
using Refit;

namespace Polaris.Client.Http;

/// <summary>Everything that the views of one client share: the handlers up to the network, tokens, JSON and background work.</summary>
internal sealed class ServerPipeline : IDisposable, IAsyncDisposable
{
    private readonly ServerProfile _profile;
    private readonly HttpMessageHandler _network;
    private readonly RefitSettings _settings;
    private readonly ConcurrentDictionary<string, Lazy<(ITokenSource Tokens, HttpMessageHandler Chain)>> _logins = new(StringComparer.Ordinal);

    /// <param name="profile">What is specific to the kind of server.</param>
    /// <param name="network">The primary handler; <see langword="null"/> to use the network. Only the latter is disposed with the pipeline.</param>
    /// <param name="loggers">The loggers.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidOperationException">The primary handler follows redirects or keeps cookies.</exception>
    public ServerPipeline(ServerProfile profile, HttpMessageHandler? network, ILoggerFactory loggers, TimeProvider time)
    {
        _profile = profile;
        Time = time;
        Logger = new ClientLogger(loggers.CreateLogger(ClientMetrics.Name), profile.Identity);
        NetworkHandlers.EnsureSafe(network);
        var owned = network is null ? NetworkHandlers.Create(profile.Root) : null;
        _network = network ?? owned!;
        _settings = ApiSettings.Create(profile, profile.Json);
        Background = new BackgroundWork(() => owned?.Dispose(), time, Logger);
    }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public BackgroundWork Background { get; }

    /// <summary>Returns the source of the tokens of a login.</summary>
    public ITokenSource TokensOf(string login = "") => LoginOf(login).Tokens;

    /// <summary>Creates a client for the library's own interfaces.</summary>
    /// <param name="address">The address that routes are relative to.</param>
    /// <param name="options">The call options of the view.</param>
    /// <param name="login">The tenant whose login is used; empty if the server has no tenants.</param>
    public HttpClient CreateClient(Uri address, CallOptions options, string login = "") =>
        Client(With(options, LoginOf(login).Chain), address);

    /// <summary>Creates a client for interfaces of the caller's own, whose route values are checked.</summary>
    public HttpClient CreateCallersClient(Uri address, CallOptions options, string login = "") => Client(
        new RouteHandler(ServerAddress.WithTrailingSlash(address)) { InnerHandler = With(options, LoginOf(login).Chain) }, address);

    /// <summary>Creates an interface of the library's own.</summary>
    public T CreateApi<T>(HttpClient client) => RestService.ForGenerated<T>(client, _settings);

    /// <summary>Creates an interface of the library's own with other JSON settings.</summary>
    public T CreateApi<T>(HttpClient client, JsonSerializerOptions json) => RestService.ForGenerated<T>(client, ApiSettings.Create(_profile, json));

    /// <summary>Creates an interface of the caller's own.</summary>
    public T CreateCallersApi<T>(HttpClient client, IJsonTypeInfoResolver? json) =>
        RestService.ForGenerated<T>(client, ApiSettings.CreateForCaller(_profile, json));

    /// <summary>Creates a client for signing in: without a token, never retried, because accounts are blocked after a few failures.</summary>
    /// <remarks>
    /// A sign-in, including its response body, may take at most a quarter of the time of an attempt, so that a call which waits for it
    /// is reported as not sent before its own time is over.
    /// </remarks>
    public HttpClient CreateSignInClient(Uri address) => Client(
        ChainWithoutToken(client: null, TimeSpan.FromTicks(Math.Max(TimeSpan.FromMilliseconds(10).Ticks, _profile.Timeout.Ticks / 4))), address);

    /// <summary>Creates a client for calls that need no sign-in and report the present state, so that they are never retried.</summary>
    public HttpClient CreateStatusClient(Uri address, CallOptions options) =>
        Client(With(options, ChainWithoutToken(Background, _profile.Timeout)), address);

    /// <summary>Closes the connections once nothing needs them.</summary>
    /// <remarks>
    /// A network handler that was passed in belongs to the factory or the caller, so the handlers above it are left to the
    /// garbage collector.
    /// </remarks>
    public void Dispose() => Background.Dispose();

    public async ValueTask DisposeAsync()
    {
        Background.Dispose();
        await Background.DrainAsync(_profile.ShutdownTimeout).ConfigureAwait(false);
    }

    private (ITokenSource Tokens, HttpMessageHandler Chain) LoginOf(string login) =>
        _logins.GetOrAdd(login, key => new Lazy<(ITokenSource, HttpMessageHandler)>(() => CreateLogin(key))).Value;

    private (ITokenSource Tokens, HttpMessageHandler Chain) CreateLogin(string login)
    {
        var tokens = _profile.CreateTokens(this, login);
        return (tokens, Chain(
            new TelemetryHandler(_profile, Logger, Time),
            new ErrorsHandler(_profile, Background, Time),
            new RetryHandler(_profile, _profile.Retry, _profile.Timeout, Time, Logger),
            new AuthenticationHandler(_profile, tokens, Logger)));
    }

    private HttpMessageHandler ChainWithoutToken(BackgroundWork? client, TimeSpan limit) => Chain(
        new TelemetryHandler(_profile, Logger, Time),
        new ErrorsHandler(_profile, client, Time),
        new RetryHandler(_profile, new RetryOptions { Enabled = false }, limit, Time, Logger));

    private static HttpMessageHandler With(CallOptions options, HttpMessageHandler chain) =>
        options.IsEmpty ? chain : new CallOptionsHandler(options) { InnerHandler = chain };

    /// <summary>Creates a chain, outermost handler first; body and network are the innermost of every chain.</summary>
    private HttpMessageHandler Chain(params DelegatingHandler[] outermostFirst)
    {
        HttpMessageHandler chain = new BodyHandler(_profile.MaxResponseBytes) { InnerHandler = new NetworkHandler(_network) };
        foreach (var handler in Enumerable.Reverse(outermostFirst))
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return chain;
    }

    /// <summary>Creates a client for one base address; the chain outlives it, and the retry handler is responsible for timeouts.</summary>
    private HttpClient Client(HttpMessageHandler chain, Uri address)
    {
        var client = new HttpClient(chain, disposeHandler: false)
        {
            BaseAddress = ServerAddress.WithTrailingSlash(address),
            Timeout = Timeout.InfiniteTimeSpan,
        };

        // .NET Framework would otherwise wait for "100 Continue" before it sends a body.
        client.DefaultRequestHeaders.ExpectContinue = false;
        UserAgent.Set(client.DefaultRequestHeaders, _profile.UserAgent);
        return client;
    }
}
