using Microsoft.Extensions.Logging;
using Polaris.Client.Folio;

namespace Polaris.Client.Testing;

/// <content>Clients that are connected to the fake.</content>
public sealed partial class FakeFolio
{
    /// <summary>Sets all options that a client needs to use this fake.</summary>
    /// <param name="options">The options to set.</param>
    /// <remarks>
    /// With a container: <c>services.AddFolioClient(fake.Configure).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler)</c>.
    /// </remarks>
    public void Configure(FolioClientOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        options.BaseAddress = Options.BaseAddress;
        options.Tenant = DefaultTenant;
        options.Credentials = new FolioCredentials { UserName = DefaultUserName, Password = DefaultPassword };
    }

    /// <summary>Creates a client that uses this fake, signed in as the default user.</summary>
    /// <param name="configure">Changes the options, for example the tenant.</param>
    /// <param name="loggers">The loggers of the client; <c>null</c> to log nothing.</param>
    /// <param name="time">The clock of the client; <c>null</c> to use the clock of the fake.</param>
    /// <example><code>
    /// await using FolioClient folio = new FakeFolio().CreateClient();
    /// HoldingsSource added = await folio.HoldingsSources.GetOrCreateAsync("Annex");
    /// </code></example>
    public FolioClient CreateClient(
        Action<FolioClientOptions>? configure = null, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        var options = new FolioClientOptions();
        Configure(options);
        configure?.Invoke(options);
        return FolioClient.Create(options, CreateHandler(), loggers, time ?? Options.TimeProvider);
    }
}
