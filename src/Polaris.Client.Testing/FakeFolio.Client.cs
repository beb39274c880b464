using Microsoft.Extensions.Logging;
using Polaris.Client.Folio;

namespace Polaris.Client.Testing;

/// <content>Clients that talk to the fake.</content>
public sealed partial class FakeFolio
{
    /// <summary>Fills in all that a client needs to talk to this fake.</summary>
    /// <param name="options">The options to fill in.</param>
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

    /// <summary>A client that talks to this fake, signed in as the default user.</summary>
    /// <param name="configure">Changes the options, for example the tenant.</param>
    /// <param name="loggers">Where the client logs; null = nowhere.</param>
    /// <param name="time">The client's clock; null = the one of the fake.</param>
    public FolioClient CreateClient(
        Action<FolioClientOptions>? configure = null, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        var options = new FolioClientOptions();
        Configure(options);
        configure?.Invoke(options);
        return FolioClient.Create(options, CreateHandler(), loggers, time ?? Options.TimeProvider);
    }
}
