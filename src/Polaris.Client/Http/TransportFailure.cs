using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Polaris.Client.Http;

/// <summary>Recognizes the exceptions of a network that gave no answer, and names their cause.</summary>
internal static class TransportFailure
{
    /// <summary>Returns whether the exception means that no answer came.</summary>
    public static bool Is(Exception exception, CancellationToken callersToken) => exception switch
    {
        OperationCanceledException => !callersToken.IsCancellationRequested,
        HttpRequestException or IOException or InvalidDataException or TimeoutException => true,
        _ => false,
    };

    /// <summary>Returns what happened, as the end of a sentence that begins with the route.</summary>
    /// <param name="exception">What the network threw.</param>
    /// <param name="mayHaveLeft">Whether the request may have left this machine.</param>
    public static string Describe(Exception exception, bool mayHaveLeft) => exception switch
    {
        _ when !mayHaveLeft && DoubtOf.IsConnectTimeout(exception) => "could not be sent: no connection to the server could be made in time",
        TimeoutException or OperationCanceledException => "took longer than the time-out",
        _ when DoubtOf.NeverLeft(exception) => $"could not be sent: {Cause(exception)}",
        _ => "got no answer: the connection broke",
    };

    private static string Cause(Exception exception)
    {
#if NET
        switch ((exception as HttpRequestException)?.HttpRequestError)
        {
            case HttpRequestError.NameResolutionError: return NoName;
            case HttpRequestError.SecureConnectionError: return NoTls;
            case HttpRequestError.ProxyTunnelError: return "the proxy did not let the request through";
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

    private const string NoName = "the name of the host could not be resolved (DNS); check the base address";

    private const string NoTls = "no secure connection (TLS) could be made; check the server's certificate";
}
