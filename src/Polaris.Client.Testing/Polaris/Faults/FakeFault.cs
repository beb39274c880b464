namespace Polaris.Client.Testing;

/// <summary>A fault that waits for a request to hit.</summary>
/// <param name="kind">What goes wrong.</param>
public sealed class FakeFault(FaultKind kind)
{
    /// <summary>What goes wrong.</summary>
    public FaultKind Kind { get; } = kind;

    /// <summary>The verb it waits for, such as <c>PUT</c>; <c>null</c> for any.</summary>
    public string? Method { get; init; }

    /// <summary>The beginning of the resource it waits for, such as <c>workflow</c> or <c>/workflow</c>; <c>null</c> for any.</summary>
    public string? Path { get; init; }

    /// <summary>How long a delay or a foreign lock lasts, or the value of Retry-After.</summary>
    /// <value>Null by default: ten minutes for a delay, five seconds else.</value>
    public TimeSpan? Duration { get; init; }

    /// <summary>Whether Retry-After is a date instead of a number of seconds.</summary>
    public bool RetryAfterAsDate { get; init; }

    /// <summary>Shows the kind and the request that it waits for.</summary>
    public override string ToString() => $"{Kind} for {Method ?? "any"} {Path ?? "request"}";

    internal bool Fits(string method, string path) =>
        (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || path.StartsWith(Path.TrimStart('/'), StringComparison.OrdinalIgnoreCase));
}
