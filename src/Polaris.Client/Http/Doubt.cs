using System.Net;
using System.Net.Sockets;

namespace Polaris.Client.Http;

/// <summary>What a failed call leaves open, the least first: of several attempts the largest counts.</summary>
internal enum Doubt
{
    /// <summary>The request provably never left this machine.</summary>
    NotSent,

    /// <summary>The server said that it did nothing.</summary>
    Refused,

    /// <summary>The server may have acted on the request.</summary>
    Unknown,
}

/// <summary>Decides what one attempt leaves open. Whether it was handed to the network is noted in its <see cref="CallContext"/>.</summary>
internal static class DoubtOf
{
    /// <summary>Returns what an answer leaves open that is not the documented success.</summary>
    public static Doubt Status(HttpStatusCode status) => (int)status is < 300 or 408 or >= 500 ? Doubt.Unknown : Doubt.Refused;

    /// <summary>Returns whether an exception has the form that .NET gives to a connection which was not made in time.</summary>
    public static bool IsConnectTimeout(Exception exception) => exception is OperationCanceledException { InnerException: TimeoutException };

    /// <summary>Returns whether an exception of the network proves that the request never left this machine.</summary>
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
