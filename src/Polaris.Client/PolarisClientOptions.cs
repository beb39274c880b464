using Polaris.Client.Composition;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>The address, credentials and limits of a client for a Polaris server.</summary>
/// <remarks>Copied when a client is created: later changes have no effect.</remarks>
public sealed class PolarisClientOptions
{
    /// <summary>The product ID of the staff web client (Leap), the default of <see cref="ProductId"/>.</summary>
    public const int StaffWebClientProductId = 20;

    /// <summary>The default of <see cref="MaxResponseBytes"/>: 64 MB.</summary>
    public const int DefaultMaxResponseBytes = 64 * 1024 * 1024;

    /// <summary>The default of <see cref="Timeout"/>: 100 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The default of <see cref="ShutdownTimeout"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultShutdownTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The minimum of <see cref="Timeout"/>: 10 milliseconds.</summary>
    public static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);

    /// <summary>The default of <see cref="ReplyRecoveryTimeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultReplyRecoveryTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The default of <see cref="MaxPrompts"/>: 25.</summary>
    public const int DefaultMaxPrompts = 25;

    /// <summary>The address of ApplicationServices, for example <c>https://polaris.example.org/Polaris.ApplicationServices/</c>.</summary>
    /// <value>Required. An address without a path gets <c>Polaris.ApplicationServices/</c>.</value>
    public Uri? BaseAddress { get; set; }

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

    /// <summary>The retry options.</summary>
    /// <value>Enabled by default, see <see cref="RetryOptions"/>.</value>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>The maximum time for one attempt, including reading the whole response.</summary>
    /// <value>100 seconds by default.</value>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>The maximum size of a response, in bytes after decompression.</summary>
    /// <value>67,108,864 (64 MB) by default; 1 to <see cref="int.MaxValue"/>. A larger response is an <see cref="InvalidResponseException"/>.</value>
    public int MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

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

    /// <summary>The name of the program, which precedes the name of this library in the <c>User-Agent</c> header.</summary>
    /// <value>
    /// <see langword="null"/> by default, to send only the name of this library; otherwise products such as
    /// <c>MyImporter/2.1</c>.
    /// </value>
    public string? UserAgent { get; set; }

    /// <summary>
    /// Allows passwords and tokens to be sent unencrypted over plain HTTP to another machine. Never needed for a loopback
    /// address.
    /// </summary>
    /// <value><c>false</c> by default.</value>
    public bool AllowUnencryptedTransport { get; set; }

    /// <summary>What could not be read from the configuration.</summary>
    internal BindingProblems Binding { get; set; } = new();

    /// <summary>Returns the address, organization and workstation, without credentials.</summary>
    public override string ToString() => $"{BaseAddress?.Host} organization {OrganizationId} workstation {WorkstationId}";

    internal PolarisClientOptions Copy()
    {
        var copy = (PolarisClientOptions)MemberwiseClone();
        copy.Credentials = Credentials.Copy();
        copy.Retry = Retry.Copy();
        return copy;
    }

    /// <summary>Returns all problems, each with its key.</summary>
    internal List<string> Problems() => [.. Binding.With(
        OwnProblems()
            .Concat(Credentials?.Problems(nameof(Credentials)) ?? [$"{nameof(Credentials)} is missing."])
            .Concat(Retry?.Problems(nameof(Retry)) ?? [$"{nameof(Retry)} is missing."])
            .OfType<string>())];

    private IEnumerable<string?> OwnProblems() =>
    [
        ServerAddress.Problem(BaseAddress, AllowUnencryptedTransport),
        SegmentProblem(nameof(SiteDomain), SiteDomain),
        SiteDomain?.Any(c => c > '~') == true ? $"{nameof(SiteDomain)} contains a character beyond ASCII, which an HTTP header cannot carry." : null,
        SegmentProblem(nameof(Language), Language),
        NumberProblem(nameof(ProductId), ProductId, least: 0),
        NumberProblem(nameof(OrganizationId), OrganizationId, least: 1),
        NumberProblem(nameof(WorkstationId), WorkstationId, least: 1),
        NumberProblem(nameof(UserId), UserId, least: 1),
        NumberProblem(nameof(MaxPrompts), MaxPrompts, least: 1),
        CallOptions.TimeoutProblem(Timeout),
        ShutdownTimeout < TimeSpan.Zero || ShutdownTimeout > TimeSpan.FromDays(1)
            ? $"{nameof(ShutdownTimeout)} is {ShutdownTimeout}: it must be zero or more and at most a day."
            : null,
        ReplyRecoveryTimeout <= TimeSpan.Zero || ReplyRecoveryTimeout > TimeSpan.FromDays(1)
            ? $"{nameof(ReplyRecoveryTimeout)} is {ReplyRecoveryTimeout}: it must be more than zero and at most a day."
            : null,
        Http.UserAgent.Problem(nameof(UserAgent), UserAgent),
        MaxResponseBytes < 1 ? $"{nameof(MaxResponseBytes)} is {MaxResponseBytes}: it must be 1 or more." : null,
        Json.ServerTimeZone.TryFind(ServerTimeZone, out _)
            ? null : $"{nameof(ServerTimeZone)} is '{ServerTimeZone}': this machine does not have a time zone with that ID.",
    ];

    private static string? SegmentProblem(string key, string? value) =>
        string.IsNullOrWhiteSpace(value) || value!.Trim('.').Length == 0 || value.Contains('/')
            ? $"{key} is '{value}': it must be one part of a path." : null;

    private static string? NumberProblem(string key, int? value, int least) =>
        value < least ? $"{key} is {value}: it must be set, and more than {least - 1}." : null;
}
