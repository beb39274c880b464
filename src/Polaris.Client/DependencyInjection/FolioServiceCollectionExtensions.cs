using Polaris.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polaris.Client.Composition;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="FolioClient"/> with a container.</summary>
public static class FolioServiceCollectionExtensions
{
    /// <summary>Registers the client of one FOLIO gateway as a singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options; they are checked when the program starts.</param>
    /// <returns>The builder of the underlying HTTP client, for example to add a fake or a proxy.</returns>
    /// <example><code>
    /// services.AddFolioClient(options =&gt;
    /// {
    ///     options.BaseAddress = new Uri("https://folio.example.org/");
    ///     options.Tenant = "diku";
    ///     options.Credentials.UserName = "importer";
    ///     options.Credentials.Password = configuration["Folio:Password"];
    /// });
    /// </code></example>
    public static IHttpClientBuilder AddFolioClient(this IServiceCollection services, Action<FolioClientOptions> configure)
    {
        var builder = AddNamed(services, Options.Options.DefaultName, options => options.Configure(configure));
        services.TryAddSingleton(provider => Create(provider, Options.Options.DefaultName));
        return builder;
    }

    /// <summary>Registers the client of one FOLIO gateway, with options from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The section, for example <c>configuration.GetSection("Folio")</c>.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    /// <example><code>
    /// builder.Services.AddFolioClient(builder.Configuration.GetSection("Folio"));
    /// </code></example>
    public static IHttpClientBuilder AddFolioClient(this IServiceCollection services, IConfiguration configuration) =>
        AddFolioClient(services, options => OptionsBinding.Bind(configuration ?? throw new ArgumentNullException(nameof(configuration)), options));

    /// <summary>Registers the client of one FOLIO gateway among several, as a keyed singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key: <c>[FromKeyedServices("member")] FolioClient member</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the program starts.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddFolioClient(
        this IServiceCollection services, string key, Action<FolioClientOptions> configure)
    {
        var builder = AddNamed(services, key, options => options.Configure(configure));
        services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, key));
        return builder;
    }

    /// <summary>Registers the client of one FOLIO gateway among several, with options from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key: <c>[FromKeyedServices("member")] FolioClient member</c>.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddFolioClient(this IServiceCollection services, string key, IConfiguration configuration) =>
        AddFolioClient(services, key, options => OptionsBinding.Bind(configuration ?? throw new ArgumentNullException(nameof(configuration)), options));

    private static IHttpClientBuilder AddNamed(
        IServiceCollection services, string name, Action<OptionsBuilder<FolioClientOptions>> configure)
    {
        configure(services.AddOptions<FolioClientOptions>(name).ValidateOnStart());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FolioClientOptions>>(
            new OptionsValidator<FolioClientOptions>(static options => options.Problems())));

        return services.AddServerHttpClient(
            HttpClientName(name), provider => provider.GetRequiredService<IOptionsMonitor<FolioClientOptions>>().Get(name).BaseAddress);
    }

    private static FolioClient Create(IServiceProvider provider, string name)
    {
        var options = provider.GetRequiredService<IOptionsMonitor<FolioClientOptions>>().Get(name).Copy();
        var time = provider.GetService<TimeProvider>() ?? TimeProvider.System;
        return FolioClient.Create(
            new FolioProfile(options, name),
            provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(HttpClientName(name)),
            provider.GetService<ILoggerFactory>(),
            time);
    }

    private static string HttpClientName(string name) => name.Length == 0 ? "Polaris.Client.Folio" : $"Polaris.Client.Folio:{name}";
}
