using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;
using Polaris.Client.SystemSettings;
using Polaris.Client.Workflows;

namespace Polaris.Client;

/// <summary>A client for a Polaris server, for one organization and workstation.</summary>
/// <remarks>
/// Thread-safe and meant to be reused: create one for each server and user. In programs with a container use <c>AddPolarisClient</c>.
/// </remarks>
public sealed class PolarisClient : IDisposable, IAsyncDisposable
{
    // The clients below are created when they are first used; creating two concurrently does no harm, because they share all state.
    private readonly ServerPipeline _pipeline;
    private readonly PolarisProfile _profile;
    private readonly CallOptions _call;
    private readonly bool _isView;

    internal PolarisClient(
        ServerPipeline pipeline, PolarisProfile profile, int organizationId, int workstationId, CallOptions call, bool isView)
    {
        _pipeline = pipeline;
        _profile = profile;
        _call = call;
        _isView = isView;
        OrganizationId = organizationId;
        WorkstationId = workstationId;
    }

    /// <summary>The organization of this client.</summary>
    public int OrganizationId { get; }

    /// <summary>The workstation of this client; together with the user it owns every lock.</summary>
    public int WorkstationId { get; }

    /// <summary>Locks objects, shows who holds a lock, and releases locks.</summary>
    public ObjectLocksClient ObjectLocks => field ??= new ObjectLocksClient(new ObjectLocksContext(
        CreateOwnApi<IObjectLocksApi>(),
        _profile.Root.Authority,
        _profile.UserKey,
        WorkstationId,
        cancellationToken => PolarisProfile.SignedInUserIdAsync(_pipeline.TokensOf(), cancellationToken),
        _profile.Options,
        _call.Timeout,
        _profile.Identity,
        _profile.LockClock,
        _pipeline.Background,
        _pipeline.Time,
        _pipeline.Logger));

    /// <summary>Runs workflows, such as saving records.</summary>
    public WorkflowsClient Workflows => field ??= new WorkflowsClient(
        CreateOwnApi<IWorkflowApi>(),
        new WorkflowContext
        {
            OrganizationId = OrganizationId,
            WorkstationId = WorkstationId,
            GetUserId = cancellationToken => _profile.GetUserIdAsync(_pipeline.TokensOf(), cancellationToken),
            MaxPrompts = _profile.Options.MaxPrompts,
            ReplyRecoveryTimeout = _profile.Options.ReplyRecoveryTimeout,
            Prompts = PolarisPrompts.ById,
            Background = _pipeline.Background,
            Identity = _profile.Identity,
            Time = _pipeline.Time,
            Logger = _pipeline.Logger,
        });

    /// <summary>Reads bibliographic records, edits one under a lock, and saves many.</summary>
    public BibRecordsClient BibRecords => field ??= new BibRecordsClient(
        CreateOwnApi<IBibRecordsApi>(),
        ObjectLocks,
        Workflows,
        new BibRecordsContext
        {
            WorkstationId = WorkstationId,
            AtWorkstation = id => With(workstationId: id).BibRecords,
            Retry = _call.ApplyTo(_profile.Options.Retry),
            Time = _pipeline.Time,
        });

    /// <summary>Reads authority records, edits one under a lock, and creates one from a record of another database.</summary>
    public AuthorityRecordsClient AuthorityRecords => field ??= new AuthorityRecordsClient(
        CreateOwnApi<IAuthorityRecordsApi>(), ObjectLocks, Workflows);

    /// <summary>Reads item records and what belongs to them, edits one under a lock, and adds blocking notes.</summary>
    public ItemRecordsClient ItemRecords => field ??= new ItemRecordsClient(CreateOwnApi<IItemRecordsApi>(), ObjectLocks, Workflows);

    /// <summary>Reads, cancels and deletes hold requests, and reads interlibrary loan requests.</summary>
    public HoldsClient Holds => field ??= new HoldsClient(CreateOwnApi<IHoldsApi>(), _pipeline.Time);

    /// <summary>Reads, creates and changes record sets.</summary>
    public RecordSetsClient RecordSets => field ??= new RecordSetsClient(CreateOwnApi<IRecordSetsApi>());

    /// <summary>Reads patrons, and changes what the vendor documents.</summary>
    public PatronsClient Patrons => field ??= new PatronsClient(CreateOwnApi<IPatronsApi>(), OrganizationId);

    /// <summary>Reads reference data and settings: collections, shelf locations, material types, statuses, organizations, permissions.</summary>
    public SystemSettingsClient SystemSettings => field ??= new SystemSettingsClient(CreateOwnApi<ISystemSettingsApi>(), _pipeline.Time);

    private IStatusApi Status => field ??= _pipeline.CreateApi<IStatusApi>(_pipeline.CreateStatusClient(_profile.Application, _call));

    /// <summary>Creates a client without a container.</summary>
    /// <param name="options">The server and the credentials; copied.</param>
    /// <param name="network">The primary handler; <c>null</c> to use the network. Not disposed with the client.</param>
    /// <param name="loggers">The loggers; <c>null</c> to log nothing.</param>
    /// <param name="time">The clock; <c>null</c> for the system clock.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">
    /// Options are missing or invalid; the message lists all problems.
    /// </exception>
    /// <example><code>
    /// await using var polaris = PolarisClient.Create(new PolarisClientOptions
    /// {
    ///     BaseAddress = new Uri("https://polaris.example.org/"),
    ///     OrganizationId = 3,
    ///     WorkstationId = 1242,
    ///     Credentials = { Domain = "LIBRARY", UserName = "importer", Password = password },
    /// });
    /// </code></example>
    public static PolarisClient Create(
        PolarisClientOptions options,
        HttpMessageHandler? network = null,
        ILoggerFactory? loggers = null,
        TimeProvider? time = null)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        options.EnsureValid();
        time ??= TimeProvider.System;
        var profile = new PolarisProfile(options.Copy(), time);
        var pipeline = new ServerPipeline(profile, network, loggers ?? NullLoggerFactory.Instance, time);
        return new PolarisClient(pipeline, profile, profile.Options.OrganizationId, profile.Options.WorkstationId, CallOptions.None, isView: false);
    }

    /// <summary>
    /// Returns a view of the same server for another organization or workstation, which shares the user, token and connections.
    /// </summary>
    /// <param name="organizationId">The organization; <c>null</c> to use the same one.</param>
    /// <param name="workstationId">The workstation; <c>null</c> to use the same one. Workers that must exclude each other need one each.</param>
    /// <exception cref="ArgumentOutOfRangeException">An ID is less than 1.</exception>
    /// <example><code>
    /// PolarisClient worker = polaris.With(workstationId: 1243);
    /// </code></example>
    public PolarisClient With(int? organizationId = null, int? workstationId = null) => new(
        _pipeline,
        _profile,
        Argument.Id(organizationId ?? OrganizationId, "an organization", nameof(organizationId)),
        Argument.Id(workstationId ?? WorkstationId, "a workstation", nameof(workstationId)),
        _call,
        isView: true);

    /// <summary>
    /// Returns a view for single calls: with another time limit, without retries, or with headers such as a correlation ID. It shares the
    /// user, token and connections, and combines with other views.
    /// </summary>
    /// <param name="options">The options; copied. What is not set keeps its value of this client or view.</param>
    /// <remarks>
    /// Applies to reads, locks, workflows and interfaces of <c>CreateApi</c>. Releasing a lease, and finding out what happened after a lost
    /// response, keep the limits of the client. The shorter the time limit, the more often the outcome of a workflow is not known.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is invalid, or a header is reserved; the message lists all problems.</exception>
    /// <example><code>
    /// PolarisClient quick = polaris.With(new CallOptions
    /// {
    ///     Timeout = TimeSpan.FromSeconds(2),
    ///     MaxRetries = 0,
    ///     Headers = { ["X-Correlation-Id"] = correlationId },
    /// });
    /// BibRecord record = await quick.BibRecords.GetAsync(1126739);
    /// </code></example>
    public PolarisClient With(CallOptions options) =>
        new(_pipeline, _profile, OrganizationId, WorkstationId, _call.Override(options), isView: true);

    /// <summary>Reads the name and the version of the server, without a sign-in.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidResponseException">The response is not the status of Polaris.</exception>
    /// <exception cref="RequestFailedException">The server refused the request, or there is no Polaris at this address.</exception>
    /// <exception cref="TransportException">The server did not respond.</exception>
    /// <remarks>
    /// GET /api. Vendor page: introduction/the_api. It is sent once, whatever the retry options are, so that a health check reports the present
    /// state. It does not show whether the credentials are valid.
    /// </remarks>
    /// <example><code>
    /// PolarisStatus status = await polaris.GetStatusAsync();
    /// </code></example>
    public async Task<PolarisStatus> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        var status = await Status.GetAsync(cancellationToken).ConfigureAwait(false);
        return status.ServiceName is null && status.Version is null
            ? throw RecordResponses.Unexpected("GET /api", "is not the status of Polaris")
            : status;
    }

    /// <summary>Creates an implementation of a Refit interface of your own, which shares sign-in, retries, errors and telemetry with this client.</summary>
    /// <typeparam name="TApi">An interface whose methods have Refit's attributes, in a project that references the Refit package.</typeparam>
    /// <param name="json">
    /// The source-generated <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> with the types of the interface.
    /// </param>
    /// <remarks>
    /// Routes are relative to the organization and workstation of this client. Retries repeat only requests that are safe to repeat.
    /// A status other than success throws <see cref="RequestFailedException"/>; 204 returns <c>null</c>.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The interface has no generated implementation: its project does not reference Refit.</exception>
    /// <example><code>
    /// public interface IItemStatusesApi
    /// {
    ///     [Get("/itemstatuses")]
    ///     Task&lt;List&lt;ItemStatus&gt;&gt; ListAsync(CancellationToken cancellationToken = default);
    /// }
    ///
    /// var statuses = await polaris.CreateApi&lt;IItemStatusesApi&gt;(MyJson.Default).ListAsync();
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

    /// <summary>Closes the connections, unless this is a view, without waiting; <see cref="DisposeAsync"/> is better.</summary>
    /// <remarks>The connections stay open until leases and work in the background have ended.</remarks>
    public void Dispose()
    {
        if (!_isView)
        {
            _pipeline.Dispose();
        }
    }

    /// <summary>
    /// Waits for work in the background, such as releasing the lock of a canceled call, at most
    /// <see cref="PolarisClientOptions.ShutdownTimeout"/>, and closes the connections, unless this is a view.
    /// </summary>
    public ValueTask DisposeAsync() => _isView ? default : _pipeline.DisposeAsync();

    /// <summary>Returns the server, organization and workstation, without credentials.</summary>
    public override string ToString() => $"{nameof(PolarisClient)} of {_profile.Options.BaseAddress?.Host}, organization {OrganizationId}, workstation {WorkstationId}";

    private TApi CreateOwnApi<TApi>() =>
        _pipeline.CreateApi<TApi>(_pipeline.CreateClient(_profile.AddressOf(OrganizationId, WorkstationId), _call));

    private TApi CreateCallersApi<TApi>(IJsonTypeInfoResolver? json) =>
        _pipeline.CreateCallersApi<TApi>(_pipeline.CreateCallersClient(_profile.AddressOf(OrganizationId, WorkstationId), _call), json);
}
