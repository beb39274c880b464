using System.Globalization;

namespace Polaris.Client.Testing;

/// <summary>
/// A FOLIO gateway with its sign-in and its inventory reference data, in this process: stateful, strict, and with the messages
/// and statuses of the real modules. Thread-safe.
/// </summary>
/// <remarks>
/// It starts with the tenant <see cref="DefaultTenant"/> and one account with all inventory permissions. Requests
/// reach it through <see cref="CreateHandler"/> and are recorded in <see cref="Journal"/>; what a careful client
/// would not have sent is listed in <see cref="UnexpectedRequests"/>.
/// </remarks>
/// <example>
/// <code>
/// var fake = new FakeFolio();
/// Guid id = fake.Tenant("diku").Resource("holdings-sources").Add("Local");
/// fake.Faults.Enqueue(FakeFolioFault.ServiceUnavailable(TimeSpan.FromSeconds(1)), "GET");
/// using var http = new HttpClient(fake.CreateHandler()) { BaseAddress = fake.Options.BaseAddress };
/// </code>
/// </example>
public sealed partial class FakeFolio
{
    /// <summary>The tenant that every fake starts with.</summary>
    public const string DefaultTenant = "diku";

    /// <summary>The account of <see cref="DefaultTenant"/>.</summary>
    public const string DefaultUserName = "diku_admin";

    /// <summary>The password of <see cref="DefaultUserName"/>.</summary>
    public const string DefaultPassword = "admin";

    private readonly Dictionary<string, FakeFolioTenant> _tenants = new(StringComparer.Ordinal);
    private readonly Ledger<FakeFolioExchange> _journal;
    private readonly Ledger<UnexpectedRequest> _unexpected;

    /// <summary>Initializes a new instance of the <see cref="FakeFolio"/> class.</summary>
    /// <param name="options">How it behaves; <c>null</c> for the defaults.</param>
    public FakeFolio(FakeFolioOptions? options = null)
    {
        Options = options ?? new FakeFolioOptions();
        Gateway = FolioGateway.For(Options.Platform);
        Tokens = new FolioTokens(Options);
        _journal = new(() => Options.JournalCapacity);
        _unexpected = new(() => Options.JournalCapacity);
        Server = new FolioServer(this);
        Tenant(DefaultTenant).AddUser(DefaultUserName, DefaultPassword);
    }

    /// <summary>How the fake behaves. Changes, except of the platform, apply from the next request.</summary>
    public FakeFolioOptions Options { get; }

    /// <summary>The faults that the fake will inject.</summary>
    public FakeFolioFaults Faults { get; } = new();

    /// <summary>The number of successful sign-ins.</summary>
    public int SignIns { get; internal set; }

    /// <summary>The number of refused sign-ins.</summary>
    public int RefusedSignIns { get; internal set; }

    /// <summary>The number of successful renewals with a refresh token.</summary>
    public int Renewals { get; internal set; }

    /// <summary>The last exchanges, oldest first, without secrets.</summary>
    public IReadOnlyList<FakeFolioExchange> Journal
    {
        get
        {
            lock (Gate)
            {
                return _journal.ToArray();
            }
        }
    }

    /// <summary>Requests that a careful client would not have sent, in the order received; empty for a careful client.</summary>
    public IReadOnlyList<UnexpectedRequest> UnexpectedRequests
    {
        get
        {
            lock (Gate)
            {
                return _unexpected.ToArray();
            }
        }
    }

    internal object Gate { get; } = new();

    internal FolioGateway Gateway { get; }

    internal FolioServer Server { get; }

    internal FolioTokens Tokens { get; }

    /// <summary>Creates a handler that sends requests to this fake; disposing of it does not affect the others.</summary>
    public HttpMessageHandler CreateHandler() => new FakeFolioHandler(this);

    /// <summary>Adds an endpoint, or replaces an existing one.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">
    /// The path below the gateway, with placeholders: <c>users/{id}</c>. A final placeholder <c>{**rest}</c> matches the rest of the path.
    /// </param>
    /// <param name="handler">
    /// Returns the response; it is called while the server is locked, after the token was checked. Any user of the tenant may call it.
    /// </param>
    /// <returns>This server, so that calls can be chained.</returns>
    /// <example>
    /// <code>
    /// fake.On(HttpMethod.Get, "users/{id}", request => FakeResponse.Json($$"""{"id":"{{request["id"]}}"}"""));
    /// </code>
    /// </example>
    public FakeFolio On(HttpMethod method, string path, Func<FakeRequest, FakeResponse> handler)
    {
        _ = method ?? throw new ArgumentNullException(nameof(method));
        _ = path ?? throw new ArgumentNullException(nameof(path));
        _ = handler ?? throw new ArgumentNullException(nameof(handler));
        lock (Gate)
        {
            Server.Add(method.Method, path, handler);
        }

        return this;
    }

    /// <summary>Returns a tenant; if it does not exist, it is created with the seed data but without accounts.</summary>
    /// <param name="id">The ID of the tenant.</param>
    public FakeFolioTenant Tenant(string id)
    {
        lock (Gate)
        {
            return FindTenant(id) ?? (_tenants[id] = new FakeFolioTenant(this, id));
        }
    }

    /// <summary>Invalidates all access tokens, as a restart of the gateway does. Refresh tokens remain valid.</summary>
    public void RevokeTokens()
    {
        lock (Gate)
        {
            Tokens.RevokeAccessTokens();
        }
    }

    /// <summary>Invalidates all refresh tokens, so that only a new sign-in helps.</summary>
    public void RevokeRefreshTokens()
    {
        lock (Gate)
        {
            Tokens.RevokeRefreshTokens(_ => true);
        }
    }

    /// <summary>Throws if there was a request that a careful client would not have sent.</summary>
    /// <exception cref="UnexpectedRequestsException">There are <see cref="UnexpectedRequests"/>; the message lists them.</exception>
    public void AssertNoUnexpectedRequests()
    {
        if (UnexpectedRequests is { Count: > 0 } unexpected)
        {
            throw new UnexpectedRequestsException(unexpected);
        }
    }

    internal FakeFolioTenant? FindTenant(string id) => _tenants.TryGetValue(id, out FakeFolioTenant? tenant) ? tenant : null;

    /// <summary>The time in the format of the metadata.</summary>
    internal string Now() => Options.TimeProvider.GetUtcNow().UtcDateTime
        .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture);

    internal void Report(string method, string path, string reason) => Report(new UnexpectedRequest(method, path, reason));

    internal void Report(UnexpectedRequest request)
    {
        lock (Gate)
        {
            _unexpected.Add(request);
        }
    }

    internal FakeResponse Answer(FolioCall request)
    {
        lock (Gate)
        {
            return Server.Answer(request);
        }
    }

    internal FakeFolioExchange Begin(FolioCall request, FakeFolioFault? fault)
    {
        var exchange = new FakeFolioExchange
        {
            Time = Options.TimeProvider.GetUtcNow(),
            Method = request.Method,
            Path = "/" + request.Path,
            Query = request.Query,
            Tenant = request.Tenant,
            TokenForm = request.Tokens.Form,
            RequestBody = request.IsSignIn || request.Body.Length == 0 ? null : request.Text,
            Fault = fault?.Name,
        };
        lock (Gate)
        {
            _journal.Add(exchange);
            request.CheckManners();
        }

        return exchange;
    }
}
