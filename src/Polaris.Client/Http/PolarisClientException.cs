namespace Polaris.Client.Http;

/// <summary>The base of every exception that this library throws for what a server or the network did.</summary>
/// <remarks>
/// The caller's own mistakes are <see cref="ArgumentException"/> and <see cref="InvalidOperationException"/>; the caller's own
/// cancellation is <see cref="OperationCanceledException"/>, never wrapped.
/// </remarks>
public abstract class PolarisClientException : Exception
{
    private protected PolarisClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
