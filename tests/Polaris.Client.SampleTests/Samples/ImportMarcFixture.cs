using System.Text;
using System.Text.Json.Nodes;
using ImportMarc;
using Polaris.Client.Marc;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>Runs imports in this process, against a fake and a clock that skips delays, and checks after each that its sums add up.</summary>
public abstract class ImportMarcFixture
{
    private protected static readonly byte[] Junk = "-- end of batch --\u001D"u8.ToArray();
    private DirectoryInfo _folder = null!;

    private protected ManualTimeProvider Clock { get; private set; } = null!;

    private protected FakePolaris Fake { get; private set; } = null!;

    private protected PolarisClient Polaris { get; private set; } = null!;

    [SetUp]
    public void Start()
    {
        _folder = Directory.CreateTempSubdirectory("import-");
        Clock = new ManualTimeProvider { SkipsDelays = true };
        Fake = new FakePolaris(new FakePolarisOptions { TimeProvider = Clock });
        Polaris = Fake.CreateClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Polaris.DisposeAsync();
        _folder.Delete(recursive: true);
        Fake.AssertNoUnexpectedRequests();
        Assert.That(Fake.Locks.Where(held => held.WorkstationId != 15), Is.Empty);
    }

    private protected static MarcRecord Titled(string control, string title, string? isbn = null)
    {
        var record = new MarcRecord().Control("001", control).Control("003", "XxTest");
        _ = isbn is null ? record : record.Field("020", ' ', ' ', ('a', isbn));
        return record.Field("035", ' ', ' ', ('a', $"(XxOther){control}")).Field("100", '1', ' ', ('a', "Frost, Percy")).Field("245", '1', '0', ('a', title));
    }

    private protected static byte[] Bytes(MarcRecord record) => MarcWriter.ToBytes(record);

    /// <summary>Returns a record whose directory has a wrong start of its third field.</summary>
    private protected static byte[] Damaged(MarcRecord record)
    {
        var bytes = Bytes(record);
        bytes[24 + 24 + 11]++;
        return bytes;
    }

    private protected static string Outcomes(JsonNode? report) => string.Join(
        ", ", report!["outcomes"]!.AsObject().Where(sum => sum.Value!.GetValue<int>() > 0).Select(sum => $"{sum.Key} {sum.Value}"));

    private protected void Write(string name, params byte[][] parts) => File.WriteAllBytes(PathOf(name), [.. parts.SelectMany(part => part)]);

    private protected Task<(int ExitCode, JsonNode Report)> RunAsync(Policy policy, params string[] files) =>
        RunAsync(policy, "job", new ImportArguments(), files);

    private protected Task<(int ExitCode, JsonNode Report)> RunAsync(Policy policy, string job, ImportArguments arguments, params string[] files) =>
        RunAsync(Polaris, policy, job, arguments, files);

    /// <summary>Runs an import, and checks that its sums add up.</summary>
    private protected async Task<(int ExitCode, JsonNode Report)> RunAsync(
        PolarisClient polaris, Policy policy, string job, ImportArguments arguments, params string[] files)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        arguments = arguments with { Files = [.. files.Select(PathOf)], Job = PathOf(job) };
        var exitCode = await new ImportCommand(output, errors, isTerminal: false).RunAsync(polaris, arguments, policy, Clock, CancellationToken.None);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(PathOf($"{job}/{(arguments.DryRun ? "dry-run" : "report")}.json"), Encoding.UTF8))!;
        Assert.That(report["outcomes"]!.AsObject().Sum(sum => sum.Value!.GetValue<int>()), Is.EqualTo(report["read"]!.GetValue<int>()));
        Assert.That(output.ToString(), Does.Not.Contain("\u001B"));
        return (exitCode, report);
    }

    private protected string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
