using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polaris.Client;
using Polaris.Client.Http;
using Polaris.Client.Telemetry;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a Polaris or FOLIO client, its options and its named HTTP client.</summary>
internal static class ServerHttpClient
{
    /// <summary>Registers a client as a singleton, which is keyed if it has a key.</summary>
    /// <param name="services">The container.</param>
    /// <param name="httpClientName">The name of the HTTP client of a client without a key.</param>
    /// <param name="key">The key; <see langword="null"/> for none.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="create">Creates the client.</param>
    /// <exception cref="InvalidOperationException">A client with this key is already registered.</exception>
    public static IHttpClientBuilder AddServerClient<TClient, TOptions>(
        this IServiceCollection services,
        string httpClientName,
        string? key,
        Action<TOptions> configure,
        Func<TOptions, HttpMessageHandler?, ILoggerFactory?, TimeProvider?, TClient> create)
        where TClient : class
        where TOptions : ClientOptions, new()
    {
        var optionsName = key ?? Options.Options.DefaultName;
        var httpName = optionsName.Length == 0 ? httpClientName : $"{httpClientName}:{key}";
        services.AddOptions<TOptions>(optionsName).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(new OptionsValidator<TOptions>()));
        var builder = services.AddServerHttpClient(httpName, provider => OptionsOf(provider).BaseAddress);
        if (key is null)
        {
            services.TryAddSingleton(Create);
        }
        else
        {
            services.TryAddKeyedSingleton(key, (provider, _) => Create(provider));
        }

        return builder;

        TOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(optionsName);

        TClient Create(IServiceProvider provider) => create(
            OptionsOf(provider),
            provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(httpName),
            provider.GetService<ILoggerFactory>(),
            provider.GetService<TimeProvider>());
    }

    /// <summary>
    /// Our clients are singletons and renew their connections themselves; the factory's own loggers would show addresses and headers.
    /// </summary>
    private static IHttpClientBuilder AddServerHttpClient(this IServiceCollection services, string name, Func<IServiceProvider, Uri?> addressOf)
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

    /// <summary>Reports all problems of options at once.</summary>
    private sealed class OptionsValidator<TOptions> : IValidateOptions<TOptions>
        where TOptions : ClientOptions
    {
        public ValidateOptionsResult Validate(string? name, TOptions options) =>
            options.Problems() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
    }

    /// <summary>Records in the container that a name is taken.</summary>
    private sealed class Registration(string name)
    {
        public string Name => name;
    }
}
