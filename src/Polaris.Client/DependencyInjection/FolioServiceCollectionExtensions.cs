using Microsoft.Extensions.Configuration;
using Polaris.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="FolioClient"/> with a container.</summary>
public static class FolioServiceCollectionExtensions
{
    private const string HttpClientName = "Polaris.Client.Folio";

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
    public static IHttpClientBuilder AddFolioClient(this IServiceCollection services, Action<FolioClientOptions> configure) =>
        services.AddServerClient(HttpClientName, key: null, configure, FolioClient.Create);

    /// <summary>Registers the client of one FOLIO gateway, with options from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configuration">The section, for example <c>configuration.GetSection("Folio")</c>.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    /// <example><code>
    /// builder.Services.AddFolioClient(builder.Configuration.GetSection("Folio"));
    /// </code></example>
    public static IHttpClientBuilder AddFolioClient(this IServiceCollection services, IConfiguration configuration)
    {
        _ = configuration ?? throw new ArgumentNullException(nameof(configuration));
        return AddFolioClient(services, options => OptionsBinding.Bind(configuration, options));
    }

    /// <summary>Registers the client of one FOLIO gateway among several, as a keyed singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key: <c>[FromKeyedServices("member")] FolioClient member</c>.</param>
    /// <param name="configure">Sets the options; they are checked when the program starts.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddFolioClient(
        this IServiceCollection services, string key, Action<FolioClientOptions> configure) =>
        services.AddServerClient(HttpClientName, key ?? throw new ArgumentNullException(nameof(key)), configure, FolioClient.Create);

    /// <summary>Registers the client of one FOLIO gateway among several, with options from configuration.</summary>
    /// <param name="services">The container.</param>
    /// <param name="key">The key: <c>[FromKeyedServices("member")] FolioClient member</c>.</param>
    /// <param name="configuration">The section.</param>
    /// <returns>The builder of the underlying HTTP client.</returns>
    public static IHttpClientBuilder AddFolioClient(this IServiceCollection services, string key, IConfiguration configuration)
    {
        _ = configuration ?? throw new ArgumentNullException(nameof(configuration));
        return AddFolioClient(services, key, options => OptionsBinding.Bind(configuration, options));
    }
}
