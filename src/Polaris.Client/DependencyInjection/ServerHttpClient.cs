using Polaris.Client.Composition;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The named HTTP client beneath a client of ours.</summary>
internal static class ServerHttpClient
{
    /// <summary>
    /// Our clients are singletons and renew their connections themselves; the factory's own loggers would show addresses and headers.
    /// </summary>
    public static IHttpClientBuilder AddServerHttpClient(this IServiceCollection services, string name) => services
        .AddHttpClient(name)
        .ConfigurePrimaryHttpMessageHandler(ServerHandler.Create)
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
}
