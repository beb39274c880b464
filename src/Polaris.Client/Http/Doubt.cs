using System.Net;
using System.Net.Sockets;

namespace Polaris.Client.Http;

/// <summary>What is unknown after a failed call, the least first: of several attempts the largest counts.</summary>
internal enum Doubt
{
    /// <summary>The request was provably not sent.</summary>
    NotSent,

    /// <summary>The server reported that it did nothing.</summary>
    Refused,

    /// <summary>The server may have acted on the request.</summary>
    Unknown,
}

/// <summary>Decides what is unknown after one attempt. Its <see cref="CallContext"/> records whether it was handed to the network.</summary>
internal static class DoubtOf
{
    /// <summary>Returns what is unknown after a response other than the documented success.</summary>
    public static Doubt Status(HttpStatusCode status) => (int)status is < 300 or 408 or >= 500 ? Doubt.Unknown : Doubt.Refused;

    /// <summary>Returns whether an exception has the form that .NET uses for a connection that was not established in time.</summary>
    public static bool IsConnectTimeout(Exception exception) => exception is OperationCanceledException { InnerException: TimeoutException };

    /// <summary>Returns whether an exception of the network proves that the request was not sent.</summary>
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
}
