using System.Net;

namespace Polaris.Client.Composition;

/// <summary>The handler that talks to the network: no cookies of its own, no redirections, connections renewed now and then.</summary>
internal static class ServerHandler
{
    public static HttpMessageHandler Create()
    {
#if NETFRAMEWORK
        return new HttpClientHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,

            // .NET Framework allows two by default, so that callers would wait for each other.
            MaxConnectionsPerServer = int.MaxValue,
        };
#else
        return new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
#endif
    }
}
