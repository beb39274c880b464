using Microsoft.Extensions.Logging;

namespace Polaris.Client.Testing;

/// <content>Clients that talk to the fake.</content>
public sealed partial class FakePolaris
{
    /// <summary>The organization of <see cref="Configure"/>.</summary>
    public const int DefaultOrganizationId = 3;

    /// <summary>The workstation of <see cref="Configure"/>.</summary>
    public const int DefaultWorkstationId = 1242;

    private static int created;

    // A host of its own: a client takes two servers of one address for the same, and lets leases of one object take turns.
    private readonly Uri _address = new($"https://polaris{Interlocked.Increment(ref created)}.example/");

    /// <summary>Sets all options that a client needs to talk to this fake. The time zone of the server is not among them.</summary>
    /// <param name="options">The options to set.</param>
    /// <remarks>
    /// With a container: <c>services.AddPolarisClient(fake.Configure).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler)</c>.
    /// </remarks>
    public void Configure(PolarisClientOptions options)
    {
        _ = options ?? throw new ArgumentNullException(nameof(options));
        options.BaseAddress = _address;
        options.SiteDomain = _options.SiteDomain;
        options.OrganizationId = DefaultOrganizationId;
        options.WorkstationId = DefaultWorkstationId;
        options.Credentials = new PolarisCredentials
        {
            Domain = DefaultDomain,
            UserName = DefaultUserName,
            Password = DefaultPassword,
        };
    }

    /// <summary>Creates a client that talks to this fake, signed in as the default user.</summary>
    /// <param name="configure">Changes the options, for example the workstation.</param>
    /// <param name="loggers">Where the client logs; <c>null</c> for nowhere.</param>
    /// <param name="time">The client's clock; <c>null</c> for the one of the fake.</param>
    public PolarisClient CreateClient(
        Action<PolarisClientOptions>? configure = null, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        var options = new PolarisClientOptions();
        Configure(options);
        configure?.Invoke(options);
        return PolarisClient.Create(options, CreateHandler(), loggers, time ?? _options.TimeProvider);
    }
}
