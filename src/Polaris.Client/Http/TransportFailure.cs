using System.Net;
using System.Net.Sockets;

namespace Polaris.Client.Http;

/// <summary>Recognises the exceptions of a network that gave no answer, and what they prove.</summary>
internal static class TransportFailure
{
    /// <summary>Whether the exception means that no answer came.</summary>
    public static bool Is(Exception exception, CancellationToken callersToken) => exception switch
    {
        OperationCanceledException => !callersToken.IsCancellationRequested,
        HttpRequestException or IOException or InvalidDataException or TimeoutException => true,
        _ => false,
    };

    /// <summary>Whether the request provably never left this machine.</summary>
    public static bool NeverLeft(Exception exception)
    {
#if NET
        if (exception is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } known)
        {
            return known.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
        }
#endif
        return exception is HttpRequestException && exception.InnerException switch
        {
            SocketException socket => socket.SocketErrorCode is SocketError.ConnectionRefused or SocketError.HostNotFound
                or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.TryAgain,
            WebException web => web.Status is WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ConnectFailure
                or WebExceptionStatus.ProxyNameResolutionFailure or WebExceptionStatus.TrustFailure
                or WebExceptionStatus.SecureChannelFailure,
            _ => false,
        };
    }

    /// <summary>What happened, in words.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        TimeoutException or OperationCanceledException => "took longer than the time-out",
        _ when NeverLeft(exception) => "could not be sent: no connection to the server",
        _ => "got no answer: the connection broke",
    };
}
