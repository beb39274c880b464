namespace Polaris.Client.Folio;

/// <summary>The record cannot be deleted, because other records refer to it; nothing was changed.</summary>
/// <remarks>HTTP 400 with the words <c>is still referenced from</c>.</remarks>
public sealed class RecordInUseException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="referencedFrom">The server's table of the records that refer to it; null when it did not say.</param>
    public RecordInUseException(string message, ApiFailure failure, string? referencedFrom = null)
        : base(message, failure)
    {
        ReferencedFrom = referencedFrom;
    }

    /// <summary>The server's table of the records that refer to it, for example <c>holdings_record</c>; null when it did not say.</summary>
    public string? ReferencedFrom { get; }
}
