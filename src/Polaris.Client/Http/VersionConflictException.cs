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

    /// <summary>The version that the server has; <c>null</c> if it did not say.</summary>
    public int? StoredVersion { get; init; }

    /// <summary>The version that was sent; <c>null</c> if none was sent or the server did not say.</summary>
    public int? SentVersion { get; init; }
}
