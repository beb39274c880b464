using System.Net.Sockets;

namespace Polaris.Client.Testing;

/// <summary>The exceptions of a real connection.</summary>
internal static class ConnectionFailure
{
    private const string RefusedMessage = "Connection refused (a fault injected by the fake server).";
    private const string ResetMessage =
        "An error occurred while sending the request (a fault injected by the fake server).";
    private const string ReadMessage = "Unable to read data from the transport connection: Connection reset by peer.";
    private const string EndedMessage = "The response ended prematurely (a fault injected by the fake server).";

#if !NET
    public static HttpRequestException Refused() => new(RefusedMessage, Socket(SocketError.ConnectionRefused));

    public static HttpRequestException Reset() => new(ResetMessage, Broken());

    public static IOException WhileReading() => new(EndedMessage);
#else
    public static HttpRequestException Refused() =>
        new(HttpRequestError.ConnectionError, RefusedMessage, Socket(SocketError.ConnectionRefused));

    // The client cannot see whether the server processed the request; both resets look alike on purpose.
    public static HttpRequestException Reset() => new(HttpRequestError.Unknown, ResetMessage, Broken());

    public static IOException WhileReading() => new HttpIOException(HttpRequestError.ResponseEnded, EndedMessage);
#endif

    private static IOException Broken() => new(ReadMessage, Socket(SocketError.ConnectionReset));

    private static SocketException Socket(SocketError error) => new((int)error);
}
