using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Where a Polaris server is, who talks to it, and how patiently.</summary>
/// <remarks>Copied when a client is built: later changes have no effect on it.</remarks>
public sealed class PolarisClientOptions
{
    /// <summary>The product id of the staff web client (Leap), the default of <see cref="ProductId"/>.</summary>
    public const int StaffWebClientProductId = 20;

    /// <summary>The default of <see cref="MaxResponseBytes"/>: 64 MB.</summary>
    public const int DefaultMaxResponseBytes = 64 * 1024 * 1024;

    /// <summary>The default of <see cref="Timeout"/>: 100 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The default of <see cref="ShutdownTimeout"/>: 10 seconds.</summary>
    public static readonly TimeSpan DefaultShutdownTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The least that <see cref="Timeout"/> may be: 10 milliseconds.</summary>
    public static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);

    /// <summary>The default of <see cref="ReplyRecoveryTimeout"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultReplyRecoveryTimeout = TimeSpan.FromSeconds(30);

    /// <summary>The default of <see cref="MaxPrompts"/>: 25.</summary>
    public const int DefaultMaxPrompts = 25;

    /// <summary>The address of ApplicationServices, for example <c>https://polaris.example.org/Polaris.ApplicationServices/</c>.</summary>
    /// <value>Required. An address without a path gets <c>Polaris.ApplicationServices/</c>.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>The site domain in the path.</summary>
    /// <value><c>polaris</c> by default.</value>
    public string SiteDomain { get; set; } = "polaris";

    /// <summary>The language of prompts and messages, ISO 639-2.</summary>
    /// <value><c>eng</c> by default.</value>
    public string Language { get; set; } = "eng";

    /// <summary>The product that calls.</summary>
    /// <value>20, the staff web client, by default.</value>
    public int ProductId { get; set; } = StaffWebClientProductId;

    /// <summary>The organization that is logged on.</summary>
    /// <value>Required, 1 or more.</value>
    public int OrganizationId { get; set; }

    /// <summary>The workstation that is logged on; with the user it owns every lock, so give each worker its own.</summary>
    /// <value>Required, 1 or more.</value>
    public int WorkstationId { get; set; }

    /// <summary>The Polaris user of transactions.</summary>
    /// <value>By default the user that signed in; required with a ready token or bearer tokens as soon as a workflow is run.</value>
    public int? UserId { get; set; }

    /// <summary>Who signs in.</summary>
    /// <value>Required: exactly one of the ways that <see cref="PolarisCredentials"/> offers.</value>
    public PolarisCredentials Credentials { get; set; } = new();

    /// <summary>When and how long calls are tried again.</summary>
    /// <value>On by default, as <see cref="RetryOptions"/> says.</value>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>The longest time for one attempt, including reading the whole response.</summary>
    /// <value>100 seconds by default.</value>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>The largest response that is accepted, in bytes after decompression.</summary>
    /// <value>67,108,864 (64 MB) by default; 1 to <see cref="int.MaxValue"/>. A larger response is an <see cref="InvalidResponseException"/>.</value>
    public int MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

    /// <summary>The longest time that <see cref="PolarisClient.DisposeAsync"/> waits for work in the background, such as releasing locks.</summary>
    /// <value>10 seconds by default; zero not to wait; at most a day.</value>
    public TimeSpan ShutdownTimeout { get; set; } = DefaultShutdownTimeout;

    /// <summary>The most prompts that a workflow may raise before the conductor gives up.</summary>
    /// <value>25 by default.</value>
    public int MaxPrompts { get; set; } = DefaultMaxPrompts;

    /// <summary>How long the state of a workflow is read again after the answer to a reply was lost.</summary>
    /// <value>30 seconds by default; at most a day. If the state has not changed by then, the call ends with <see cref="Workflows.ReplyInDoubtException"/>.</value>
    public TimeSpan ReplyRecoveryTimeout { get; set; } = DefaultReplyRecoveryTimeout;

    /// <summary>The id of the server's time zone, in which its dates without offset are read, for example <c>America/New_York</c>.</summary>
    /// <value>UTC by default.</value>
    public string ServerTimeZone { get; set; } = "UTC";

    /// <summary>The program, as the server's logs show it before the name of this library in the <c>User-Agent</c> header.</summary>
    /// <value><see langword="null"/> by default, to name this library alone; otherwise products such as <c>MyImporter/2.1</c>.</value>
    public string? UserAgent { get; set; }

    /// <summary>Lets passwords and tokens travel unencrypted over plain HTTP to another machine. Never needed for a loopback address.</summary>
    /// <value>False by default.</value>
    public bool AllowUnencryptedTransport { get; set; }

    /// <summary>Shows the address and the context, no credentials.</summary>
    public override string ToString() => $"{BaseAddress?.Host} organization {OrganizationId} workstation {WorkstationId}";

    internal PolarisClientOptions Copy()
    {
        var copy = (PolarisClientOptions)MemberwiseClone();
        copy.Credentials = Credentials.Copy();
        copy.Retry = Retry.Copy();
        return copy;
    }

    /// <summary>Everything that is wrong, each with its key.</summary>
    internal List<string> Problems() =>
        OwnProblems()
            .Concat(Credentials?.Problems(nameof(Credentials)) ?? [$"{nameof(Credentials)} is missing."])
            .Concat(Retry?.Problems(nameof(Retry)) ?? [$"{nameof(Retry)} is missing."])
            .OfType<string>().ToList();

    private IEnumerable<string?> OwnProblems() =>
    [
        ServerAddress.Problem(BaseAddress, AllowUnencryptedTransport),
        SegmentProblem(nameof(SiteDomain), SiteDomain),
        SiteDomain?.Any(c => c > '~') == true ? $"{nameof(SiteDomain)} holds a character beyond ASCII, which an HTTP header cannot carry." : null,
        SegmentProblem(nameof(Language), Language),
        NumberProblem(nameof(ProductId), ProductId, least: 0),
        NumberProblem(nameof(OrganizationId), OrganizationId, least: 1),
        NumberProblem(nameof(WorkstationId), WorkstationId, least: 1),
        NumberProblem(nameof(UserId), UserId, least: 1),
        NumberProblem(nameof(MaxPrompts), MaxPrompts, least: 1),
        Timeout < ShortestTimeout || Timeout > TimeSpan.FromDays(1)
            ? $"{nameof(Timeout)} is {Timeout}: it must lie between {ShortestTimeout.TotalMilliseconds} ms and a day."
            : null,
        ShutdownTimeout < TimeSpan.Zero || ShutdownTimeout > TimeSpan.FromDays(1)
            ? $"{nameof(ShutdownTimeout)} is {ShutdownTimeout}: it must be zero or more and at most a day."
            : null,
        ReplyRecoveryTimeout <= TimeSpan.Zero || ReplyRecoveryTimeout > TimeSpan.FromDays(1)
            ? $"{nameof(ReplyRecoveryTimeout)} is {ReplyRecoveryTimeout}: it must be more than zero and at most a day."
            : null,
        Http.UserAgent.Problem(nameof(UserAgent), UserAgent),
        MaxResponseBytes < 1 ? $"{nameof(MaxResponseBytes)} is {MaxResponseBytes}: it must be 1 or more." : null,
        Json.ServerTimeZone.TryFind(ServerTimeZone, out _)
            ? null : $"{nameof(ServerTimeZone)} is '{ServerTimeZone}': this machine knows no time zone of that id.",
    ];

    private static string? SegmentProblem(string key, string? value) =>
        string.IsNullOrWhiteSpace(value) || value!.Trim('.').Length == 0 || value.Contains('/')
            ? $"{key} is '{value}': it must be one part of a path." : null;

    private static string? NumberProblem(string key, int? value, int least) =>
        value < least ? $"{key} is {value}: it must be set, and more than {least - 1}." : null;
}
