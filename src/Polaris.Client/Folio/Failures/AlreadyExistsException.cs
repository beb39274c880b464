namespace Polaris.Client.Folio;

/// <summary>Another record has this name, id or code already; nothing was changed.</summary>
/// <remarks>FOLIO compares names without regard to case and accents. It answers HTTP 422 to a POST, and
/// text with HTTP 400 to a PUT.</remarks>
public sealed class AlreadyExistsException : RequestFailedException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="member">The member whose value is taken, for example <c>name</c>; null when the server did not say.</param>
    /// <param name="value">The value that is taken; null when the server did not say. Show it, do not log it.</param>
    public AlreadyExistsException(string message, ApiFailure failure, string? member = null, string? value = null)
        : base(message, failure)
    {
        Member = member;
        Value = value;
    }

    /// <summary>The member whose value is taken, for example <c>name</c>; null when the server did not say.</summary>
    public string? Member { get; }

    /// <summary>The value that is taken; null when the server did not say. Show it, do not log it.</summary>
    public string? Value { get; }
}
