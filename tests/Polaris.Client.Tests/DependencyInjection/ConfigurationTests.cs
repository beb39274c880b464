using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Polaris.Client.Folio;

namespace Polaris.Client.Tests.DependencyInjection;

/// <summary>What is wrong with a section of the configuration is reported at once, with its key and what to write instead.</summary>
public sealed class ConfigurationTests
{
    private static readonly (string Key, string? Value)[] Polaris =
    [
        ("BaseAddress", "https://polaris.test"), ("OrganizationId", "3"), ("WorkstationId", "15"),
        ("Credentials:Domain", "MYLIB"), ("Credentials:UserName", "Aladdin"), ("Credentials:Password", "opensesame"),
    ];

    private static readonly (string Key, string? Value)[] Folio =
        [("BaseAddress", "https://folio.test"), ("Tenant", "diku"), ("Credentials:UserName", "Aladdin"), ("Credentials:Password", "opensesame")];

    [TestCase("Timout", "Polaris:Timout is not an option of PolarisClientOptions; did you mean Polaris:Timeout?")]
    [TestCase("organisationid", "Polaris:organisationid is not an option of PolarisClientOptions; did you mean Polaris:OrganizationId?")]
    [TestCase("Credentials:Pasword", "Polaris:Credentials:Pasword is not an option of PolarisClientOptions; did you mean Polaris:Credentials:Password?")]
    [TestCase("Retry:MaxRetires", "Polaris:Retry:MaxRetires is not an option of PolarisClientOptions; did you mean Polaris:Retry:MaxRetries?")]
    [TestCase("Password", "Polaris:Password is not an option of PolarisClientOptions; did you mean Polaris:Credentials:Password?")]
    [TestCase("MaxRetries", "Polaris:MaxRetries is not an option of PolarisClientOptions; did you mean Polaris:Retry:MaxRetries?")]
    [TestCase("Retry:Timeout", "Polaris:Retry:Timeout is not an option of PolarisClientOptions; did you mean Polaris:Timeout?")]
    [TestCase("Retry:Credentials:Password", "Polaris:Retry:Credentials is not an option of PolarisClientOptions. The keys of this section are Enabled, MaxRetries, BaseDelay, MaxDelay, MaxRetryAfter, LockWait, TotalTimeout.")]
    public void AddPolarisClient_UnknownKey_NamesTheNearestKnownOneAndNotTheValue(string key, string problem)
    {
        var error = PolarisError(Polaris, (key, "zq7secret"))!;

        Assert.That(error.Failures.Single(), Is.EqualTo(problem));
        Assert.That(error.Message, Does.Not.Contain("zq7secret"));
    }

    [TestCase("Tennant", "Folio:Tennant is not an option of FolioClientOptions; did you mean Folio:Tenant?")]
    [TestCase("Username", "Folio:Username is not an option of FolioClientOptions; did you mean Folio:Credentials:UserName?")]
    [TestCase("Credentials:Domain", "Folio:Credentials:Domain is not an option of FolioClientOptions. The keys of this section are UserName, Password, TokenProvider.")]
    public void AddFolioClient_UnknownKey_NamesTheNearestKnownOne(string key, string problem)
    {
        Assert.That(FolioError(Folio, (key, "zq7secret"))!.Failures, Is.EqualTo(new[] { problem }));
    }

    [TestCase("Timeout", "abc", "Polaris:Timeout is 'abc': it must be a time such as 00:01:40, in hours, minutes and seconds.")]
    [TestCase("Timeout", "30", "Polaris:Timeout is '30': it must be a time such as 00:01:40, in hours, minutes and seconds.")]
    [TestCase("OrganizationId", "three", "Polaris:OrganizationId is 'three': it must be an integer.")]
    [TestCase("UserId", "1.5", "Polaris:UserId is '1.5': it must be an integer.")]
    [TestCase("AllowUnencryptedTransport", "yes", "Polaris:AllowUnencryptedTransport is 'yes': it must be true or false.")]
    [TestCase("BaseAddress", "https://", "Polaris:BaseAddress is 'https://': it must be an address that starts with https://.")]
    [TestCase("Retry:Enabled", "on", "Polaris:Retry:Enabled is 'on': it must be true or false.")]
    [TestCase("Retry:LockWait", "1", "Polaris:Retry:LockWait is '1': it must be a time such as 00:01:40, in hours, minutes and seconds.")]
    [TestCase("Credentials:BearerToken", "zq7secret", "Polaris:Credentials:BearerToken must be set in code, because it is a delegate.")]
    [TestCase("Timeout:Seconds", "30", "Polaris:Timeout is a section: it must be a single value.")]
    [TestCase("Retry", "off", "Polaris:Retry is a single value: it must be a section.")]
    public void AddPolarisClient_ValueOfTheWrongKind_IsNamedWithWhatIsExpected(string key, string value, string problem)
    {
        Assert.That(PolarisError(Polaris, (key, value))!.Failures, Is.EqualTo(new[] { problem }));
    }

    [TestCase("https://importer:zq7secret@polaris.test:port/")]
    [TestCase("https://importer:zq7/secret@polaris.test/")]
    [TestCase("https://importer:zq7#secret@polaris.test/")]
    public void AddPolarisClient_AddressWithAPassword_IsNotShown(string address)
    {
        var error = PolarisError(Polaris, ("BaseAddress", address))!;

        Assert.That(error.Failures, Is.EqualTo(new[] { "Polaris:BaseAddress must be an address that starts with https://." }));
    }

    [TestCase("Credentials:AccessToken")]
    [TestCase("Credentials:AccessSecret")]
    [TestCase("Credentials:BearerToken")]
    [TestCase("SiteDomain")]
    [TestCase("ServerTimeZone")]
    [TestCase("UserAgent")]
    [TestCase("Timeout")]
    public void AddPolarisClient_EmptyValue_IsNotSet(string key)
    {
        using var polaris = Resolve<PolarisClient>(services =>
            services.AddPolarisClient(Configuration(Under("Polaris", Polaris), ($"Polaris:{key}", "")).GetSection("Polaris")));

        Assert.That(polaris.WorkstationId, Is.EqualTo(15));
    }

    [Test]
    public void AddPolarisClient_EverythingWrong_IsOneExceptionWithAllOfIt()
    {
        var error = PolarisError(Polaris, ("Timeout", "abc"), ("Retry:MaxRetries", "99"), ("Languag", "eng"), ("WorkstationId", ""), ("Credentials:Password", null))!;

        Assert.That(error.Failures, Has.Exactly(5).Items);
        foreach (var start in new[] { "Polaris:Timeout is 'abc'", "Retry:MaxRetries is 99", "Polaris:Languag is not", "WorkstationId is 0", "Credentials:Password is missing" })
        {
            Assert.That(error.Failures, Has.One.StartsWith(start));
        }
    }

    [Test]
    public void AddPolarisClient_WrongNumberOfARequiredOption_IsNotReportedAsMissingToo()
    {
        Assert.That(PolarisError(Polaris, ("OrganizationId", "x"))!.Failures, Has.Exactly(1).Items);
    }

    [Test]
    public void AddPolarisClient_RootInsteadOfTheSection_ReportsItAndNamesTheSection()
    {
        var root = Configuration(Under("Polaris", Polaris), ("Logging:LogLevel:Default", "Warning"), ("PATH", "/bin"));

        var error = Assert.Throws<OptionsValidationException>(() => Resolve<PolarisClient>(services => services.AddPolarisClient(root)))!;

        Assert.That(error.Failures.First(), Is.EqualTo(
            "The root of the configuration was passed instead of a section: 'Polaris' and 2 more are not an option of PolarisClientOptions. "
            + "Pass configuration.GetSection(\"Polaris\")."));
        Assert.That(error.Failures, Has.One.StartsWith("BaseAddress is missing"));
    }

    [Test]
    public void AddPolarisClient_RootThatHoldsNothingButTheOptions_IsBound()
    {
        using var polaris = Resolve<PolarisClient>(services => services.AddPolarisClient(Configuration(Polaris)));

        Assert.That(polaris.WorkstationId, Is.EqualTo(15));
    }

    [Test]
    public void AddPolarisClient_SectionThatDoesNotExist_ReportsItBeforeWhatIsMissing()
    {
        var root = Configuration(Under("Polaris", Polaris));

        var error = Assert.Throws<OptionsValidationException>(() => Resolve<PolarisClient>(services => services.AddPolarisClient(root.GetSection("Polarsi"))))!;

        Assert.That(error.Failures.First(), Is.EqualTo("The section 'Polarsi' of the configuration does not exist or is empty."));
        Assert.That(error.Failures, Has.One.StartsWith("BaseAddress is missing"));
    }

    [Test]
    public void AddPolarisClient_KeyedWithProblems_NamesTheKeyInEachOfThem()
    {
        var root = Configuration(Under("East", Polaris), ("East:Timeout", "abc"), ("East:MaxPrompts", "0"));

        var error = Assert.Throws<OptionsValidationException>(
            () => Resolve<PolarisClient>(services => services.AddPolarisClient("east", root.GetSection("East")), "east"))!;

        Assert.That(error.Failures, Has.Exactly(2).Items.And.All.StartsWith("Client 'east': "));
        Assert.That(error.Failures, Has.One.Contains("East:Timeout is 'abc'"));
    }

    [Test]
    public void AddFolioClient_KeyedWithProblems_NamesTheKey()
    {
        var error = Assert.Throws<OptionsValidationException>(() =>
            Resolve<FolioClient>(services => services.AddFolioClient("member", options => options.Tenant = "diku"), "member"))!;

        Assert.That(error.Failures, Is.Not.Empty.And.All.StartsWith("Client 'member': "));
    }

    [Test]
    public void AddClient_NullConfiguration_IsRefusedAtOnce()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>(() => services.AddPolarisClient((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddPolarisClient("east", (IConfiguration)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFolioClient((IConfiguration)null!));
        Assert.Throws<ArgumentNullException>(() => services.AddFolioClient("member", (IConfiguration)null!));
    }

    /// <summary>The options are bound by a list; a new option must be added to it.</summary>
    [TestCase(typeof(PolarisClientOptions))]
    [TestCase(typeof(FolioClientOptions))]
    public void Configuration_EveryOption_IsBound(Type type)
    {
        var all = Leaves(type, "").ToList();
        var root = Configuration([.. all.Where(leaf => leaf.Value is not null).Select(leaf => ("S:" + leaf.Key, leaf.Value))]);
        var services = new ServiceCollection();
        services.AddPolarisClient(root.GetSection("S"));
        services.AddFolioClient(root.GetSection("S"));
        object bound = type == typeof(PolarisClientOptions)
            ? Bound<PolarisClientOptions>(services)
            : Bound<FolioClientOptions>(services);

        Assert.That(all, Has.Count.GreaterThan(10));
        foreach (var (key, value) in all.Where(leaf => leaf.Value is not null))
        {
            Assert.That(ValueOf(bound, key), Is.EqualTo(value), key);
        }
    }

    private static TOptions Bound<TOptions>(ServiceCollection services)
        where TOptions : class, new()
    {
        using var provider = services.BuildServiceProvider();
        var options = new TOptions();
        foreach (var configure in provider.GetServices<IConfigureOptions<TOptions>>())
        {
            configure.Configure(options);
        }

        return options;
    }

    /// <summary>Every settable property with a value that differs from its default; null for a delegate.</summary>
    private static IEnumerable<(string Key, string? Value)> Leaves(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod?.IsPublic == true).SelectMany(property =>
            (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
            {
                { } nested when nested == typeof(RetryOptions) || nested == typeof(PolarisCredentials) || nested == typeof(FolioCredentials) =>
                    Leaves(nested, $"{prefix}{property.Name}:"),
                { } one => [(prefix + property.Name, Sample(one))],
            });

    private static string? Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "sample",
        _ when type == typeof(int) => "17",
        _ when type == typeof(bool) => "True",
        _ when type == typeof(TimeSpan) => "00:00:17",
        _ when type == typeof(Uri) => "https://sample.test/",
        _ when typeof(Delegate).IsAssignableFrom(type) => null,
        _ => throw new AssertionException($"There is no sample of {type}."),
    };

    private static string? ValueOf(object options, string key) =>
        key.Split(':').Aggregate((object?)options, (one, name) => one?.GetType().GetProperty(name)!.GetValue(one))?.ToString();

    private static OptionsValidationException? PolarisError((string, string?)[] good, params (string Key, string? Value)[] changes) =>
        Assert.Throws<OptionsValidationException>(() => Resolve<PolarisClient>(services =>
            services.AddPolarisClient(Configuration([.. Under("Polaris", good), .. Under("Polaris", changes)]).GetSection("Polaris"))));

    private static OptionsValidationException? FolioError((string, string?)[] good, params (string Key, string? Value)[] changes) =>
        Assert.Throws<OptionsValidationException>(() => Resolve<FolioClient>(services =>
            services.AddFolioClient(Configuration([.. Under("Folio", good), .. Under("Folio", changes)]).GetSection("Folio"))));

    private static (string, string?)[] Under(string section, (string Key, string? Value)[] keys) => [.. keys.Select(key => ($"{section}:{key.Key}", key.Value))];

    private static IConfigurationRoot Configuration((string Key, string? Value)[] first, params (string Key, string? Value)[] more)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in first.Concat(more))
        {
            values[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }

    private static TClient Resolve<TClient>(Action<ServiceCollection> register, string? key = null)
        where TClient : notnull
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider().GetRequiredKeyedService<TClient>(key);
    }
}
