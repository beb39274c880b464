using Polaris.Client.Http;

namespace Polaris.Client.Composition;

/// <summary>Puts handlers one into the other.</summary>
internal static class HandlerChain
{
    /// <summary>The outermost handler first; the innermost is the network's.</summary>
    public static HttpMessageHandler Build(HttpMessageHandler network, params DelegatingHandler[] outermostFirst)
    {
        var chain = network;
        foreach (var handler in Enumerable.Reverse(outermostFirst))
        {
            handler.InnerHandler = chain;
            chain = handler;
        }

        return chain;
    }

    /// <summary>A client for one base address; the chain lives longer than it, and time-outs are the retry handler's.</summary>
    public static HttpClient Client(HttpMessageHandler chain, Uri baseAddress)
    {
        var client = new HttpClient(chain, disposeHandler: false)
        {
            BaseAddress = ServerAddress.WithTrailingSlash(baseAddress),
            Timeout = Timeout.InfiniteTimeSpan,
        };

        // .NET Framework would otherwise wait for "100 Continue" before it sends a body.
        client.DefaultRequestHeaders.ExpectContinue = false;
        return client;
    }
}
