namespace Polaris.Client.Testing;

/// <summary>A fake server received requests that a well-made client would not send.</summary>
public sealed class UnexpectedRequestsException : Exception
{
    internal UnexpectedRequestsException(IReadOnlyList<UnexpectedRequest> requests)
        : base($"The fake server received {requests.Count} unexpected request(s):\n" + string.Join("\n", requests)) =>
        Requests = requests;

    /// <summary>The requests, in the order they arrived.</summary>
    public IReadOnlyList<UnexpectedRequest> Requests { get; }
}
