namespace Polaris.Client;

/// <summary>The address, credentials and limits of a client for a Polaris server.</summary>
/// <remarks>Copied when a client is created: later changes have no effect.</remarks>
public sealed class PolarisClientOptions : ClientOptions
{
    /// <summary>The product ID of the staff web client (Leap), the default of <see cref="ProductId"/>.</summary>
    public const int StaffWebClientProductId = 20;

    /// <summary>The default of <see cref="ShutdownTimeout"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultShutdownTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The default of <see cref="ReplyRecoveryTimeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultReplyRecoveryTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The default of <see cref="MaxPrompts"/>: 25.</summary>
    public const int DefaultMaxPrompts = 25;

    /// <summary>The site domain in the path of every address.</summary>
    /// <value><c>polaris</c> by default.</value>
    public string SiteDomain { get; set; } = "polaris";

    /// <summary>The language of prompts and messages, ISO 639-2.</summary>
    /// <value><c>eng</c> by default.</value>
    public string Language { get; set; } = "eng";

    /// <summary>The ID of the calling product.</summary>
    /// <value>20, the staff web client, by default.</value>
    public int ProductId { get; set; } = StaffWebClientProductId;

    /// <summary>The organization of the client.</summary>
    /// <value>Required, 1 or more.</value>
    public int OrganizationId { get; set; }

    /// <summary>The workstation of the client; together with the user it owns every lock, so give each worker its own.</summary>
    /// <value>Required, 1 or more.</value>
    public int WorkstationId { get; set; }

    /// <summary>The Polaris user of transactions.</summary>
    /// <value>By default the signed-in user; required for workflows with a ready token or bearer tokens.</value>
    public int? UserId { get; set; }

    /// <summary>The credentials.</summary>
    /// <value>Required: exactly one of the alternatives of <see cref="PolarisCredentials"/>.</value>
    public PolarisCredentials Credentials { get; set; } = new();

    /// <summary>
    /// The maximum time that <see cref="PolarisClient.DisposeAsync"/> waits for work in the background, such as releasing locks.
    /// </summary>
    /// <value>10 seconds by default; zero to not wait; at most a day.</value>
    public TimeSpan ShutdownTimeout { get; set; } = DefaultShutdownTimeout;

    /// <summary>The maximum number of prompts in one run of a workflow.</summary>
    /// <value>25 by default.</value>
    public int MaxPrompts { get; set; } = DefaultMaxPrompts;

    /// <summary>How long the state of a workflow is read again if the response to a reply is lost.</summary>
    /// <value>30 seconds by default; at most a day. If the state has not changed by then, the call ends with <see cref="Workflows.ReplyInDoubtException"/>.</value>
    public TimeSpan ReplyRecoveryTimeout { get; set; } = DefaultReplyRecoveryTimeout;

    /// <summary>The ID of the server's time zone, for its dates without an offset, for example <c>America/New_York</c>.</summary>
    /// <value>UTC by default.</value>
    public string ServerTimeZone { get; set; } = "UTC";

    /// <summary>Returns the address, organization and workstation, without credentials.</summary>
    public override string ToString() => $"{Host} organization {OrganizationId} workstation {WorkstationId}";

    internal PolarisClientOptions Copy()
    {
        var copy = (PolarisClientOptions)MemberwiseClone();
        copy.Credentials = Credentials.Copy();
        copy.Retry = Retry.Copy();
        return copy;
    }

    private protected override IEnumerable<string?> OwnProblems() =>
    [
        SegmentProblem(nameof(SiteDomain), SiteDomain),
        SiteDomain?.Any(c => c > '~') == true ? $"{nameof(SiteDomain)} contains a character beyond ASCII, which an HTTP header cannot carry." : null,
        SegmentProblem(nameof(Language), Language),
        NumberProblem(nameof(ProductId), ProductId, least: 0),
        NumberProblem(nameof(OrganizationId), OrganizationId, least: 1),
        NumberProblem(nameof(WorkstationId), WorkstationId, least: 1),
        NumberProblem(nameof(UserId), UserId, least: 1),
        NumberProblem(nameof(MaxPrompts), MaxPrompts, least: 1),
        RetryOptions.Problem(nameof(ShutdownTimeout), ShutdownTimeout, mayBeZero: true),
        RetryOptions.Problem(nameof(ReplyRecoveryTimeout), ReplyRecoveryTimeout, mayBeZero: false),
        Json.ServerTimeZone.TryFind(ServerTimeZone, out _)
            ? null : $"{nameof(ServerTimeZone)} is '{ServerTimeZone}': this machine does not have a time zone with that ID.",
        .. Credentials?.Problems(nameof(Credentials)) ?? [$"{nameof(Credentials)} is missing."],
    ];

    private static string? SegmentProblem(string key, string? value) =>
        string.IsNullOrWhiteSpace(value) || value!.Trim('.').Length == 0 || value.Contains('/')
            ? $"{key} is '{value}': it must be one part of a path." : null;

    private static string? NumberProblem(string key, int? value, int least) =>
        value < least ? $"{key} is {value}: it must be set, and more than {least - 1}." : null;
}
