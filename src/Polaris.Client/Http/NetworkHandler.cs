using System.Net;

namespace Polaris.Client.Http;

/// <summary>The innermost handler: records when an attempt is handed to the network, and what its outcome leaves unknown.</summary>
internal sealed class NetworkHandler : DelegatingHandler
{
    private readonly bool _isDirect;

    /// <param name="network">Sends the requests.</param>
    public NetworkHandler(HttpMessageHandler network)
        : base(network) => _isDirect = NetworkHandlers.IsDirect(network);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = CallContext.Of(request);
        var address = request.RequestUri;
        context.CallerToken.ThrowIfCancellationRequested();
        cancellationToken.ThrowIfCancellationRequested();
        context.HandOver();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            context.Headers = response.Headers;
            EnsureNotRedirected(response, address);
            context.Settle(DoubtOf.Status(response.StatusCode));
            return response;
        }
        catch (Exception exception) when (DoubtOf.NeverLeft(exception) || IsConnectTimeout(exception, cancellationToken))
        {
            context.Settle(Doubt.NotSent);
            throw;
        }
    }

    /// <summary>.NET cancels an attempt with an inner timeout if a connection could not be established in time.</summary>
    /// <remarks>A handler of the caller's own in between may use the same form for a request that was sent, which then proves nothing.</remarks>
    private bool IsConnectTimeout(Exception exception, CancellationToken cancellationToken) =>
        _isDirect && DoubtOf.IsConnectTimeout(exception) && !cancellationToken.IsCancellationRequested;

    private static void EnsureNotRedirected(HttpResponseMessage response, Uri? address)
    {
        if (response.RequestMessage?.RequestUri is { } final && final != address)
        {
            var status = response.StatusCode;
            response.Dispose();
            throw new UnacceptableResponseException(
                "came from another address than the request was sent to: a handler below this client followed a redirect, perhaps with the "
                + "token or the body. Remove that handler, and check the base address",
                status);
        }
    }
}

/// <summary>The primary handlers, which connect to the network.</summary>
internal static class NetworkHandlers
{
    /// <summary>Creates a handler without cookies and redirects, which periodically renews its connections.</summary>
    /// <param name="server">The address; a loopback address is never reached through a proxy, which would see the password.</param>
    public static HttpMessageHandler Create(Uri? server)
    {
        var useProxy = server?.IsLoopback != true;
#if NETFRAMEWORK
        return new HttpClientHandler
        {
            UseCookies = false,
            UseProxy = useProxy,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,

            // .NET Framework allows two by default, so that callers would wait for each other.
            MaxConnectionsPerServer = int.MaxValue,
        };
#else
        return new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = useProxy,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
#endif
    }

    /// <summary>Refuses a primary handler that would send the token or a body to another address, or mix the logins of several users.</summary>
    /// <exception cref="InvalidOperationException">The primary handler follows redirects or keeps cookies.</exception>
    public static void EnsureSafe(HttpMessageHandler? network)
    {
        var primary = network;
        while (primary is DelegatingHandler { InnerHandler: { } inner })
        {
            primary = inner;
        }

        var (redirects, cookies) = primary switch
        {
            HttpClientHandler handler => (handler.AllowAutoRedirect, handler.UseCookies),
#if NET
            SocketsHttpHandler handler => (handler.AllowAutoRedirect, handler.UseCookies),
#endif
            _ => (false, false),
        };
        if (redirects || cookies)
        {
            throw new InvalidOperationException(
                $"The primary handler {primary!.GetType().Name} {(redirects ? "follows redirects" : "keeps cookies")}, so that a token or a "
                + "workflow could reach another server or user. Set AllowAutoRedirect = false and UseCookies = false.");
        }
    }

    /// <summary>Returns whether only handlers of IHttpClientFactory are between this library and the network of .NET.</summary>
    public static bool IsDirect(HttpMessageHandler network)
    {
        var handler = network;
        while (handler is DelegatingHandler { InnerHandler: { } inner }
            && handler.GetType().Namespace?.StartsWith("Microsoft.Extensions.Http", StringComparison.Ordinal) == true)
        {
            handler = inner;
        }

#if NET
        return handler is SocketsHttpHandler;
#else
        return false;
#endif
    }
}
