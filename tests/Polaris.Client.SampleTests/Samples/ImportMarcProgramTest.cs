using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ImportMarc;
using Polaris.Client.Testing;
using PolarisFake;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>A test that runs ImportMarc in a process of its own, against a hosted server that responds after 5 ms.</summary>
public abstract class ImportMarcProgramTest
{
    private const string Workstations = "1242,1243,1244,1245";

    private readonly List<Process> _programs = [];
    private DirectoryInfo _folder = null!;

    private protected HttpClient Http { get; } = new();

    private protected FakeHost Host { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("import-kill-");
        var records = new SampleRecords(seed: 1, Setting("POLARIS_IMPORT_RECORDS", 400));
        await File.WriteAllBytesAsync(PathOf("sample.mrc"), records.ToFile());
        File.Copy(Path.Combine(AppContext.BaseDirectory, "policy.json"), PathOf("policy.json"));
        var seeds = new FakePolaris();
        records.Seed(seeds);
        var file = new JsonObject
        {
            ["polaris"] = new JsonObject
            {
                ["options"] = new JsonObject { ["Latency"] = "00:00:00.005", ["JournalCapacity"] = 1_000_000 },
                ["records"] = new JsonObject { ["bibs"] = new JsonArray([.. seeds.Bibs.Values.Select(bib => bib.Json)]) },
            },
        };
        await File.WriteAllTextAsync(PathOf("fakes.json"), file.ToJsonString());
        Host = await FakeHost.StartAsync("--file", PathOf("fakes.json"), "--log", "false");
        await LockAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        foreach (var program in _programs)
        {
            program.Kill();
            program.Dispose();
        }

        _programs.Clear();
        await Host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [OneTimeTearDown]
    public void Dispose() => Http.Dispose();

    private protected static int Setting(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : value;

    private protected static int Sum(JsonNode sums, string name) => (sums[name] ?? sums["outcomes"]![name])!.GetValue<int>();

    private protected async Task ReachAsync(Process program, int operations)
    {
        while (await CountAsync("operations") < operations)
        {
            Assert.That(program.HasExited, Is.False, "the program ended too early");
        }
    }

    private protected async Task<(int ExitCode, JsonNode Sums)> RunAsync(string job, string? shell = null)
    {
        var program = Start(job, shell);
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.That(await output, Does.StartWith("{"), await errors);
        return (program.ExitCode, JsonNode.Parse(await output)!);
    }

    /// <summary>Starts the program.</summary>
    /// <param name="job">The name of the job folder.</param>
    /// <param name="shell">What a shell sets before it; null for nothing.</param>
    private protected Process Start(string job, string? shell = null) => Start(job, Host, Workstations, shell);

    private protected Process Start(string job, FakeHost host, string workstations, string? shell = null)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

        // Jobs in the background of a shell inherit that the signal of Ctrl+C is ignored.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", dotnet] : [dotnet];
        command = shell is null ? command : ["sh", "-c", shell + "; exec \"$0\" \"$@\"", dotnet];
        var start = new ProcessStartInfo(
            command[0],
            [
                .. command[1..], SamplePrograms.PathOf("ImportMarc"), "import", PathOf("sample.mrc"), "--job", PathOf(job), "--yes", "--json",
                "--policy", PathOf("policy.json"), "--workstations", workstations, "--settle", "0.2",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Polaris__BaseAddress"] = host.Ready["polaris"]!.GetValue<string>();
        start.Environment["Polaris__OrganizationId"] = "3";
        start.Environment["Polaris__WorkstationId"] = "1242";
        start.Environment["Polaris__Credentials__Domain"] = FakePolaris.DefaultDomain;
        start.Environment["Polaris__Credentials__UserName"] = FakePolaris.DefaultUserName;
        start.Environment["Polaris__Credentials__Password"] = FakePolaris.DefaultPassword;
        start.Environment["Polaris__Retry__LockWait"] = "00:00:00.2";

        // A limit of the size of files would also limit the memory that .NET maps twice.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        var program = Process.Start(start)!;
        _programs.Add(program);
        return program;
    }

    /// <summary>Locks a record for another user, which some of the updates meet.</summary>
    private protected Task LockAsync() =>
        AdminAsync("polaris/locks", $$"""{"user":"exec","workstation":15,"objectType":2,"objectId":{{SampleRecords.LockedBibId}}}""");

    private protected async Task<int> CountAsync(string name) => (await AdminAsync("polaris/counts"))[name]!.GetValue<int>();

    /// <summary>How often the server has each record, by its content.</summary>
    private protected async Task<Dictionary<string, int>> StoredAsync() => (await AdminAsync("polaris/records/bibs")).AsArray()
        .GroupBy(bib => bib!["Record"]?["controlfields"]?[0]?["data"]?.GetValue<string>() ?? "").ToDictionary(group => group.Key, group => group.Count());

    private protected async Task<JsonNode> AdminAsync(string path, string? body = null)
    {
        var address = new Uri(Host.Ready["admin"]!.GetValue<string>() + path);
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = content is null ? await Http.GetAsync(address) : await Http.PostAsync(address, content);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private protected string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
