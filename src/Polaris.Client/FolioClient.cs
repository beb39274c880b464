using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polaris.Client.Folio;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>A client for one tenant of FOLIO, behind Okapi or Eureka.</summary>
/// <remarks>
/// Thread-safe and meant to be reused: create one for each gateway and user. In programs with a container use <c>AddFolioClient</c>.
/// </remarks>
public sealed partial class FolioClient : IDisposable, IAsyncDisposable
{
    private readonly ServerPipeline _pipeline;
    private readonly FolioProfile _profile;
    private readonly HttpClient _http;
    private readonly CallOptions _call;
    private readonly bool _isView;

    internal FolioClient(ServerPipeline pipeline, FolioProfile profile, string tenant, CallOptions call, bool isView)
    {
        _pipeline = pipeline;
        _profile = profile;
        _http = FolioProfile.ForTenant(pipeline.CreateClient(profile.Root, call, profile.LoginOf(tenant)), tenant);
        _call = call;
        _isView = isView;
        Tenant = tenant;
    }

    /// <summary>The tenant of this client.</summary>
    public string Tenant { get; }

    /// <summary>Creates a client without a container.</summary>
    /// <param name="options">The gateway and the credentials; copied.</param>
    /// <param name="network">The primary handler; <c>null</c> to use the network. Not disposed with the client.</param>
    /// <param name="loggers">The loggers; <c>null</c> to log nothing.</param>
    /// <param name="time">The clock; <c>null</c> for the system clock.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// Options are missing or invalid; the message lists all problems.
    /// </exception>
    /// <example><code>
    /// await using var folio = FolioClient.Create(new FolioClientOptions
    /// {
    ///     BaseAddress = new Uri("https://folio.example.org/"),
    ///     Tenant = "diku",
    ///     Credentials = { UserName = "importer", Password = password },
    /// });
    /// </code></example>
    public static FolioClient Create(
        FolioClientOptions options,
        HttpMessageHandler? network = null,
        ILoggerFactory? loggers = null,
        TimeProvider? time = null)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        options.EnsureValid();
        var profile = new FolioProfile(options.Copy());
        var pipeline = new ServerPipeline(profile, network, loggers ?? NullLoggerFactory.Instance, time ?? TimeProvider.System);
        return new FolioClient(pipeline, profile, profile.Options.Tenant, CallOptions.None, isView: false);
    }

    /// <summary>Returns a view of another tenant of the same gateway, for the same user, which shares the connections.</summary>
    /// <param name="tenant">The tenant, for example a member of the consortium.</param>
    /// <remarks>
    /// By default the view uses the token of the first tenant, which the platform must allow; if it does not, set
    /// <see cref="FolioClientOptions.SignInPerTenant"/>. In either case sign-in, renewal and sign-out go to the tenant of the token.
    /// </remarks>
    /// <exception cref="ArgumentException">The tenant is empty or cannot be sent in a header.</exception>
    /// <example><code>
    /// FolioClient college = folio.With("college");
    /// </code></example>
    public FolioClient With(string tenant) => FolioClientOptions.TenantProblem(tenant) is { } problem
        ? throw new ArgumentException($"The tenant cannot be used: {problem}.", nameof(tenant))
        : new FolioClient(_pipeline, _profile, tenant, _call, isView: true);

    /// <summary>
    /// Returns a view for single calls: with another time limit, without retries, or with headers such as a correlation ID. It shares the
    /// user, token and connections, and combines with other views.
    /// </summary>
    /// <param name="options">The options; copied. What is not set keeps its value of this client or view.</param>
    /// <remarks>Applies to records, batches and interfaces of <c>CreateApi</c>, not to sign-in and sign-out.</remarks>
    /// <exception cref="ArgumentException">An option is invalid, or a header is reserved; the message lists all problems.</exception>
    /// <example><code>
    /// FolioClient traced = folio.With(new CallOptions { Headers = { ["X-Correlation-Id"] = correlationId } });
    /// </code></example>
    public FolioClient With(CallOptions options) =>
        new(_pipeline, _profile, Tenant, _call.Override(options), isView: true);

    /// <summary>Ends the login on the server, for all views that share it; the next call signs in again.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="RequestFailedException">The server refused; the tokens are discarded anyway.</exception>
    /// <exception cref="TransportException">No response was received; the tokens are discarded anyway.</exception>
    /// <remarks>
    /// POST /authn/logout. Nothing is sent if no user is signed in, and for tokens that do not belong to this client or cannot be
    /// ended: those of a token provider and of the legacy sign-in. An access token in use remains valid until it expires.
    /// </remarks>
    public Task SignOutAsync(CancellationToken cancellationToken = default) =>
        _pipeline.TokensOf(_profile.LoginOf(Tenant)) is FolioSignInTokens tokens ? tokens.SignOutAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Creates an implementation of a Refit interface of your own, which shares sign-in, retries, errors and telemetry with this client.</summary>
    /// <typeparam name="TApi">An interface whose methods have Refit's attributes, in a project that references the Refit package.</typeparam>
    /// <param name="json">
    /// The source-generated <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> with the types of the interface.
    /// </param>
    /// <remarks>
    /// Routes are relative to the gateway, and use the tenant of this client. Retries repeat only requests that are safe to repeat.
    /// A status other than success throws <see cref="RequestFailedException"/>; 204 returns <c>null</c>.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The interface has no generated implementation: its project does not reference Refit.</exception>
    /// <example><code>
    /// public interface ILocationsApi
    /// {
    ///     [Get("/locations")]
    ///     Task&lt;LocationList&gt; ListAsync(string query, CancellationToken cancellationToken = default);
    /// }
    ///
    /// var locations = await folio.CreateApi&lt;ILocationsApi&gt;(MyJson.Default).ListAsync("name==Main");
    /// </code></example>
    public TApi CreateApi<TApi>(IJsonTypeInfoResolver json)
        where TApi : class =>
        CreateCallersApi<TApi>(json ?? throw new ArgumentNullException(nameof(json)));

    /// <summary>
    /// Creates an implementation of a Refit interface of your own that uses only types of this library, strings, numbers and
    /// JSON.
    /// </summary>
    /// <typeparam name="TApi">An interface whose methods have Refit's attributes, in a project that references the Refit package.</typeparam>
    /// <remarks>See <see cref="CreateApi{TApi}(IJsonTypeInfoResolver)"/>.</remarks>
    public TApi CreateApi<TApi>()
        where TApi : class => CreateCallersApi<TApi>(json: null);

    /// <summary>Closes the connections, unless this is a view. Does not sign out.</summary>
    public void Dispose()
    {
        if (!_isView)
        {
            _pipeline.Dispose();
        }
    }

    /// <summary>Closes the connections, unless this is a view. Does not sign out.</summary>
    public ValueTask DisposeAsync() => _isView ? default : _pipeline.DisposeAsync();

    /// <summary>Returns the gateway and the tenant, without credentials.</summary>
    public override string ToString() => $"{nameof(FolioClient)} of {_profile.Options.BaseAddress?.Host}, tenant {Tenant}";

    private TApi CreateCallersApi<TApi>(IJsonTypeInfoResolver? json) => _pipeline.CreateCallersApi<TApi>(
        FolioProfile.ForTenant(_pipeline.CreateCallersClient(_profile.Root, _call, _profile.LoginOf(Tenant)), Tenant), json);
}
