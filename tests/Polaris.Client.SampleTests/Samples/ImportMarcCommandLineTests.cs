using ImportMarc;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>What the import makes of a command line, before it sends anything.</summary>
public sealed class ImportMarcCommandLineTests : ImportMarcFixture
{
    [TestCase("--workstations", "1,1")]
    [TestCase("--workstations", "x")]
    [TestCase("--unknown")]
    [TestCase("missing.mrc")]
    [TestCase("--pace", "fast")]
    [TestCase("--pace", "-1")]
    [TestCase("--pace", "NaN")]
    [TestCase("--pace", "1e-300")]
    [TestCase("--settle", "-1")]
    [TestCase("--settle", "1e300")]
    [TestCase("--skip", "-1")]
    [TestCase("--limit", "-1")]
    [TestCase("--job", "")]
    public async Task Invoke_AWrongCommandLine_EndsWith64AndWritesToErrorsOnly(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var ended = await ImportCommand.InvokeAsync(["import", .. args], output, errors, isTerminal: false);

        Assert.That(ended, Is.EqualTo(64));
        Assert.That(output.ToString(), Is.Empty);
        Assert.That(errors.ToString(), Is.Not.Empty.And.Not.Contain("   at "));
    }

    [TestCase("a.mrc", "a.mrc")]
    [TestCase("blocked", "journal.db")]
    public async Task Invoke_WithAFolderThatCannotBeWritten_EndsWith2AndNamesIt(string job, string named)
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        Directory.CreateDirectory(PathOf("blocked/journal.db"));
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var ended = await ImportCommand.InvokeAsync(["import", PathOf("a.mrc"), "--job", PathOf(job), "--json"], output, errors, isTerminal: false);

        Assert.That(ended, Is.EqualTo(2));
        Assert.That(output.ToString(), Is.Empty);
        Assert.That(errors.ToString(), Does.Contain(named).And.Contain("job folder").And.Not.Contain("   at "));
    }

    [Test]
    public void Problem_OnALiveServer_AsksForFilesJobAndConsent()
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        var arguments = new ImportArguments { Files = [PathOf("a.mrc")], Job = PathOf("job") };

        Assert.That(new ImportArguments().Problem(isLive: true), Does.Contain("never sent to a configured server"));
        Assert.That((arguments with { Job = null }).Problem(isLive: true), Does.Contain("--job"));
        Assert.That(arguments.Problem(isLive: true), Does.Contain("--yes"));
        Assert.That((arguments with { Yes = true }).Problem(isLive: true), Is.Null);
        Assert.That((arguments with { DryRun = true }).Problem(isLive: true), Is.Null);
    }
}
