using System.Diagnostics;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The program in bad surroundings: an ignored Ctrl+C, a full disk, outputs that cannot be written. Nothing is lost or left locked.</summary>
[Platform("Linux")]
public sealed class ImportMarcTroubleTests : ImportMarcProgramTest
{
    /// <summary>Writes beyond this size fail, as on a full disk; for the journal that is after some of the records.</summary>
    private const string FullDisk = "trap '' XFSZ; ulimit -f 600";

    [Test]
    public async Task Import_CtrlCIgnored_CompletesAsUsual()
    {
        var program = Start("ignored", "trap '' INT");
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await ReachAsync(program, 50);

        // The shell has its own kill; the program of this name may be missing.
        using var interrupt = Process.Start("/bin/sh", ["-c", $"kill -INT {program.Id}"]);
        await interrupt.WaitForExitAsync();
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(1), await errors);
        Assert.That(await errors, Does.Not.Contain("Stopping").And.Not.Contain("   at "));
        Assert.That(await output, Does.Contain("\"stopped\":null"));
        await AssertOnlyForeignLocksAsync();
    }

    [Test]
    public async Task Import_DiskFullDuringTheImport_ReportsItLeavesNoLockAndContinues()
    {
        var (_, expected) = await RunAsync("undisturbed");
        var stored = await StoredAsync();
        await AdminAsync("reset", "");
        await LockAsync();

        var (exitCode, errors) = await FailAsync("full", FullDisk);

        Assert.That(exitCode, Is.EqualTo(2), errors);
        Assert.That(errors, Does.Contain("its journal could not be written").And.Contain("same job folder").And.Not.Contain("   at "));
        Assert.That(await CountAsync("operations"), Is.Positive, "otherwise the disk was full before anything was sent");
        await AssertOnlyForeignLocksAsync();
        var (ended, sums) = await RunAsync("full");
        Assert.That(ended, Is.EqualTo(1));
        Assert.That(sums["outcomes"]!.ToJsonString(), Is.EqualTo(expected["outcomes"]!.ToJsonString()));
        Assert.That(await StoredAsync(), Is.EquivalentTo(stored), "nothing is saved twice");
        await AssertOnlyForeignLocksAsync();
    }

    [TestCase("report.csv")]
    [TestCase("report.json")]
    public async Task Import_ReportCannotBeWritten_ReportsItAndWritesItTheNextTime(string report)
    {
        Directory.CreateDirectory(PathOf("job"));
        File.CreateSymbolicLink(PathOf($"job/{report}"), "/dev/full");

        var (exitCode, errors) = await FailAsync("job", "true");

        Assert.That(exitCode, Is.EqualTo(2), errors);
        Assert.That(errors, Does.Contain("The reports could not be written").And.Contain("outcome of every record").And.Not.Contain("   at "));
        await AssertOnlyForeignLocksAsync();
        var operations = await CountAsync("operations");
        File.Delete(PathOf($"job/{report}"));
        var (ended, sums) = await RunAsync("job");
        Assert.That(ended, Is.EqualTo(1));
        Assert.That(Sum(sums, "inDoubt"), Is.Zero);
        Assert.That(await CountAsync("operations"), Is.EqualTo(operations), "nothing is sent again");
        Assert.That(new FileInfo(PathOf($"job/{report}")).Length, Is.Positive);
    }

    [TestCase("exec 2>/dev/full", 1)]
    [TestCase("exec 1>/dev/full", 2)]
    public async Task Import_OutputCannotBeWritten_StillSavesAndReports(string shell, int expected)
    {
        var (exitCode, errors) = await FailAsync("job", shell);

        Assert.That(exitCode, Is.EqualTo(expected), errors);
        Assert.That(errors, Does.Not.Contain("   at "));
        Assert.That(await File.ReadAllTextAsync(PathOf("job/report.json")), Does.Contain("\"stopped\": null"));
        await AssertOnlyForeignLocksAsync();
    }

    [Test]
    public async Task Import_GeneratedFileDoesNotFit_ReportsIt()
    {
        var start = new ProcessStartInfo(
            "sh", ["-c", "trap '' XFSZ; ulimit -f 150; exec \"$0\" \"$@\"", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", SamplePrograms.PathOf("ImportMarc"), "import"])
        {
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";

        using var program = Process.Start(start)!;
        var errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.That(program.ExitCode, Is.EqualTo(2), errors);
        Assert.That(errors, Does.Contain("The import could not run").And.Not.Contain("   at "));
    }

    private async Task<(int ExitCode, string Errors)> FailAsync(string job, string shell)
    {
        var program = Start(job, shell);
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        await output;
        return (program.ExitCode, await errors);
    }

    private async Task AssertOnlyForeignLocksAsync() => Assert.That(
        (await AdminAsync("polaris/locks")).AsArray().Select(held => held!["workstation"]!.GetValue<int>()), Is.EqualTo(new[] { 15 }));
}
