using Microsoft.Extensions.Options;
using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>The options that clients of Polaris and FOLIO have in common: the address and the limits.</summary>
/// <remarks>Copied when a client is created: later changes have no effect.</remarks>
public abstract class ClientOptions
{
    /// <summary>The default of <see cref="MaxResponseBytes"/>: 64 MB.</summary>
    public const int DefaultMaxResponseBytes = 64 * 1024 * 1024;

    /// <summary>The default of <see cref="Timeout"/>: 100 seconds.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    /// <summary>The minimum of <see cref="Timeout"/>: 10 milliseconds.</summary>
    public static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(10);

    private protected ClientOptions()
    {
    }

    /// <summary>
    /// The address of the server: of ApplicationServices, for example <c>https://polaris.example.org/Polaris.ApplicationServices/</c>, or
    /// of FOLIO's gateway, Okapi or Kong, for example <c>https://folio.example.org/</c>.
    /// </summary>
    /// <value>Required. A path is kept; for Polaris, an address without a path gets <c>Polaris.ApplicationServices/</c>.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>The retry options. There are no lock conflicts in FOLIO.</summary>
    /// <value>Enabled by default, see <see cref="RetryOptions"/>.</value>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>The maximum time for one attempt, including reading the whole response.</summary>
    /// <value>100 seconds by default; at most a day.</value>
    public TimeSpan Timeout { get; set; } = DefaultTimeout;

    /// <summary>The maximum size of a response, in bytes after decompression.</summary>
    /// <value>67,108,864 (64 MB) by default; 1 to <see cref="int.MaxValue"/>. A larger response is an <see cref="InvalidResponseException"/>.</value>
    public int MaxResponseBytes { get; set; } = DefaultMaxResponseBytes;

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

    /// <summary>The host of the address; <see langword="null"/> if there is none.</summary>
    private protected string? Host => BaseAddress is { IsAbsoluteUri: true } address ? address.Host : null;

    /// <summary>The key of the client in the container; <see langword="null"/> if it has none.</summary>
    internal string? Key { get; set; }

    /// <summary>What could not be read from the configuration.</summary>
    internal BindingProblems Binding { get; set; } = new();

    /// <summary>Returns all problems, each with its key.</summary>
    internal List<string> Problems() => [.. Binding.With(CommonProblems().Concat(OwnProblems()).OfType<string>())];

    /// <summary>Throws for invalid options without a container, as a container would.</summary>
    internal void EnsureValid()
    {
        if (Problems() is { Count: > 0 } problems)
        {
            throw new OptionsValidationException(GetType().Name, GetType(), problems);
        }
    }

    /// <summary>The problems of a derived type's own options; null for each check that passes.</summary>
    private protected abstract IEnumerable<string?> OwnProblems();

    /// <summary>Returns the problem with the time limit of an attempt; <see langword="null"/> if there is none.</summary>
    internal static string? TimeoutProblem(TimeSpan timeout) => timeout < ShortestTimeout || timeout > TimeSpan.FromDays(1)
        ? $"{nameof(Timeout)} is {timeout}: it must be between {ShortestTimeout.TotalMilliseconds} ms and a day." : null;

    private IEnumerable<string?> CommonProblems() =>
    [
        ServerAddress.Problem(BaseAddress, AllowUnencryptedTransport),
        TimeoutProblem(Timeout),
        MaxResponseBytes < 1 ? $"{nameof(MaxResponseBytes)} is {MaxResponseBytes}: it must be 1 or more." : null,
        Http.UserAgent.Problem(nameof(UserAgent), UserAgent),
        .. Retry?.Problems(nameof(Retry)) ?? [$"{nameof(Retry)} is missing."],
    ];
}
