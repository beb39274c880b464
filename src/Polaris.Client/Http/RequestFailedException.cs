using System.Net;

namespace Polaris.Client;

/// <summary>The exception that is thrown when the server responded, but not with success.</summary>
/// <remarks>
/// The message never contains the body: read <see cref="Body"/> for it. Derived types exist where a caller would act differently.
/// </remarks>
public class RequestFailedException : PolarisClientException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="innerException">The cause, if any.</param>
    public RequestFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, innerException) =>
        Failure = failure ?? throw new ArgumentNullException(nameof(failure));

    /// <summary>All facts of the response.</summary>
    public ApiFailure Failure { get; }

    /// <summary>The HTTP status of the response.</summary>
    public HttpStatusCode StatusCode => Failure.StatusCode;

    /// <summary>The server's error code, if the body has one.</summary>
    public string? ErrorCode => Failure.ErrorCode;

    /// <summary>The server's own message, if the body has one. It may name records or people: show it, do not log it.</summary>
    public string? ServerMessage => Failure.ServerMessage;

    /// <summary>The route as a template, for example <c>PUT /workflow/{workflowRequestGuid}</c>.</summary>
    public string Route => Failure.Route;

    /// <summary>The requested path, without query.</summary>
    public string? RequestPath => Failure.RequestPath;

    /// <summary>The tenant of the request, if the server has tenants (FOLIO).</summary>
    public string? Tenant => Failure.Tenant;

    /// <summary>The ID that a gateway assigned to the request, if it returned one.</summary>
    public string? RequestId => Failure.RequestId;

    /// <summary>The list of errors in the body, if it has one; otherwise empty.</summary>
    public IReadOnlyList<ApiError> Errors => Failure.Errors;

    /// <summary>The body as text, at most <see cref="ApiFailure.MaxBodyLength"/> characters.</summary>
    public string? Body => Failure.Body;

    /// <summary>Whether the server may have acted on the request anyway: <see cref="ApiFailure.MayHaveBeenProcessed"/>.</summary>
    public override bool MayHaveBeenProcessed => Failure.MayHaveBeenProcessed;

    /// <summary>The number of times that the request was sent, 1 or more.</summary>
    public int Attempts => Failure.Attempts;
}

/// <summary>The exception that is thrown when the server did not accept the credentials, or still refused the token after one renewal.</summary>
/// <remarks>A refused sign-in is not repeated by the library, because accounts are blocked after a few failures.</remarks>
public sealed class AuthenticationFailedException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="innerException">The cause, if any.</param>
    public AuthenticationFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>The exception that is thrown when the user or the workstation lacks a permission (HTTP 403).</summary>
public sealed class PermissionDeniedException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="innerException">The cause, if any.</param>
    public PermissionDeniedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>The exception that is thrown when the record, or another object of the route, does not exist (HTTP 404).</summary>
public sealed class NotFoundException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="innerException">The cause, if any.</param>
    public NotFoundException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>The exception that is thrown when the server rejected the request (HTTP 400 or 422); nothing was changed.</summary>
public sealed class ValidationFailedException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="innerException">The cause, if any.</param>
    public ValidationFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>
/// The exception that is thrown when another user changed the record since it was read (HTTP 409): read it again and repeat the
/// change.
/// </summary>
public sealed class VersionConflictException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="innerException">The cause, if any.</param>
    public VersionConflictException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }

    /// <summary>The version on the server; <c>null</c> if the server did not return it.</summary>
    public int? StoredVersion { get; init; }

    /// <summary>The version that was sent; <c>null</c> if none was sent or the server did not return it.</summary>
    public int? SentVersion { get; init; }
}

/// <summary>
/// The exception that is thrown when the status is a success, but the response is not as documented: HTML of a proxy, truncated
/// JSON, an empty body.
/// </summary>
/// <remarks>The request may have been carried out; find out before you repeat it.</remarks>
public sealed class InvalidResponseException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the response.</param>
    /// <param name="innerException">The cause, if any.</param>
    public InvalidResponseException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
