using Microsoft.Extensions.Configuration;
using Polaris.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="PolarisClient"/> with a container.</summary>
public static class PolarisServiceCollectionExtensions
{
    private const string HttpClientName = "Polaris.Client";

    /// <summary>Registers the client of one Polaris server as a singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options; they are checked when the program starts.</param>
    /// <returns>The builder of the underlying HTTP client, for example to add a fake or a proxy.</returns>
    /// <example><code>
    /// services.AddPolarisClient(options =&gt;
    /// {
    ///     options.BaseAddress = new Uri("https://polaris.example.org/");
    ///     options.OrganizationId = 3;
    ///     options.WorkstationId = 1242;
    ///     options.Credentials.Domain = "LIBRARY";
    ///     options.Credentials.UserName = "importer";
    ///     options.Credentials.Password = configuration["Polaris:Password"];
    /// });
    /// </code></example>
    public static IHttpClientBuilder AddPolarisClient(this IServiceCollection services, Action<PolarisClientOptions> configure) =>
        services.AddServerClient(HttpClientName, key: null, configure, PolarisClient.Create);

    /// <summary>Registers the client of one Polaris server, with options from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The section, for example <c>configuration.GetSection("Polaris")</c>.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    /// <example><code>
    /// builder.Services.AddPolarisClient(builder.Configuration.GetSection("Polaris"));
    /// </code></example>
    public static IHttpClientBuilder AddPolarisClient(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration ?? throw new ArgumentNullException(nameof(configuration));
        return AddPolarisClient(services, options => OptionsBinding.Bind(configuration, options));
    }

    /// <summary>Registers the client of one Polaris server among several, as a keyed singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key: <c>[FromKeyedServices("east")] PolarisClient east</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the program starts.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddPolarisClient(
        this IServiceCollection services, string key, Action<PolarisClientOptions> configure) =>
        services.AddServerClient(HttpClientName, key ?? throw new ArgumentNullException(nameof(key)), configure, PolarisClient.Create);

    /// <summary>Registers the client of one Polaris server among several, with options from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key: <c>[FromKeyedServices("east")] PolarisClient east</c>.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddPolarisClient(this IServiceCollection services, string key, IConfiguration configuration)
    {
        _ = configuration ?? throw new ArgumentNullException(nameof(configuration));
        return AddPolarisClient(services, key, options => OptionsBinding.Bind(configuration, options));
    }
}
