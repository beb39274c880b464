using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ImportMarc;
using Polaris.Client.Testing;
using PolarisFake;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The program in a process of its own, against a hosted server: killed at random moments, it continues from its journal.</summary>
/// <remarks>
/// POLARIS_IMPORT_KILLS, POLARIS_IMPORT_RECORDS and POLARIS_IMPORT_SEED make a long version. The server responds after 5 ms, so that the program is
/// nearly always killed with requests in flight.
/// </remarks>
public sealed class ImportMarcKillTests
{
    private const string Workstations = "1242,1243,1244,1245";
    private readonly HttpClient _http = new();
    private DirectoryInfo _folder = null!;
    private FakeHost _host = null!;
    private SampleRecords _records = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("import-kill-");
        _records = new SampleRecords(seed: 1, Setting("POLARIS_IMPORT_RECORDS", 400));
        await File.WriteAllBytesAsync(PathOf("sample.mrc"), _records.ToFile());
        var seeds = new FakePolaris();
        _records.Seed(seeds);
        var file = new JsonObject
        {
            ["polaris"] = new JsonObject
            {
                ["options"] = new JsonObject { ["Latency"] = "00:00:00.005", ["JournalCapacity"] = 1_000_000 },
                ["records"] = new JsonObject { ["bibs"] = new JsonArray([.. seeds.Bibs.Values.Select(bib => bib.Json)]) },
            },
        };
        await File.WriteAllTextAsync(PathOf("fakes.json"), file.ToJsonString());
        _host = await FakeHost.StartAsync("--file", PathOf("fakes.json"), "--log", "false");
        await AdminAsync("polaris/locks", $$"""{"user":"exec","workstation":15,"objectType":2,"objectId":{{SampleRecords.LockedBibId}}}""");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [OneTimeTearDown]
    public void Dispose() => _http.Dispose();

    [Test]
    public async Task Import_KilledAndStartedAgain_EndsWithTheSameSumsAndSavesNothingTwice()
    {
        var kills = Setting("POLARIS_IMPORT_KILLS", 3);
        var random = new Random(Setting("POLARIS_IMPORT_SEED", 1));
        var (_, expected) = await RunAsync("undisturbed");
        var executed = await CountAsync("operations");
        var stored = await StoredAsync();
        await AdminAsync("reset", "");
        await AdminAsync("polaris/locks", $$"""{"user":"exec","workstation":15,"objectType":2,"objectId":{{SampleRecords.LockedBibId}}}""");

        for (var kill = 0; kill < kills; kill++)
        {
            await KillAsync(await CountAsync("operations") + (executed / (kills + 1) / 2) + random.Next(executed / (kills + 1) / 2), random.Next(30));
        }

        var (exitCode, sums) = await RunAsync("killed");

        var outcomes = sums["outcomes"]!.AsObject();
        TestContext.Out.WriteLine($"undisturbed {expected["outcomes"]!.ToJsonString()}");
        TestContext.Out.WriteLine($"killed {kills} times {outcomes.ToJsonString()}");
        var inDoubt = Sum(sums, "inDoubt");
        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(1));
            Assert.That(Sum(sums, "read"), Is.EqualTo(Sum(expected, "read")));
            Assert.That(outcomes.Sum(outcome => outcome.Value!.GetValue<int>()), Is.EqualTo(Sum(sums, "read")));
            Assert.That(
                outcomes.Sum(outcome => Math.Max(0, Sum(expected, outcome.Key) - outcome.Value!.GetValue<int>())),
                Is.EqualTo(inDoubt),
                "only what is in doubt is missing elsewhere");
        });
        Assert.That((await File.ReadAllLinesAsync(PathOf("killed/report.csv"))).Count(line => line.Contains(",inDoubt,", StringComparison.Ordinal)), Is.EqualTo(inDoubt));
        var now = await StoredAsync();
        Assert.That(now.Where(record => record.Value > stored.GetValueOrDefault(record.Key)), Is.Empty, "no record is stored more often");
        Assert.That(stored.Where(record => now.GetValueOrDefault(record.Key) < record.Value).Count(), Is.LessThanOrEqualTo(inDoubt));
        Assert.That((await AdminAsync("polaris/locks")).AsArray().Select(held => held!["workstation"]!.GetValue<int>()), Is.EqualTo(new[] { 15 }));
        Assert.That((await AdminAsync("polaris/unexpected")).AsArray(), Is.Empty);
    }

    [Test]
    public async Task Import_InterruptedByCtrlC_CompletesWhatItHasSentAndContinues()
    {
        using var program = Start("stopped");
        await ReachAsync(program, 50);
        using var interrupt = Process.Start("kill", ["-INT", program.Id.ToString(CultureInfo.InvariantCulture)]);
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(130));
        Assert.That(await File.ReadAllTextAsync(PathOf("stopped/report.json")), Does.Contain("\"inDoubt\": 0").And.Contain("start it again to continue"));

        var (exitCode, sums) = await RunAsync("stopped");
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Sum(sums, "inDoubt"), Is.Zero);
    }

    private static int Setting(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : value;

    private static int Sum(JsonNode sums, string name) => (sums[name] ?? sums["outcomes"]![name])!.GetValue<int>();

    /// <summary>Starts the program, and kills it as soon as the server has executed some more operations.</summary>
    private async Task KillAsync(int operations, int milliseconds)
    {
        using var program = Start("killed");
        await ReachAsync(program, operations);
        var watch = Stopwatch.StartNew();
        while (watch.ElapsedMilliseconds < milliseconds)
        {
            Thread.SpinWait(100);
        }

        program.Kill();
        await program.WaitForExitAsync();
        Assert.That(program.ExitCode, Is.Not.Zero.And.Not.EqualTo(1), "it was killed before its end");
    }

    private async Task ReachAsync(Process program, int operations)
    {
        while (await CountAsync("operations") < operations)
        {
            Assert.That(program.HasExited, Is.False, "the program ended too early");
        }
    }

    private async Task<(int ExitCode, JsonNode Sums)> RunAsync(string job)
    {
        using var program = Start(job);
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.That(await output, Does.StartWith("{"), await errors);
        return (program.ExitCode, JsonNode.Parse(await output)!);
    }

    private Process Start(string job)
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "ImportMarc.dll"), "import", PathOf("sample.mrc"), "--job", PathOf(job), "--yes", "--json",
                "--policy", Path.Combine(AppContext.BaseDirectory, "policy.json"), "--workstations", Workstations, "--settle", "0.2",
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Polaris__BaseAddress"] = _host.Ready["polaris"]!.GetValue<string>();
        start.Environment["Polaris__OrganizationId"] = "3";
        start.Environment["Polaris__WorkstationId"] = "1242";
        start.Environment["Polaris__Credentials__Domain"] = FakePolaris.DefaultDomain;
        start.Environment["Polaris__Credentials__UserName"] = FakePolaris.DefaultUserName;
        start.Environment["Polaris__Credentials__Password"] = FakePolaris.DefaultPassword;
        start.Environment["Polaris__Retry__LockWait"] = "00:00:00.2";
        return Process.Start(start)!;
    }

    private async Task<int> CountAsync(string name) => (await AdminAsync("polaris/counts"))[name]!.GetValue<int>();

    /// <summary>How often the server has each record, by its content.</summary>
    private async Task<Dictionary<string, int>> StoredAsync() => (await AdminAsync("polaris/records/bibs")).AsArray()
        .GroupBy(bib => bib!["Record"]?["controlfields"]?[0]?["data"]?.GetValue<string>() ?? "").ToDictionary(group => group.Key, group => group.Count());

    private async Task<JsonNode> AdminAsync(string path, string? body = null)
    {
        var address = new Uri(_host.Ready["admin"]!.GetValue<string>() + path);
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = content is null ? await _http.GetAsync(address) : await _http.PostAsync(address, content);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
