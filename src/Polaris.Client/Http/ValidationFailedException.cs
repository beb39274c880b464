namespace Polaris.Client;

/// <summary>The server found the request wrong (HTTP 400 or 422); nothing was changed.</summary>
public sealed class ValidationFailedException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public ValidationFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
