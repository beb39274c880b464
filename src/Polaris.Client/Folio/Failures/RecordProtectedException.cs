namespace Polaris.Client.Folio;

/// <summary>The record belongs to the system and cannot be changed or deleted this way; nothing was changed.</summary>
/// <remarks>A holdings source with source <c>folio</c>, a call number type with source <c>system</c>. HTTP 400.</remarks>
public sealed class RecordProtectedException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    public RecordProtectedException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}
