namespace Polaris.Client.Testing;

/// <summary>A request that a well-made client would not send, and why.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path of the address.</param>
/// <param name="Reason">What is wrong with the request.</param>
public sealed record UnexpectedRequest(string Method, string Path, string Reason)
{
    /// <summary>Shows the request and the reason.</summary>
    public override string ToString() => $"{Method} {Path}: {Reason}";
}
