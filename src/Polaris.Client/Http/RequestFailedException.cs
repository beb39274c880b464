using System.Net;

namespace Polaris.Client;

/// <summary>The server answered, and the answer was not a success.</summary>
/// <remarks>
/// The message never holds the body: read <see cref="Body"/> for it. Derived types exist where a caller would act differently.
/// </remarks>
public class RequestFailedException : PolarisClientException
{
    /// <summary>Makes the exception; public so that programs can be tested with it.</summary>
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

    /// <summary>The server's error code, when the body told one.</summary>
    public string? ErrorCode => Failure.ErrorCode;

    /// <summary>The server's own words, when the body had some. They may name records or people: show them, do not log them.</summary>
    public string? ServerMessage => Failure.ServerMessage;

    /// <summary>The route as a template, for example <c>PUT /workflow/{workflowRequestGuid}</c>.</summary>
    public string Route => Failure.Route;

    /// <summary>The path that was asked for, without query.</summary>
    public string? RequestPath => Failure.RequestPath;

    /// <summary>The tenant that was asked, where the server has tenants (FOLIO).</summary>
    public string? Tenant => Failure.Tenant;

    /// <summary>The id that a gateway gave to the request, when it told one.</summary>
    public string? RequestId => Failure.RequestId;

    /// <summary>The list of errors in the body, when it had one; otherwise empty.</summary>
    public IReadOnlyList<ApiError> Errors => Failure.Errors;

    /// <summary>The body as text, at most <see cref="ApiFailure.MaxBodyLength"/> characters.</summary>
    public string? Body => Failure.Body;

    /// <summary>Whether the server may have acted on the request all the same: <see cref="ApiFailure.MayHaveBeenProcessed"/>.</summary>
    public override bool MayHaveBeenProcessed => Failure.MayHaveBeenProcessed;

    /// <summary>How many times the request was sent, 1 or more.</summary>
    public int Attempts => Failure.Attempts;
}
