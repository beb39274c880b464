namespace Polaris.Client;

/// <summary>Somebody else changed the record since it was read (HTTP 409): read it again and apply the change anew.</summary>
public sealed class VersionConflictException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public VersionConflictException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
