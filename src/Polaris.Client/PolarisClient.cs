using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polaris.Client.Cataloging;
using Polaris.Client.Composition;
using Polaris.Client.Http;
using Polaris.Client.ObjectLocks;
using Polaris.Client.SystemSettings;
using Polaris.Client.Workflows;

namespace Polaris.Client;

/// <summary>A Polaris server, as one organization and workstation see it.</summary>
/// <remarks>
/// Thread-safe and meant to be kept: one for a server and user. In programs with a container use <c>AddPolarisClient</c>.
/// </remarks>
public sealed class PolarisClient : IDisposable, IAsyncDisposable
{
    // The clients below are made when they are first asked for; two that are made at once do no harm, as they share all state.
    private readonly ServerPipeline _pipeline;
    private readonly PolarisProfile _profile;
    private readonly bool _isView;

    internal PolarisClient(ServerPipeline pipeline, PolarisProfile profile, int organizationId, int workstationId, bool isView)
    {
        _pipeline = pipeline;
        _profile = profile;
        _isView = isView;
        OrganizationId = organizationId;
        WorkstationId = workstationId;
    }

    /// <summary>The organization that is logged on.</summary>
    public int OrganizationId { get; }

    /// <summary>The workstation that is logged on; with the user it owns every lock.</summary>
    public int WorkstationId { get; }

    /// <summary>Locks objects, shows who holds a lock, releases it.</summary>
    public ObjectLocksClient ObjectLocks => field ??= new ObjectLocksClient(new ObjectLocksContext(
        CreateApi<IObjectLocksApi>(_pipeline),
        _profile.Root.Authority,
        _profile.UserKey,
        WorkstationId,
        async cancellationToken => (await _pipeline.TokensOf().GetAsync(cancellationToken).ConfigureAwait(false) as PolarisToken)?.UserId,
        _profile.Options,
        _profile.LockClock,
        _pipeline.Background,
        _pipeline.Time,
        _pipeline.Logger));

    /// <summary>Runs workflows: saving records, and every other.</summary>
    public WorkflowsClient Workflows => field ??= new WorkflowsClient(
        CreateApi<IWorkflowApi>(_pipeline),
        new WorkflowContext
        {
            OrganizationId = OrganizationId,
            WorkstationId = WorkstationId,
            GetUserId = GetUserIdAsync,
            MaxPrompts = _profile.Options.MaxPrompts,
            ReplyRecoveryTimeout = _profile.Options.ReplyRecoveryTimeout,
            Prompts = PolarisPrompts.ById,
            Background = _pipeline.Background,
            Time = _pipeline.Time,
            Logger = _pipeline.Logger,
        });

    /// <summary>Reads bibliographic records, and changes one under its lock.</summary>
    public BibRecordsClient BibRecords => field ??= new BibRecordsClient(CreateApi<IBibRecordsApi>(_pipeline), ObjectLocks, Workflows);

    /// <summary>Reads authority records.</summary>
    public AuthorityRecordsClient AuthorityRecords => field ??= new AuthorityRecordsClient(CreateApi<IAuthorityRecordsApi>(_pipeline));

    /// <summary>Reads item records.</summary>
    public ItemRecordsClient ItemRecords => field ??= new ItemRecordsClient(CreateApi<IItemRecordsApi>(_pipeline));

    /// <summary>Lists reference data: collections, shelf locations, material types, statuses, organizations.</summary>
    public SystemSettingsClient SystemSettings => field ??= new SystemSettingsClient(CreateApi<ISystemSettingsApi>(_pipeline));

    /// <summary>Builds a client without a container.</summary>
    /// <param name="options">Where the server is and who signs in; copied.</param>
    /// <param name="network">Talks to the server; null = a handler for the real network. Not disposed with the client.</param>
    /// <param name="loggers">Where to log; null = nowhere.</param>
    /// <param name="time">The clock; null = the system's.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Options are missing or wrong; the message names every one.</exception>
    public static PolarisClient Create(
        PolarisClientOptions options,
        HttpMessageHandler? network = null,
        ILoggerFactory? loggers = null,
        TimeProvider? time = null)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        InvalidOptions.ThrowIfAny(options.Problems(), typeof(PolarisClientOptions));
        time ??= TimeProvider.System;
        return Create(new PolarisProfile(options.Copy(), time), network, loggers, time);
    }

    /// <summary>Creates a client for options that were checked and copied.</summary>
    internal static PolarisClient Create(
        PolarisProfile profile, HttpMessageHandler? network, ILoggerFactory? loggers, TimeProvider time)
    {
        var pipeline = new ServerPipeline(profile, network, loggers ?? NullLoggerFactory.Instance, time);
        return new PolarisClient(pipeline, profile, profile.Options.OrganizationId, profile.Options.WorkstationId, isView: false);
    }

    /// <summary>The same server and user from another organization or workstation: a cheap view on the same connections and token.</summary>
    /// <param name="organizationId">The organization; null = the same.</param>
    /// <param name="workstationId">The workstation; null = the same. Workers that must exclude each other need one each.</param>
    /// <exception cref="ArgumentOutOfRangeException">An id is less than 1.</exception>
    public PolarisClient With(int? organizationId = null, int? workstationId = null)
    {
        if (organizationId < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(organizationId), organizationId, "An organization id is 1 or more.");
        }

        return workstationId < 1
            ? throw new ArgumentOutOfRangeException(nameof(workstationId), workstationId, "A workstation id is 1 or more.")
            : new PolarisClient(_pipeline, _profile, organizationId ?? OrganizationId, workstationId ?? WorkstationId, isView: true);
    }

    /// <summary>Creates an implementation of a Refit interface of your own, which shares sign-in, retries, errors and telemetry with this client.</summary>
    /// <typeparam name="TApi">An interface whose methods carry Refit's attributes, in a project that references the Refit package.</typeparam>
    /// <param name="json">The source-generated <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that knows the types of the interface.</param>
    /// <remarks>
    /// Routes are relative to the organization and workstation of this client. Retries repeat only requests that are safe to repeat.
    /// A status that is not a success is a <see cref="RequestFailedException"/>; 204 is <c>null</c>.
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

    /// <summary>Creates an implementation of a Refit interface of your own over types that the library knows: its own, strings, numbers and JSON.</summary>
    /// <typeparam name="TApi">An interface whose methods carry Refit's attributes, in a project that references the Refit package.</typeparam>
    /// <remarks>As <see cref="CreateApi{TApi}(IJsonTypeInfoResolver)"/>.</remarks>
    public TApi CreateApi<TApi>()
        where TApi : class => CreateCallersApi<TApi>(json: null);

    /// <summary>Closes the connections, unless this is a view, and waits for nothing; <see cref="DisposeAsync"/> is better.</summary>
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

    /// <summary>Shows the context, no credentials.</summary>
    public override string ToString() => $"{nameof(PolarisClient)} of {_profile.Options.BaseAddress?.Host}, organization {OrganizationId}, workstation {WorkstationId}";

    private T CreateApi<T>(ServerPipeline pipeline) =>
        pipeline.CreateApi<T>(pipeline.CreateClient(_profile.AddressOf(OrganizationId, WorkstationId)));

    private TApi CreateCallersApi<TApi>(IJsonTypeInfoResolver? json) =>
        _pipeline.CreateCallersApi<TApi>(_pipeline.CreateCallersClient(_profile.AddressOf(OrganizationId, WorkstationId)), json);

    private ValueTask<int> GetUserIdAsync(CancellationToken cancellationToken) =>
        _profile.GetUserIdAsync(_pipeline.TokensOf(), cancellationToken);
}
