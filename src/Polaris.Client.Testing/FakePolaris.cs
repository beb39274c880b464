using Polaris.Client.Testing.Authentication;
using Polaris.Client.Testing.Faults;
using Polaris.Client.Testing.ObjectLocks;
using Polaris.Client.Testing.Records;
using Polaris.Client.Testing.Routing;
using Polaris.Client.Testing.Workflows;

namespace Polaris.Client.Testing;

/// <summary>A Polaris server inside the process: it keeps records, locks and conversations, and it is strict.</summary>
/// <remarks>
/// <para>It answers what the vendor's documents say: staff sign-in, the seven object lock calls, and the workflows that
/// save
/// bibliographic records (13 and 9) and authority records (35), with the six prompts they raise. Add other workflows
/// with
/// <see cref="OnWorkflow"/>.</para>
/// <para>A request that a well-made client would not send (an unknown address, no Authorization header, an undocumented
/// member,
/// a number in quotes, a reply that was not offered) is answered as the server does, and kept in
/// <see cref="UnexpectedRequests"/>; let every test end with <see cref="AssertNoUnexpectedRequests"/>.</para>
/// <para>Where the documents are silent the fake chose: a reply that was not offered, names another prompt or lacks its
/// data is
/// answered with status -1 while the question stays open, and GET goes on showing the question. A reply to a
/// conversation that
/// has ended is answered with its last answer. An unknown conversation is 404. After OK on prompt 143 the workflow ends
/// with
/// status 2. Prompt 148 comes as soon as one of the chosen records is protected; Continue then replaces the others.
/// Prompts are
/// raised in the order 66, 87, 148 and 143, 142, 145. An update of a record that is not there ends with status 2.
/// Releasing a
/// lock that nobody holds succeeds.</para>
/// <para>Safe for concurrent use; a request is processed as a whole.</para>
/// </remarks>
/// <example>
/// <code>
/// FakePolaris fake = new FakePolaris().WithBib(1126739, displayInPac: true);
/// using HttpClient client = new(fake.CreateHandler());
/// </code>
/// </example>
public sealed partial class FakePolaris
{
    /// <summary>The network domain of the user who is there from the start.</summary>
    public const string DefaultDomain = "MYLIB";

    /// <summary>The name of the user who is there from the start.</summary>
    public const string DefaultUserName = "cataloguer";

    /// <summary>The password of the user who is there from the start.</summary>
    public const string DefaultPassword = "opensesame";

    private readonly object _gate = new();
    private readonly FakePolarisOptions _options;
    private readonly UserStore _users = new();
    private readonly RecordStore _records = new();
    private readonly TokenStore _tokens;
    private readonly LockTable _locks;
    private readonly StaffAuthentication _signIn;
    private readonly WorkflowCatalog _catalog;
    private readonly WorkflowEngine _engine;
    private readonly WorkflowRoutes _workflows;
    private readonly PolarisServer _server;
    private readonly FaultTargets _faultTargets;

    /// <summary>Makes a server with one user and no records.</summary>
    /// <param name="options">How it behaves; null for the defaults. Read when they are needed, so they may be changed
    /// later.</param>
    public FakePolaris(FakePolarisOptions? options = null)
    {
        _options = options ?? new();
        _users.Add(DefaultDomain, DefaultUserName, DefaultPassword);
        LockJson lockJson = new(new ServerDates(_options));
        _tokens = new(_options);
        _locks = new(_options.TimeProvider);
        _signIn = new(_options, _users, _tokens);
        _catalog = new(_records);
        _engine = new(_options);
        _workflows = new(new WorkflowBodies(_options), _catalog, _engine, _locks, lockJson);
        _server = new(_options, _signIn, new ObjectLockRoutes(_options, _locks, lockJson), _workflows);
        _faultTargets = new(_locks, _workflows);
    }

    /// <summary>An address for clients of the fake; it takes requests to any host.</summary>
    public static Uri BaseAddress { get; } = new("https://polaris.example/");

    /// <summary>What goes wrong on the way between the client and this server; nothing by default.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>A handler whose requests this server answers; any number of handlers may share it.</summary>
    public HttpMessageHandler CreateHandler() => new FakePolarisHandler(this, _options.TimeProvider);

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
