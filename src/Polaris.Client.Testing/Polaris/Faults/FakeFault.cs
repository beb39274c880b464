namespace Polaris.Client.Testing;

/// <summary>A fault for one request.</summary>
/// <param name="kind">The kind of fault.</param>
public sealed class FakeFault(FaultKind kind)
{
    /// <summary>The kind of fault.</summary>
    public FaultKind Kind { get; } = kind;

    /// <summary>The HTTP method to match, such as <c>PUT</c>; <c>null</c> for any.</summary>
    public string? Method { get; init; }

    /// <summary>The beginning of the resource to match, such as <c>workflow</c> or <c>/workflow</c>; <c>null</c> for any.</summary>
    public string? Path { get; init; }

    /// <summary>The duration of a delay or of another user's lock, or the value of Retry-After.</summary>
    /// <value><c>null</c> by default: ten minutes for a delay, otherwise five seconds.</value>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether Retry-After is a date instead of a number of seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>Returns the kind and the request that it matches.</summary>
    public override string ToString() => $"{Kind} for {Method ?? "any"} {Path ?? "request"}";

    internal bool Fits(string method, string path) =>
        (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || path.StartsWith(Path.TrimStart('/'), StringComparison.OrdinalIgnoreCase));
}
