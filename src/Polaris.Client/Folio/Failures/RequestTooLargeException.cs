namespace Polaris.Client.Folio;

/// <summary>The request is too large for the gateway or the module (HTTP 413, 414 or 431): split it.</summary>
public sealed class RequestTooLargeException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    public RequestTooLargeException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}
