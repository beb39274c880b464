using Microsoft.Extensions.Logging;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The named HTTP client of a Polaris or FOLIO client.</summary>
internal static class ServerHttpClient
{
    /// <summary>
    /// Our clients are singletons and renew their connections themselves; the factory's own loggers would show addresses and headers.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The name of the HTTP client.</param>
    /// <param name="addressOf">Returns the address of the server.</param>
    /// <exception cref="InvalidOperationException">A client with this name is already registered.</exception>
    public static IHttpClientBuilder AddServerHttpClient(this IServiceCollection services, string name, Func<IServiceProvider, Uri?> addressOf)
    {
        if (services.Any(service => service.ServiceType == typeof(Registration) && ((Registration)service.ImplementationInstance!).Name == name))
        {
            throw new InvalidOperationException(
                $"The client '{name}' is already registered; its options and password would be mixed with those of the other one. Register each "
                + "client once, and use a key for each of several clients.");
        }

        services.AddSingleton(new Registration(name));
        return services
            .AddHttpClient(name)
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) => Drop(handlers, provider, name))
            .ConfigurePrimaryHttpMessageHandler(provider => NetworkHandlers.Create(addressOf(provider)))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }

    /// <summary>Drops the handlers that ConfigureHttpClientDefaults added for all clients: one that retries would execute workflows twice.</summary>
    private static void Drop(IList<DelegatingHandler> handlers, IServiceProvider provider, string name)
    {
        if (handlers.Count > 0 && provider.GetService<ILoggerFactory>() is { } loggers)
        {
            Log.HandlersDropped(
                loggers.CreateLogger(ClientMetrics.Name), name, string.Join(", ", handlers.Select(handler => handler.GetType().Name)));
        }

        handlers.Clear();
    }

    /// <summary>Records in the container that a name is taken.</summary>
    private sealed class Registration(string name)
    {
        public string Name => name;
    }
}
