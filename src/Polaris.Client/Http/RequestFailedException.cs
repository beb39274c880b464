using System.Net;

namespace Polaris.Client;

/// <summary>The server answered, and the answer was not a success.</summary>
/// <remarks>
/// The message never holds the body: read <see cref="Body"/> for it. Derived types exist where a caller would act differently.
/// </remarks>
public class RequestFailedException : PolarisClientException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public RequestFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, innerException) =>
        Failure = failure ?? throw new ArgumentNullException(nameof(failure));

    /// <summary>All facts of the answer.</summary>
    public ApiFailure Failure { get; }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode => Failure.StatusCode;

    /// <summary>The server's error code, if the body has one.</summary>
    public string? ErrorCode => Failure.ErrorCode;

    /// <summary>The server's own words, when the body had some. They may name records or people: show them, do not log them.</summary>
    public string? ServerMessage => Failure.ServerMessage;

    /// <summary>The route as a template, for example <c>PUT /workflow/{workflowRequestGuid}</c>.</summary>
    public string Route => Failure.Route;

    /// <summary>The path that was asked for, without query.</summary>
    public string? RequestPath => Failure.RequestPath;

    /// <summary>The tenant that was asked, where the server has tenants (FOLIO).</summary>
    public string? Tenant => Failure.Tenant;

    /// <summary>The id that a gateway gave to the request, if it returned one.</summary>
    public string? RequestId => Failure.RequestId;

    /// <summary>The list of errors in the body, when it had one; otherwise empty.</summary>
    public IReadOnlyList<ApiError> Errors => Failure.Errors;

    /// <summary>The body as text, at most <see cref="ApiFailure.MaxBodyLength"/> characters.</summary>
    public string? Body => Failure.Body;

    /// <summary>Whether the server may have acted on the request anyway: <see cref="ApiFailure.MayHaveBeenProcessed"/>.</summary>
    public override bool MayHaveBeenProcessed => Failure.MayHaveBeenProcessed;

    /// <summary>How many times the request was sent, 1 or more.</summary>
    public int Attempts => Failure.Attempts;
}

/// <summary>The server did not accept who we are: a refused sign-in, or a token that stayed refused after one renewal.</summary>
/// <remarks>A refused sign-in is not repeated by the library, because accounts are blocked after a few failures.</remarks>
public sealed class AuthenticationFailedException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public AuthenticationFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>The user or the workstation may not do this (HTTP 403).</summary>
public sealed class PermissionDeniedException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public PermissionDeniedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>The record, or what the route names, does not exist (HTTP 404).</summary>
public sealed class NotFoundException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public NotFoundException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>The server found the request wrong (HTTP 400 or 422); nothing was changed.</summary>
public sealed class ValidationFailedException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public ValidationFailedException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}

/// <summary>Another user changed the record since it was read (HTTP 409): read it again and apply the change anew.</summary>
public sealed class VersionConflictException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
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

/// <summary>The server answered with a success status, but not with what is documented: HTML of a proxy, JSON cut off, nothing at all.</summary>
/// <remarks>The request may have been carried out; find out before repeating it.</remarks>
public sealed class InvalidResponseException : RequestFailedException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="failure">The facts of the answer.</param>
    /// <param name="innerException">What lay beneath, if anything.</param>
    public InvalidResponseException(string message, ApiFailure failure, Exception? innerException = null)
        : base(message, failure, innerException)
    {
    }
}
