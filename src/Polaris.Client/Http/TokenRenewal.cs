namespace Polaris.Client.Http;

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
