namespace Polaris.Client.Folio;

/// <summary>The server could not read or carry out the CQL query (HTTP 400). <see cref="RequestFailedException.ServerMessage"/> tells why.</summary>
public sealed class InvalidQueryException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    public InvalidQueryException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}
