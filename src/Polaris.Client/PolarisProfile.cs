using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Polaris.Client.Cataloging;
using Polaris.Client.Circulation;
using Polaris.Client.Http;
using Polaris.Client.Json;
using Polaris.Client.ObjectLocks;
using Polaris.Client.SystemSettings;
using Polaris.Client.Workflows;

namespace Polaris.Client;

/// <summary>What is specific to Polaris: its addresses, its JSON, its error bodies, lock conflicts and sign-in.</summary>
internal sealed class PolarisProfile : ServerProfile
{
    private readonly JsonTypeInfo<ObjectLock> _lockJson;

    /// <param name="options">A private copy, already validated.</param>
    /// <param name="time">The clock.</param>
    public PolarisProfile(PolarisClientOptions options, TimeProvider time)
        : base(options)
    {
        LockClock = new LockClock(time);
        Options = options;
        Application = ApplicationOf(options);
        Root = new Uri(Application, string.Format(
            CultureInfo.InvariantCulture, "api/v1/{0}/{1}/", Uri.EscapeDataString(options.Language), options.ProductId));
        Json = CreateJson(options.ServerTimeZone);
        _lockJson = (JsonTypeInfo<ObjectLock>)Json.GetTypeInfo(typeof(ObjectLock));
    }

    public PolarisClientOptions Options { get; }

    /// <summary>What is known about the server's clock, from the locks that it granted.</summary>
    public LockClock LockClock { get; }

    /// <summary>Identifies the user whose locks exclude each other, as far as the options identify one.</summary>
    public string UserKey => Options.Credentials.UserName is { } name ? $@"{Options.Credentials.Domain}\{name}".ToUpperInvariant() : $"{Options.UserId}";

    public override string System => "polaris";

    /// <summary>The address of ApplicationServices, with a trailing slash; the status of the server is directly below it.</summary>
    public Uri Application { get; }

    public override Uri Root { get; }

    public override JsonSerializerOptions Json { get; }

    public override TimeSpan ShutdownTimeout => Options.ShutdownTimeout;

    /// <summary>Returns the address of the endpoints for one organization and workstation.</summary>
    public Uri AddressOf(int organizationId, int workstationId) => new(Root, string.Format(
        CultureInfo.InvariantCulture, "{0}/{1}/{2}/", Uri.EscapeDataString(Options.SiteDomain), organizationId, workstationId));

    public override RequestFailedException ToException(ApiFailure failure) => PolarisFailures.ToException(failure, _lockJson);

    public override bool IsErrorBody(HttpResponseMessage response) => PolarisFailures.IsErrorBody(response);

    public override bool IsSignIn(string route) => route == StaffAuthentication.Route;

    /// <summary>Reads are idempotent, and so is acquiring or releasing a lock.</summary>
    public override bool IsRepeatable(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get || request.Method == HttpMethod.Head
        || RequestOptions.RouteOf(request).IndexOf(" /objectlocks", StringComparison.Ordinal) > 0;

    public override ValueTask<bool> IsLockConflictAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        PolarisFailures.IsLockConflictAsync(response, cancellationToken);

    public override ITokenSource CreateTokens(ServerPipeline pipeline, string login)
    {
        var credentials = Options.Credentials;
        if (credentials.BearerToken is { } getToken)
        {
            return new ProvidedTokens(getToken, PolarisToken.Bearer, "Credentials:BearerToken");
        }

        return credentials.IsTokenPair
            ? new FixedTokens(PolarisToken.Pas(Options.SiteDomain, credentials.AccessToken!, credentials.AccessSecret!, Options.UserId, null))
            : CreateStaffTokens(pipeline);
    }

    /// <summary>Returns the Polaris user of transactions: the configured one, or the one that signed in.</summary>
    public async ValueTask<int> GetUserIdAsync(ITokenSource tokens, CancellationToken cancellationToken) =>
        Options.UserId
        ?? await SignedInUserIdAsync(tokens, cancellationToken).ConfigureAwait(false)
        ?? throw new InvalidOperationException(
            "The Polaris user of the transaction is not known, because no user signed in by name or the sign-in did not return it: set UserId in "
            + "the options.");

    /// <summary>Returns the Polaris user that the token belongs to; null if it is not known.</summary>
    public static async ValueTask<int?> SignedInUserIdAsync(ITokenSource tokens, CancellationToken cancellationToken) =>
        (await tokens.GetAsync(cancellationToken).ConfigureAwait(false) as PolarisToken)?.UserId;

    private AccessTokenCache<PolarisToken> CreateStaffTokens(ServerPipeline pipeline)
    {
        var api = pipeline.CreateApi<IAuthenticationApi>(pipeline.CreateSignInClient(Root));
        var staff = new StaffAuthentication(api, Options.Credentials, Options.SiteDomain, pipeline.Time, new SignInTelemetry(System, Identity, tenant: null, pipeline.Logger));
        return new AccessTokenCache<PolarisToken>(_ => staff.SignInAsync(), pipeline.Time);
    }

    /// <summary>Creates the settings of every call: names in any case, quoted numbers, dates of the server's time zone.</summary>
    private static JsonSerializerOptions CreateJson(string serverTimeZone)
    {
        _ = ServerTimeZone.TryFind(serverTimeZone, out var zone);
        var json = new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Converters = { new ServerDateTimeConverter(zone), new LenientValues() },
            TypeInfoResolver = JsonTypeInfoResolver.Combine(
                AuthenticationJson.Default, StatusJson.Default, ObjectLocksJson.Default, WorkflowsJson.Default,
                BibliographicRecordsJson.Default, AuthorityRecordsJson.Default, ItemRecordsJson.Default, RecordSetsJson.Default,
                SystemSettingsJson.Default, PatronsJson.Default, CirculationJson.Default),
        };
        json.MakeReadOnly();
        return json;
    }

    private static Uri ApplicationOf(PolarisClientOptions options)
    {
        var address = ServerAddress.WithTrailingSlash(options.BaseAddress!);
        return address.AbsolutePath == "/" ? new Uri(address, "Polaris.ApplicationServices/") : address;
    }
}

/// <summary>The library's prompt types, which a server may raise in any workflow.</summary>
internal static class PolarisPrompts
{
    public static IReadOnlyDictionary<WorkflowPromptId, PromptKind> ById { get; } = new[]
    {
        DisplayInPacPrompt.Kind,
        DuplicateBibRecordsPrompt.Kind,
        ReplacementErrorsPrompt.Kind,
        ConfirmBibDeletePrompt.Kind,
        DuplicateAuthorityRecordsPrompt.Kind,
        ManageLinkedRecordsPrompt.Kind,
        MarcValidationPrompt.Kind,
        ConfirmItemDeletePrompt.Kind,
        LinksWillBeBrokenPrompt.Kind,
        LastCopyPrompt.Kind,
        PatronBlockedPrompt.Kind,
        SerialHoldsPrompt.Kind,
    }.ToDictionary(kind => kind.Id);
}
