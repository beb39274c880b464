namespace Polaris.Client.Testing;

/// <summary>A Polaris server in this process: it keeps records, locks and conversations, and it is strict.</summary>
/// <remarks>
/// <para>
/// It implements what the vendor documents: the staff sign-in, the seven object lock calls, and these workflows with their prompts: check-in
/// (1), check-out (2), holds (5), item saves (8), bibliographic saves (13 and 9), authority saves (35), the deletion of items (10),
/// bibliographic records (11) and patrons (7), the registration of patrons (3), changes of holds (21, 20), interlibrary loans (18, 19), and
/// the save of compared MARC data (36). Bibliographic and authority records, with their MARC data, items, patrons and holds can be read;
/// patrons can be changed, and record sets be created and changed. The vendor does not document the rows of interlibrary loans: add them
/// with <see cref="WithRecord"/> as <c>illrequests</c>, with <c>ILLRequestID</c> and <c>PatronID</c>. Script other workflows with
/// <c>OnWorkflow</c>, and add other endpoints with <see cref="On"/>.
/// </para>
/// <para>
/// A request that a careful client would not send (an unknown address, no Authorization header, an undocumented property, a number in
/// quotes, a reply that was not offered) gets the response of the server, with the reason in the header
/// <see cref="FakeResponse.ReasonHeader"/>, and is recorded in <see cref="UnexpectedRequests"/>; end every test with
/// <see cref="AssertNoUnexpectedRequests"/>.
/// </para>
/// <para>
/// It shares nothing with the client: JSON, tables and time zone are its own, taken from the documentation. Where the documentation is silent,
/// the fake decides: a reply that was not offered, names another prompt or lacks its data gets status -1, while the prompt stays open
/// and GET still returns it. A reply to a conversation that has ended gets its last response. An unknown conversation is 404.
/// After OK to prompt 72 or 143 the workflow ends with status 2. Prompt 148 is raised as soon as one of the chosen records is
/// protected; Continue then replaces the others. An update of a record that does not exist ends with status 2. Releasing a lock that is
/// not held succeeds. The response to a new hold does not contain its ID.
/// </para>
/// <para>Safe for concurrent use; a request is processed as a whole.</para>
/// </remarks>
/// <example>
/// <code>
/// FakePolaris fake = new FakePolaris().WithBib(1126739, displayInPac: true);
/// await using PolarisClient polaris = fake.CreateClient();
/// </code>
/// </example>
public sealed partial class FakePolaris
{
    /// <summary>The network domain of the predefined user.</summary>
    public const string DefaultDomain = "MYLIB";

    /// <summary>The name of the predefined user.</summary>
    public const string DefaultUserName = "cataloger";

    /// <summary>The password of the predefined user.</summary>
    public const string DefaultPassword = "opensesame";

    private readonly object _gate = new();
    private readonly FakePolarisOptions _options;
    private readonly UserStore _users = new();
    private readonly PolarisRecords _records = new();
    private readonly TokenStore _tokens;
    private readonly LockTable _locks;
    private readonly StaffAuthentication _signIn;
    private readonly WorkflowCatalog _catalog;
    private readonly WorkflowEngine _engine;
    private readonly WorkflowRoutes _workflows;
    private readonly PolarisServer _server;
    private readonly Sloppiness _sloppiness;
    private readonly Random _latency;

    /// <summary>Initializes a new instance of the <see cref="FakePolaris"/> class: a server with one user and no records.</summary>
    /// <param name="options">
    /// How it behaves; <c>null</c> for the defaults. They are read when needed, so that they can be changed later.
    /// </param>
    public FakePolaris(FakePolarisOptions? options = null)
    {
        _options = options ?? new();
        LockJson lockJson = new(_options);
        _tokens = new(_options);
        _locks = new(_options);
        _signIn = new(_options, _users, _tokens, _locks);
        _catalog = new(_options, _records);
        _engine = new(_options);
        _workflows = new(_options, _catalog, _engine, _locks, lockJson);
        PatronRoutes patrons = new(_records);
        _server = new(
            _options,
            _signIn,
            new ObjectLockRoutes(_options, _locks, lockJson),
            _workflows,
            new BibRoutes(_options, _records, _locks, lockJson),
            new AuthorityRoutes(_options, _records),
            new ItemRoutes(_options, _records),
            patrons,
            new PatronChangeRoutes(_options, _records, patrons),
            new RecordSetRoutes(_options, _records),
            new ListRoutes(_records),
            new SettingRoutes(_records),
            new HoldRoutes(_options, _records));
        _sloppiness = new(_options);
        _latency = new(_options.Seed);
        _journal = new(() => _options.JournalCapacity);
        _unexpected = new(() => _options.JournalCapacity);
        _users.Add(DefaultDomain, DefaultUserName, DefaultPassword);
    }

    /// <summary>A base address for clients of the fake; it accepts requests to any host.</summary>
    public static Uri BaseAddress { get; } = new("https://polaris.example/");

    /// <summary>The faults between the client and this server; none by default.</summary>
    public FaultPlan Faults { get; } = new();

    internal FakePolarisOptions Options => _options;

    /// <summary>Returns a handler that sends requests to this server; there may be any number of handlers.</summary>
    /// <remarks>After its disposal a handler refuses requests, as a disposed client does.</remarks>
    public HttpMessageHandler CreateHandler() => new FakePolarisHandler(this);

    /// <summary>Adds an endpoint, or replaces an existing one.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">
    /// The resource after the workstation, with placeholders: <c>itemrecords/{id}</c>. A final placeholder <c>{**rest}</c> matches the rest of
    /// the path. Documented query parameters may follow: <c>collections?orgid&amp;includeEmptyObject</c>; <c>?*</c> allows any.
    /// </param>
    /// <param name="handler">Returns the response; it is called while the server is locked, after the request was authenticated.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    /// <example>
    /// <code>
    /// fake.On(HttpMethod.Get, "itemrecords/{id}", request => FakeResponse.Json($$"""{"ItemRecordID":{{request["id"]}}}"""));
    /// </code>
    /// </example>
    public FakePolaris On(HttpMethod method, string path, Func<FakeRequest, FakeResponse> handler)
    {
        _ = method ?? throw new ArgumentNullException(nameof(method));
        _ = path ?? throw new ArgumentNullException(nameof(path));
        _ = handler ?? throw new ArgumentNullException(nameof(handler));
        return Change(() => _server.Add(method.Method, path, handler));
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    private FakePolaris Change(Action change)
    {
        lock (_gate)
        {
            change();
        }

        return this;
    }
}
