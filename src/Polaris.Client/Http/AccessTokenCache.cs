namespace Polaris.Client.Http;

/// <summary>Keeps one token, and lets only one sign-in at a time get the next, whatever the number of callers.</summary>
/// <remarks>
/// A failed sign-in fails every caller that waits for it and is then forgotten; a <em>refused</em> one is remembered for
/// <see cref="RefusalPause"/>, so that a program in a loop does not get its account blocked.
/// </remarks>
/// <param name="acquire">Signs in, or renews the given token. Not canceled if one caller gives up: others may wait for it.</param>
/// <param name="time">The clock for expiration.</param>
internal sealed class AccessTokenCache<TToken>(Func<TToken?, Task<TToken>> acquire, TimeProvider time) : ITokenSource
    where TToken : AccessToken
{
    /// <summary>How long a refused sign-in is not repeated.</summary>
    public static readonly TimeSpan RefusalPause = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a token that was never accepted is not renewed, if it replaced another such token: as short at first as the pauses of
    /// a release, which must succeed in its time, and twice as long with each further token.
    /// </summary>
    public static readonly TimeSpan FirstRenewalPause = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest pause, so that calls that are always refused do not sign in each time.</summary>
    public static readonly TimeSpan LongestRenewalPause = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private TToken? _current;
    private Task<TToken>? _inFlight;
    private (RequestFailedException Exception, long At)? _refusal;
    private (TimeSpan Pause, long At)? _renewedInVain;

    public TToken? Current => Volatile.Read(ref _current);

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken) =>
        Volatile.Read(ref _current) is { } token && IsFresh(token) ? new(token) : new(JoinAsync(null, cancellationToken));

    /// <summary>Renews a refused token; null if neither the current one nor the one before it was ever accepted.</summary>
    public async ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken) =>
        MayHelp(refused) ? await JoinAsync(refused, cancellationToken).ConfigureAwait(false) : null;

    private bool MayHelp(AccessToken refused)
    {
        lock (_gate)
        {
            return refused.WasAccepted || refused != _current || !(_renewedInVain is { } vain && time.GetElapsedTime(vain.At) < vain.Pause);
        }
    }

    /// <summary>Returns the token, after a renewal in flight has ended, and forgets it; the next call signs in.</summary>
    public async Task<TToken?> TakeAsync()
    {
        Task? running;
        lock (_gate)
        {
            running = _inFlight;
        }

        if (running is not null)
        {
            await Task.WhenAny(running).ConfigureAwait(false);
        }

        lock (_gate)
        {
            var token = _current;
            _current = null;
            return token;
        }
    }

    private bool IsFresh(TToken token) => token.RenewAt is not { } at || time.GetUtcNow() < at;

    private async Task<AccessToken> JoinAsync(AccessToken? refused, CancellationToken cancellationToken)
    {
        Task<TToken> running;
        lock (_gate)
        {
            if (_current is { } token && token != refused && IsFresh(token))
            {
                return token;
            }

            ThrowIfRefusedJustNow();
            running = _inFlight ??= Start();
        }

        return await running.WaitAsync(Timeout.InfiniteTimeSpan, time, cancellationToken).ConfigureAwait(false);
    }

    private Task<TToken> Start()
    {
        var acquiring = Task.Run(() => AcquireAsync(_current));

        // If every waiting caller has given up, no other code observes the failure.
        _ = acquiring.ContinueWith(
            static failed => _ = failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return acquiring;
    }

    private void ThrowIfRefusedJustNow()
    {
        // Not by the time of day, which may be set back.
        if (_refusal is { } refusal && RefusalPause - time.GetElapsedTime(refusal.At) is var left && left > TimeSpan.Zero)
        {
            throw new AuthenticationFailedException(
                $"{refusal.Exception.Message} The sign-in is not repeated before {time.GetUtcNow() + left:O}, because accounts are blocked after a few failures.",
                refusal.Exception.Failure,
                refusal.Exception);
        }
    }

    private async Task<TToken> AcquireAsync(TToken? old)
    {
        try
        {
            var token = await acquire(old).ConfigureAwait(false);
            Settle(token, refusal: null);
            return token;
        }
        catch (RequestFailedException exception) when (IsRefusal(exception))
        {
            Settle(null, (exception, time.GetTimestamp()));
            throw;
        }
        catch
        {
            Settle(old, refusal: null);
            throw;
        }
    }

    /// <summary>Whether the server rejected the user, with whatever status: 404 means that the address is not that of a sign-in endpoint.</summary>
    private static bool IsRefusal(RequestFailedException exception) =>
        exception is AuthenticationFailedException || (int)exception.StatusCode is 400 or 403 or 409 or 422 or 423;

    private void Settle(TToken? token, (RequestFailedException, long)? refusal)
    {
        lock (_gate)
        {
            if (token is not null && token != _current)
            {
                _renewedInVain = _current is { WasAccepted: false } ? (NextPause(), time.GetTimestamp()) : null;
            }

            _current = token;
            _refusal = refusal;
            _inFlight = null;
        }
    }

    private TimeSpan NextPause() => _renewedInVain is not { Pause: var last } ? FirstRenewalPause
        : last + last < LongestRenewalPause ? last + last
        : LongestRenewalPause;
}
