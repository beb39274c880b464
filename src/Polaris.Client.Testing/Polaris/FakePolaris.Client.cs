using Microsoft.Extensions.Logging;

namespace Polaris.Client.Testing;

/// <content>Clients that are connected to the fake.</content>
public sealed partial class FakePolaris
{
    /// <summary>The organization of <see cref="Configure"/>.</summary>
    public const int DefaultOrganizationId = 3;

    /// <summary>The workstation of <see cref="Configure"/>.</summary>
    public const int DefaultWorkstationId = 1242;

    private static int created;

    // Each fake has its own host: a client treats two servers with one address as the same, and lets leases of one object take turns.
    private readonly Uri _address = new($"https://polaris{Interlocked.Increment(ref created)}.example/");

    /// <summary>Sets all options that a client needs to use this fake, except the time zone of the server.</summary>
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

    /// <summary>Creates a client that uses this fake, signed in as the default user.</summary>
    /// <param name="configure">Changes the options, for example the workstation.</param>
    /// <param name="loggers">The loggers of the client; <c>null</c> to log nothing.</param>
    /// <param name="time">The clock of the client; <c>null</c> to use the clock of the fake.</param>
    /// <example><code>
    /// var fake = new FakePolaris().WithBib(1126739);
    /// await using PolarisClient polaris = fake.CreateClient();
    /// BibRecord record = await polaris.BibRecords.GetAsync(1126739);
    /// </code></example>
    public PolarisClient CreateClient(
        Action<PolarisClientOptions>? configure = null, ILoggerFactory? loggers = null, TimeProvider? time = null)
    {
        var options = new PolarisClientOptions();
        Configure(options);
        configure?.Invoke(options);
        return PolarisClient.Create(options, CreateHandler(), loggers, time ?? _options.TimeProvider);
    }
}
