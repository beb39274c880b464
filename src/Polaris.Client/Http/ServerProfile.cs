using System.Net;
using System.Text.Json;

namespace Polaris.Client.Http;

/// <summary>
/// What is specific to one kind of server: the meaning of its error bodies, which requests may be repeated, and how a user signs
/// in.
/// </summary>
/// <param name="options">A private copy, already validated.</param>
internal abstract class ServerProfile(ClientOptions options)
{
    /// <summary>The name of the kind of server in telemetry.</summary>
    public abstract string System { get; }

    /// <summary>The address that every request is below, with a trailing slash; the token is never sent elsewhere.</summary>
    public abstract Uri Root { get; }

    public abstract JsonSerializerOptions Json { get; }

    public RetryOptions Retry => options.Retry;

    /// <summary>The time limit of one attempt.</summary>
    public TimeSpan Timeout => options.Timeout;

    /// <summary>The products that the caller names in the User-Agent header.</summary>
    public string? UserAgent => options.UserAgent;

    public int MaxResponseBytes => options.MaxResponseBytes;

    /// <summary>How long an asynchronous disposal waits for work in the background.</summary>
    public virtual TimeSpan ShutdownTimeout => TimeSpan.Zero;

    /// <summary>Returns the exception for an unsuccessful response, including that of a sign-in.</summary>
    public abstract RequestFailedException ToException(ApiFailure failure);

    /// <summary>Returns whether a successful response contains an error body, for servers that do this.</summary>
    public virtual bool IsErrorBody(HttpResponseMessage response) => false;

    /// <summary>Returns whether a route is part of signing in: its failure never concerns the call that waits for the token.</summary>
    public abstract bool IsSignIn(string route);

    /// <summary>Returns whether sending a request twice has the same effect as sending it once.</summary>
    public abstract bool IsRepeatable(HttpRequestMessage request);

    /// <summary>Returns whether another user holds the lock, so that the server did nothing.</summary>
    public virtual ValueTask<bool> IsLockConflictAsync(HttpResponseMessage response, CancellationToken cancellationToken) => default;

    /// <summary>Returns whether the server did not accept the token, so that a new one may help.</summary>
    public virtual ValueTask<bool> IsTokenRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response.StatusCode == HttpStatusCode.Unauthorized);

    /// <summary>Returns the tenant of a request, if the server has tenants.</summary>
    public virtual string? TenantOf(HttpRequestMessage request) => null;

    /// <summary>Returns the ID that a gateway assigned to a request.</summary>
    public virtual string? RequestIdOf(HttpResponseMessage response) => null;

    /// <summary>Creates the source of the tokens of one login.</summary>
    /// <param name="pipeline">Creates the interface of the sign-in.</param>
    /// <param name="login">The tenant that the user signs in to; empty if the server has no tenants.</param>
    public abstract ITokenSource CreateTokens(ServerPipeline pipeline, string login);

    /// <summary>Returns the known facts of a failed request.</summary>
    public ApiFailure FailureOf(HttpRequestMessage request, HttpStatusCode status)
    {
        var context = CallContext.Of(request);
        var route = RequestOptions.RouteOf(request);
        return new ApiFailure
        {
            StatusCode = status,
            Route = route,
            RequestPath = request.RequestUri?.AbsolutePath,
            Tenant = TenantOf(request),
            Attempts = context.Attempts,
            MayHaveBeenProcessed = context.Doubt == Doubt.Unknown && !IsSignIn(route),
        };
    }

    /// <summary>Returns the exception for a response that was received completely but is not what the method returns.</summary>
    public Exception Unreadable(HttpResponseMessage response, Exception exception)
    {
        // Missing JSON metadata is an error in the program, not on the server; a caller's cancellation remains one.
        if (exception is NotSupportedException or OperationCanceledException)
        {
            return exception;
        }

        var failure = FailureOf(response.RequestMessage!, (response.Content as ReceivedBody)?.Status ?? response.StatusCode);
        failure.Body = (response.Content as ReceivedBody)?.CappedText();
        failure.MediaType = response.Content?.Headers.ContentType?.MediaType;
        return new InvalidResponseException(
            $"{failure.Target} responded with HTTP {(int)failure.StatusCode}, but the body ({failure.MediaType ?? "no media type"}) is not the "
            + $"documented JSON. A proxy may have responded instead: check the base address{RequestFailures.Doubtful(failure)}.",
            failure,
            exception);
    }
}
