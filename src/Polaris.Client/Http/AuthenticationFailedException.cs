namespace Polaris.Client;

/// <summary>The server did not accept who we are: a refused sign-in, or a token that stayed refused after one renewal.</summary>
/// <remarks>A refused sign-in is not repeated by the library, because accounts are blocked after a few failures.</remarks>
public sealed class AuthenticationFailedException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public AuthenticationFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
