using Polaris.Client.Http;

namespace Polaris.Client;

/// <summary>Limits and headers of single calls, for a view of a client: see <see cref="PolarisClient.With(CallOptions)"/>.</summary>
/// <remarks>
/// <para>Copied when the view is created: later changes have no effect. What is not set is inherited from the client.</para>
/// <para>
/// They never weaken the cleanup after a call: releasing a lease, looking for a lock whose response was lost, reading the state of a
/// workflow after a lost response, and the Cancel of an abandoned workflow keep the limits of the client, but carry the headers.
/// </para>
/// </remarks>
public sealed class CallOptions
{
    /// <summary>The request property that contains them.</summary>
    internal const string PropertyKey = "Polaris.Client.CallOptions";

    /// <summary>The options of a client that is not a view for single calls.</summary>
    internal static readonly CallOptions None = new();

    /// <summary>The maximum time for one attempt, including reading the whole response.</summary>
    /// <value>
    /// <see langword="null"/> by default, to use the option <c>Timeout</c> of the client; otherwise between 10 milliseconds and a day. If it is
    /// longer than <see cref="RetryOptions.TotalTimeout"/>, it replaces that limit, too.
    /// </value>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The maximum number of retries after a transient fault, in addition to the first attempt.</summary>
    /// <value>
    /// <see langword="null"/> by default, to use <see cref="RetryOptions.MaxRetries"/>; 0 to 20. With 0 a call is sent once, except that a
    /// refused token is renewed and that a lock is waited for as long as <see cref="RetryOptions.LockWait"/> or the call itself allows. Without
    /// effect if <see cref="RetryOptions.Enabled"/> is <c>false</c>.
    /// </value>
    public int? MaxRetries { get; set; }

    /// <summary>Headers that are added to every request, for example a correlation ID; never to a sign-in. Their values are not logged.</summary>
    /// <value>
    /// Empty by default. Names are compared without regard to case. A header that a Refit interface of yours sets itself is kept. Headers that
    /// this library or .NET sets are refused: those of authentication, the host, the body, the format and the connection, <c>User-Agent</c>,
    /// conditions, and everything that begins with <c>X-Okapi-</c> or <c>X-PAPI-</c>.
    /// </value>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    internal bool IsEmpty => Timeout is null && MaxRetries is null && Headers.Count == 0;

    /// <summary>Returns the limits and the names of the headers, without their values.</summary>
    public override string ToString() =>
        $"{nameof(Timeout)} {Timeout?.ToString() ?? "of the client"}, {nameof(MaxRetries)} {MaxRetries?.ToString() ?? "of the client"}, "
        + $"{nameof(Headers)} {(Headers.Count == 0 ? "none" : string.Join(", ", Headers.Keys.Select(RequestFailures.Printable)))}";

    /// <summary>Returns a copy of these options, in which those that the given ones set replace them.</summary>
    /// <exception cref="ArgumentException">The given options are invalid; the message lists all problems.</exception>
    internal CallOptions Override(CallOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        var combined = new CallOptions { Timeout = options.Timeout ?? Timeout, MaxRetries = options.MaxRetries ?? MaxRetries };
        foreach (var header in Headers.Concat(options.Headers))
        {
            combined.Headers[header.Key] = header.Value;
        }

        var problems = combined.Problems();
        return problems.Count == 0
            ? combined
            : throw new ArgumentException($"The call options cannot be used: {string.Join(" ", problems)}", nameof(options));
    }

    /// <summary>Returns the retry options of a client with the limits of these options.</summary>
    internal RetryOptions ApplyTo(RetryOptions retry)
    {
        var copy = retry.Copy();
        copy.MaxRetries = MaxRetries ?? copy.MaxRetries;
        return copy;
    }

    private List<string> Problems() =>
    [
        .. new[]
        {
            Timeout is { } timeout ? ClientOptions.TimeoutProblem(timeout) : null,
            MaxRetries is < 0 or > RetryOptions.HighestMaxRetries
                ? $"{nameof(MaxRetries)} is {MaxRetries}: it must be between 0 and {RetryOptions.HighestMaxRetries}." : null,
        }.Concat(Headers.Select(header => CallHeaders.Problem(header.Key, header.Value))).OfType<string>(),
    ];
}
