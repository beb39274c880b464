using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Polaris.Client.Http;

/// <summary>Recognizes the exceptions of a network that did not return a response, and names their cause.</summary>
internal static class TransportFailure
{
    /// <summary>Returns whether the exception means that no response was received.</summary>
    public static bool Is(Exception exception, CancellationToken callersToken) => exception switch
    {
        OperationCanceledException => !callersToken.IsCancellationRequested,
        HttpRequestException or IOException or InvalidDataException or TimeoutException => true,
        _ => false,
    };

    /// <summary>Returns what happened, as the end of a sentence that starts with the route.</summary>
    /// <param name="exception">The exception of the network.</param>
    /// <param name="mayHaveLeft">Whether the request may have been sent.</param>
    public static string Describe(Exception exception, bool mayHaveLeft) => exception switch
    {
        _ when !mayHaveLeft && DoubtOf.IsConnectTimeout(exception) => "could not be sent: no connection to the server could be established in time",
        TimeoutException when !mayHaveLeft => "exceeded the timeout while it waited for a token",
        TimeoutException or OperationCanceledException => "exceeded the timeout",
        _ when DoubtOf.NeverLeft(exception) => $"could not be sent: {Cause(exception)}",
        _ => "received no response: the connection broke",
    };

    /// <summary>Returns what happened to a sign-in, as the end of a sentence that starts with it.</summary>
    public static string Describe(TransportException signIn) => Describe(signIn.InnerException ?? signIn, signIn.MayHaveBeenProcessed);

    /// <summary>Returns the exception for work that the disposal of its client canceled, which its caller did not.</summary>
    public static TransportException Ended(string route, bool mayHaveBeenProcessed, OperationCanceledException exception) => new(
        mayHaveBeenProcessed
            ? $"{route} received no response before the disposal of its client gave up waiting. The server may have acted on it: find out before sending it again."
            : $"{route} was not carried out, because the disposal of its client gave up waiting. It is safe to send it again with another client.",
        route,
        mayHaveBeenProcessed,
        exception);

    private static string Cause(Exception exception)
    {
#if NET
        switch ((exception as HttpRequestException)?.HttpRequestError)
        {
            case HttpRequestError.NameResolutionError: return NoName;
            case HttpRequestError.SecureConnectionError: return NoTls;
            case HttpRequestError.ProxyTunnelError: return "the proxy rejected the request";
        }
#endif
        return exception.InnerException switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain } => NoName,
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "the server refused the connection; check the host and the port",
            WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure } => NoName,
            WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure } or AuthenticationException => NoTls,
            _ => "no connection to the server",
        };
    }

    private const string NoName = "the host name could not be resolved (DNS); check the base address";

    private const string NoTls = "no secure connection (TLS) could be established; check the server's certificate";
}
