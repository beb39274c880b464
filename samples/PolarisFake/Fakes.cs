using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Polaris.Client.Testing;
using Polaris.Client.Workflows;

namespace PolarisFake;

/// <summary>The three fakes, created from a file, and created again by a reset.</summary>
internal sealed class Fakes
{
    private readonly string? _file;

    public Fakes(string? file)
    {
        _file = file;
        Reset();
    }

    /// <summary>The clock of all fakes: the system clock, which the administration can advance.</summary>
    public MovableClock Clock { get; } = new();

    public FakePolaris Polaris { get; private set; } = null!;

    public FakeFolio Okapi { get; private set; } = null!;

    public FakeFolio Eureka { get; private set; } = null!;

    private Dictionary<string, HttpMessageHandler> Handlers { get; set; } = [];

    public HttpMessageHandler Handler(string name) => Handlers[name];

    public Uri Address(string name) => name == "polaris" ? FakePolaris.BaseAddress : Folio(name).Options.BaseAddress;

    public FakeFolio Folio(string name) => name == "eureka" ? Eureka : Okapi;

    public void Reset()
    {
        var file = _file is null ? [] : JsonNode.Parse(File.ReadAllText(_file))!.AsObject();
        var options = new ConfigurationBuilder();
        if (_file is not null)
        {
            options.AddJsonFile(Path.GetFullPath(_file));
        }

        var configuration = options.Build();
        Polaris = MakePolaris(configuration.GetSection("polaris:options"), file["polaris"]);
        Okapi = MakeFolio(FolioPlatform.Okapi, configuration.GetSection("okapi:options"), file["okapi"]);
        Eureka = MakeFolio(FolioPlatform.Eureka, configuration.GetSection("eureka:options"), file["eureka"]);
        Handlers = new()
        {
            ["polaris"] = Polaris.CreateHandler(),
            ["okapi"] = Okapi.CreateHandler(),
            ["eureka"] = Eureka.CreateHandler(),
        };
    }

    private FakePolaris MakePolaris(IConfigurationSection settings, JsonNode? data)
    {
        var options = data?["siteCheck"] is { } report ? FakePolarisOptions.FromSiteCheck(Text(report)) : new FakePolarisOptions();
        options.TimeProvider = Clock;
        settings.Bind(options);
        if (settings["TimeZone"] is { } zone)
        {
            options.ServerTimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        }

        var fake = new FakePolaris(options);
        foreach (var user in Objects(data?["users"]))
        {
            fake.WithUser(Text(user["domain"]), Text(user["name"]), Text(user["password"]));
        }

        foreach (var (kind, records) in data?["records"]?.AsObject() ?? [])
        {
            foreach (var record in Objects(records))
            {
                fake.WithRecord(kind, record);
            }
        }

        foreach (var workflow in Objects(data?["workflows"]))
        {
            var script = new ScriptFromData(workflow);
            fake.OnWorkflow((WorkflowRequestType)workflow["type"]!.GetValue<int>(), script.Next);
        }

        foreach (var route in Objects(data?["routes"]))
        {
            fake.On(new HttpMethod(Text(route["method"])), Text(route["path"]), _ => Answer(route));
        }

        return fake;
    }

    private FakeFolio MakeFolio(FolioPlatform platform, IConfigurationSection settings, JsonNode? data)
    {
        var options = data?["siteCheck"] is { } report ? FakeFolioOptions.FromSiteCheck(Text(report)) : new FakeFolioOptions();
        options.Platform = platform;
        options.TimeProvider = Clock;
        settings.Bind(options);
        var fake = new FakeFolio(options);
        foreach (var route in Objects(data?["routes"]))
        {
            fake.On(new HttpMethod(Text(route["method"])), Text(route["path"]), _ => Answer(route));
        }

        foreach (var (id, tenantData) in data?["tenants"]?.AsObject() ?? [])
        {
            var tenant = fake.Tenant(id);
            if (tenantData?["referenceData"]?.GetValue<bool>() == true)
            {
                tenant.AddReferenceData();
            }

            foreach (var user in Objects(tenantData?["users"]))
            {
                tenant.AddUser(Text(user["name"]), Text(user["password"]), [.. Texts(user["permissions"])]);
            }

            foreach (var (path, records) in tenantData?["records"]?.AsObject() ?? [])
            {
                foreach (var record in Objects(records))
                {
                    tenant.Resource(path).Add(record, record["id"] is { } given ? Guid.Parse(Text(given)) : null);
                }
            }
        }

        return fake;
    }

    private static FakeResponse Answer(JsonObject route) => route["body"] is { } body
        ? FakeResponse.Json(body, route["status"]?.GetValue<int>() ?? 200)
        : FakeResponse.Empty(route["status"]?.GetValue<int>() ?? 200);

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(Text);

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}

/// <summary>The system clock, plus an offset.</summary>
internal sealed class MovableClock : TimeProvider
{
    private long _ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
}

/// <summary>A workflow that raises its prompts in turn, and ends with its response; Cancel ends it immediately.</summary>
internal sealed class ScriptFromData(JsonObject data)
{
    public FakeWorkflowOutcome Next(FakeWorkflow workflow)
    {
        var prompts = data["prompts"] as JsonArray ?? [];
        return workflow.IsCanceled ? FakeWorkflowOutcome.Cancel()
            : workflow.Replies.Count < prompts.Count ? FakeWorkflowOutcome.Ask(Prompt(prompts[workflow.Replies.Count]!))
            : End(data["answer"]);
    }

    private static FakePrompt Prompt(JsonNode prompt) =>
        new((WorkflowPromptId)Number(prompt["id"], 0), (WorkflowPromptOptions)Number(prompt["options"], (int)WorkflowPromptOptions.ContinueCancel))
        {
            PromptType = Number(prompt["type"], 1),
            DefaultOption = Number(prompt["default"], 0),
            Title = Text(prompt["title"]) ?? "",
            Message = Text(prompt["message"]) ?? "",
            ExtensionType = prompt["extensionType"]?.GetValue<int>(),
            Data = prompt["data"]?.DeepClone() as JsonObject,
        };

    private static FakeWorkflowOutcome End(JsonNode? answer) => Number(answer?["status"], 1) is var status and not 1
        ? FakeWorkflowOutcome.Fail(Text(answer?["message"]), (WorkflowStatus)status)
        : FakeWorkflowOutcome.Complete(
            Text(answer?["message"]), answer?["extensionType"]?.GetValue<int>(), answer?["data"]?.DeepClone() as JsonObject);

    private static int Number(JsonNode? node, int otherwise) => node?.GetValue<int>() ?? otherwise;

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
