using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Polaris.Client.Testing;
using SiteCheck;

namespace Polaris.Client.SampleTests.Samples.SiteChecks;

/// <summary>One run of the program, and everything that it wrote.</summary>
internal sealed class CheckedSite
{
    private readonly Dictionary<string, string?> _configuration;

    private CheckedSite(Dictionary<string, string?> configuration) => _configuration = configuration;

    public int ExitCode { get; private set; }

    public JsonNode Report { get; private set; } = new JsonObject();

    /// <summary>What was written to the screen.</summary>
    public string Shown { get; private set; } = "";

    public string Errors { get; private set; } = "";

    /// <summary>The folder with the reports and the recorded exchanges.</summary>
    public string Folder { get; } = Path.Combine(TestContext.CurrentContext.WorkDirectory, "site-check", $"{Guid.NewGuid():N}");

    public string JsonFile => Path.Combine(Folder, "report.json");

    public static Dictionary<string, string?> PolarisSettings(string address) => new()
    {
        ["Polaris:BaseAddress"] = address,
        ["Polaris:OrganizationId"] = "3",
        ["Polaris:WorkstationId"] = "1242",
        ["Polaris:Credentials:Domain"] = FakePolaris.DefaultDomain,
        ["Polaris:Credentials:UserName"] = FakePolaris.DefaultUserName,
        ["Polaris:Credentials:Password"] = FakePolaris.DefaultPassword,
        ["Polaris:Retry:Enabled"] = "false",
    };

    public static Dictionary<string, string?> FolioSettings(string address) => new()
    {
        ["Folio:BaseAddress"] = address,
        ["Folio:Tenant"] = FakeFolio.DefaultTenant,
        ["Folio:Credentials:UserName"] = FakeFolio.DefaultUserName,
        ["Folio:Credentials:Password"] = FakeFolio.DefaultPassword,
        ["Folio:Retry:Enabled"] = "false",
    };

    public static Task<CheckedSite> RunAsync(FakePolaris fake, CheckArguments? arguments = null, string? answer = null, TimeProvider? time = null) =>
        RunAsync(PolarisSettings("https://polaris.example/"), arguments, answer, _ => new Dated(fake.CreateHandler(), time), time);

    public static Task<CheckedSite> RunAsync(FakeFolio fake, CheckArguments? arguments = null) =>
        RunAsync(FolioSettings("https://folio.test/"), arguments, network: _ => new Dated(fake.CreateHandler(), null));

    public static async Task<CheckedSite> RunAsync(
        Dictionary<string, string?> configuration,
        CheckArguments? arguments = null,
        string? answer = null,
        Func<Uri, HttpMessageHandler>? network = null,
        TimeProvider? time = null)
    {
        var site = new CheckedSite(configuration);
        var shown = new StringBuilder();
        await using var errors = new StringWriter();
        site.ExitCode = await SiteCheckCommand.RunAsync(
            (arguments ?? new CheckArguments()) with
            {
                Reports = [site.JsonFile, Path.Combine(site.Folder, "report.html"), Path.Combine(site.Folder, "report.txt")],
                Record = Path.Combine(site.Folder, "recorded"),
            },
            new ConfigurationBuilder().AddInMemoryCollection(configuration).Build(),
            new Surroundings
            {
                Network = network ?? Probe.Network,
                Ask = (question, _) =>
                {
                    shown.AppendLine(question);
                    return Task.FromResult(answer);
                },
                Show = line => shown.AppendLine(line),
                Time = time ?? TimeProvider.System,
            },
            errors,
            canAsk: answer is not null,
            CancellationToken.None);
        site.Shown = shown.ToString();
        site.Errors = errors.ToString();
        site.Report = File.Exists(site.JsonFile) ? JsonNode.Parse(await File.ReadAllTextAsync(site.JsonFile))! : new JsonObject();
        return site;
    }

    /// <summary>One finding, such as <c>differs: Release 7.9.1.1; ...</c>; null if the check was not run.</summary>
    public string? this[string check] => Checks.Where(one => (string?)one!["check"] == check)
        .Select(one => $"{one!["result"]}: {one["found"]}").SingleOrDefault();

    /// <summary>The results that are not ok.</summary>
    public IEnumerable<string?> Differing => Checks.Where(one => (string?)one!["result"] != "ok").Select(one => (string?)one!["check"]);

    private IEnumerable<JsonNode?> Checks => new[] { "polaris", "folio" }.SelectMany(system => Report[system]?["checks"]?.AsArray().ToList() ?? []);

    /// <summary>The value of an option that the report proposes; null if it does not.</summary>
    public string? Proposed(string system, string option) => (string?)Report["settings"]?[system]?[option];

    /// <summary>The options of the run with what the report proposes.</summary>
    public PolarisClientOptions ConfiguredPolaris()
    {
        var options = new PolarisClientOptions();
        Configured("Polaris").Bind(options);
        return options;
    }

    public FolioClientOptions ConfiguredFolio()
    {
        var options = new FolioClientOptions();
        Configured("Folio").Bind(options);
        return options;
    }

    /// <summary>The settings that the report proposes, as a settings file over those of the run; an address is relative to the one that was checked.</summary>
    public Dictionary<string, string?> ConfiguredSettings(string system)
    {
        var settings = new Dictionary<string, string?>(_configuration);
        foreach (var (option, value) in Report["settings"]?[system]?.AsObject() ?? [])
        {
            settings[$"{system}:{option}"] = option == "BaseAddress"
                ? new Uri(new Uri(_configuration["Polaris:BaseAddress"]!), (string)value!).AbsoluteUri
                : (string?)value;
        }

        return settings;
    }

    private IConfigurationSection Configured(string system) =>
        new ConfigurationBuilder().AddInMemoryCollection(ConfiguredSettings(system)).Build().GetSection(system);

    /// <summary>Adds the Date header, as every web server does.</summary>
    private sealed class Dated(HttpMessageHandler network, TimeProvider? time) : DelegatingHandler(network)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Headers.Date = (time ?? TimeProvider.System).GetUtcNow();
            return response;
        }
    }
}
