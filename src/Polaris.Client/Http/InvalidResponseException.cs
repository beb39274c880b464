namespace Polaris.Client;

/// <summary>The server answered with a success status, but not with what is documented: HTML of a proxy, JSON cut off, nothing at all.</summary>
/// <remarks>The request may have been carried out; find out before repeating it.</remarks>
public sealed class InvalidResponseException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public InvalidResponseException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
