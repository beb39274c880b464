namespace Polaris.Client.Http;

/// <summary>Reads Retry-After in both its forms.</summary>
internal static class RetryAfter
{
    /// <summary>How long the server asks the client to wait; null if it does not.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
