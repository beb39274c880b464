namespace Polaris.Client.Folio;

/// <summary>The exception that is thrown when another record already has this name, ID or code; nothing was changed.</summary>
/// <remarks>
/// FOLIO compares names without regard to case and accents. Releases report this differently, with HTTP 400 or 422, as text or as JSON; all
/// of these become this exception, on POST and on PUT.
/// </remarks>
public sealed class AlreadyExistsException : RequestFailedException
{
    /// <summary>Initializes a new instance of the <see cref="AlreadyExistsException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="member">The property whose value is taken, for example <c>name</c>; <c>null</c> if the server did not return it.</param>
    /// <param name="value">The value that is taken; <c>null</c> if the server did not return it. Show it, do not log it.</param>
    public AlreadyExistsException(string message, ApiFailure failure, string? member = null, string? value = null)
        : base(message, failure)
    {
        Member = member;
        Value = value;
    }

    /// <summary>The property whose value is taken, for example <c>name</c>; <c>null</c> if the server did not return it.</summary>
    public string? Member { get; }

    /// <summary>The value that is taken; <c>null</c> if it is not known. Show it, do not log it.</summary>
    /// <remarks>Recent releases report it in lower case and without accents, as they compare it.</remarks>
    public string? Value { get; }
}

/// <summary>The exception that is thrown when the record cannot be deleted, because other records refer to it; nothing was changed.</summary>
/// <remarks>HTTP 400 with the text <c>is still referenced from</c>.</remarks>
public sealed class RecordInUseException : RequestFailedException
{
    /// <summary>Initializes a new instance of the <see cref="RecordInUseException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="referencedFrom">The server's table of the records that refer to it; <c>null</c> if the server did not return it.</param>
    public RecordInUseException(string message, ApiFailure failure, string? referencedFrom = null)
        : base(message, failure)
    {
        ReferencedFrom = referencedFrom;
    }

    /// <summary>
    /// The server's table of the records that refer to it, for example <c>holdings_record</c>; <c>null</c> if the server did not
    /// return it.
    /// </summary>
    public string? ReferencedFrom { get; }
}

/// <summary>The exception that is thrown when the record belongs to the system and cannot be changed or deleted; nothing was changed.</summary>
/// <remarks>A holdings source or subject type with source <c>folio</c>, a call number type with source <c>system</c>. HTTP 400 or 422.</remarks>
public sealed class RecordProtectedException : RequestFailedException
{
    /// <summary>Initializes a new instance of the <see cref="RecordProtectedException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    public RecordProtectedException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}

/// <summary>
/// The exception that is thrown when the server could not execute the CQL query. See
/// <see cref="RequestFailedException.ServerMessage"/> for the reason.
/// </summary>
/// <remarks>HTTP 400.</remarks>
public sealed class InvalidQueryException : RequestFailedException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidQueryException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    public InvalidQueryException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}

/// <summary>The exception that is thrown when the request is too large for the gateway or the module: split it.</summary>
/// <remarks>HTTP 413, 414 or 431.</remarks>
public sealed class RequestTooLargeException : RequestFailedException
{
    /// <summary>Initializes a new instance of the <see cref="RequestTooLargeException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    public RequestTooLargeException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}

/// <summary>
/// The exception that is thrown when the gateway does not know the route or the tenant, or rejects the form of the token.
/// Changing the record does not help.
/// </summary>
/// <remarks>HTTP 404 that is not about a record, HTTP 400 <c>No such Tenant</c>, an HTML page of a proxy. Check the base address, the tenant, and
/// whether its modules are enabled.</remarks>
public sealed class GatewayConfigurationException : RequestFailedException
{
    /// <summary>Initializes a new instance of the <see cref="GatewayConfigurationException"/> class; public so that programs can be tested with it.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    public GatewayConfigurationException(string message, ApiFailure failure)
        : base(message, failure)
    {
    }
}
