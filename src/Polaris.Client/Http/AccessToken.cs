namespace Polaris.Client.Http;

/// <summary>Where the authentication handler gets its tokens from.</summary>
internal interface ITokenSource
{
    /// <summary>The present token, or a new one when there is none or it is about to expire.</summary>
    ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken);

    /// <summary>A token newer than the refused one; null when none can be had.</summary>
    ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken);
}

/// <summary>What makes a request authenticated. Immutable; never shows its secret.</summary>
/// <param name="renewAt">From when on a new token is asked for before the next call; null = never by the clock.</param>
internal abstract class AccessToken(DateTimeOffset? renewAt)
{
    public DateTimeOffset? RenewAt { get; } = renewAt;

    /// <summary>Whether a request with it was ever accepted. The token has then ended when it is refused, and a new one helps.</summary>
    public bool WasAccepted { get; set; }

    /// <summary>Puts the token on a request, replacing an older one.</summary>
    public abstract void Apply(HttpRequestMessage request);

    public sealed override string ToString() => GetType().Name;
}

/// <summary>When a token is renewed.</summary>
internal static class TokenRenewal
{
    /// <summary>How long before its end a token is renewed; half the lifetime for a token that lives shorter than twice this.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Null when the lifetime is unknown or already over (a wrong clock): then only a refusal tells.</summary>
    public static DateTimeOffset? At(DateTimeOffset now, TimeSpan? lifetime)
    {
        if (lifetime is not { } whole || whole <= TimeSpan.Zero || whole > DateTimeOffset.MaxValue - now)
        {
            return null;
        }

        var half = TimeSpan.FromTicks(whole.Ticks / 2);
        return now + whole - (half < Margin ? half : Margin);
    }
}
