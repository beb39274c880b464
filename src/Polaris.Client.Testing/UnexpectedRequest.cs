namespace Polaris.Client.Testing;

/// <summary>How serious an unexpected request is.</summary>
public enum UnexpectedLevel
{
    /// <summary>Servers accept it, but a careful client would not send it.</summary>
    Remark,

    /// <summary>The server refuses it, ignores a part of it, or may misread it.</summary>
    Wrong,
}

/// <summary>A request that a careful client would not send, and why.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path of the address.</param>
/// <param name="Reason">What is wrong with the request.</param>
public sealed record UnexpectedRequest(string Method, string Path, string Reason)
{
    /// <summary>How serious it is.</summary>
    public UnexpectedLevel Level { get; init; } = UnexpectedLevel.Wrong;

    /// <summary>Returns the request and the reason.</summary>
    public override string ToString() => $"{Method} {Path}: {Reason}";
}

/// <summary>The exception that is thrown when a fake server received requests that a careful client would not send.</summary>
public sealed class UnexpectedRequestsException : Exception
{
    internal UnexpectedRequestsException(IReadOnlyList<UnexpectedRequest> requests)
        : base($"The fake server received {requests.Count} unexpected request(s):\n" + string.Join("\n", requests)) =>
        Requests = requests;

    /// <summary>The requests, in the order they arrived.</summary>
    public IReadOnlyList<UnexpectedRequest> Requests { get; }
}
