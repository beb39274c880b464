using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client;

namespace SiteCheck;

/// <summary>What the checks of one run found, without secrets and personal data.</summary>
/// <param name="made">When the run began.</param>
internal sealed class SiteReport(DateTimeOffset made)
{
    public const string Format = "polaris-site-check/1";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly List<SystemCheck> _systems = [];
    private readonly Dictionary<string, Redactor> _redactors = [];

    public DateTimeOffset Made => made;

    public IReadOnlyList<SystemCheck> Systems => _systems;

    public IEnumerable<Finding> Findings => _systems.SelectMany(system => system.Findings);

    public static string LibraryVersion => typeof(PolarisClient).Assembly.GetName().Version!.ToString(3);

    public int ExitCode => Findings.Any(finding => finding.Result == CheckResult.Failed) ? Samples.ExitCode.Failed
        : Findings.All(finding => finding.Result == CheckResult.Ok) ? Samples.ExitCode.Success
        : Samples.ExitCode.Attention;

    public void Add(SystemCheck system) => _systems.Add(system);

    public Redactor RedactorOf(SystemCheck system) => _redactors[system.Name];

    public Redactor Redactor(PolarisClientOptions options) => _redactors["Polaris"] = new Redactor(
    [
        options.BaseAddress!.Host, options.Credentials.Domain, options.Credentials.UserName, options.Credentials.Password,
        options.Credentials.AccessToken, options.Credentials.AccessSecret,
    ]).WithPlace(options.OrganizationId, options.WorkstationId);

    public Redactor Redactor(FolioClientOptions options, string? otherTenant) => _redactors["Folio"] = new Redactor(
        [options.BaseAddress!.Host, options.Credentials.UserName, options.Credentials.Password, options.Tenant, otherTenant]);

    /// <summary>The options to set, in the form of a settings file.</summary>
    public JsonObject Settings() => new(_systems
        .Select(system => (system.Name, Options: Options(system)))
        .Where(system => system.Options.Count > 0)
        .Select(system => KeyValuePair.Create(system.Name, (JsonNode?)system.Options)));

    public string ToJson()
    {
        var json = new JsonObject
        {
            ["format"] = Format,
            ["made"] = made.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["library"] = LibraryVersion,
            ["settings"] = Settings(),
        };
        foreach (var system in _systems)
        {
            json[system.Name.ToLowerInvariant()] = new JsonObject
            {
                ["checks"] = new JsonArray([.. system.Findings.Select(Describe)]),
                ["notChecked"] = new JsonArray([.. system.NotChecked.Select(one => new JsonObject { ["check"] = one.Check, ["reason"] = one.Reason })]),
                ["proof"] = new JsonArray([.. system.Proof.Select(line => (JsonNode)JsonValue.Create(line))]),
                ["fake"] = system.Fake.DeepClone(),
            };
        }

        return json.ToJsonString(Indented);
    }

    private static JsonObject Options(SystemCheck system)
    {
        var options = new JsonObject();
        foreach (var setting in system.Findings.SelectMany(finding => finding.Settings).Where(setting => setting is { Option.Length: > 0, Value: not null }))
        {
            options[setting.Option] = setting.Value;
        }

        return options;
    }

    private static JsonNode Describe(Finding finding) => new JsonObject
    {
        ["check"] = finding.Check,
        ["result"] = Finding.Word(finding.Result),
        ["found"] = finding.Found,
        ["set"] = new JsonArray([.. finding.Settings.Select(setting => new JsonObject
        {
            ["option"] = setting.Option.Length == 0 ? null : setting.Option,
            ["value"] = setting.Value,
            ["why"] = setting.Why,
        })]),
    };
}
