namespace Polaris.Client.Http;

/// <summary>The source of tokens of the authentication handler.</summary>
internal interface ITokenSource
{
    /// <summary>Returns the current token, or a new one if there is none or it is about to expire.</summary>
    ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken);

    /// <summary>Returns a token newer than the refused one; null if there is none.</summary>
    ValueTask<AccessToken?> RenewAsync(AccessToken refused, CancellationToken cancellationToken);
}

/// <summary>Authenticates requests. Immutable; never shows its secret.</summary>
/// <param name="renewAt">The time from which a new token is requested before the next call; null if the token does not expire.</param>
internal abstract class AccessToken(DateTimeOffset? renewAt)
{
    public DateTimeOffset? RenewAt { get; } = renewAt;

    /// <summary>Whether a request with it was ever accepted. If it is then refused, it has expired, and a new one helps.</summary>
    public bool WasAccepted { get; set; }

    /// <summary>Adds the token to a request, replacing an older one.</summary>
    public abstract void Apply(HttpRequestMessage request);

    public sealed override string ToString() => GetType().Name;
}

/// <summary>When a token is renewed.</summary>
internal static class TokenRenewal
{
    /// <summary>How long before its expiration a token is renewed; half the lifetime for a token that lives less than twice this long.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Null if the lifetime is unknown or already over (a wrong clock): then only a refusal reveals the expiration.</summary>
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
