namespace Polaris.Client.Http;

/// <summary>What makes a request authenticated. Immutable; never shows its secret.</summary>
/// <param name="renewAt">From when on a new token is asked for before the next call; null = never by the clock.</param>
internal abstract class AccessToken(DateTimeOffset? renewAt)
{
    public DateTimeOffset? RenewAt { get; } = renewAt;

    /// <summary>Puts the token on a request, replacing an older one.</summary>
    public abstract void Apply(HttpRequestMessage request);

    public sealed override string ToString() => GetType().Name;
}
