using Polaris.Client.Cataloging;
using SaveBibRecord;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The sample does what its README says, in every scenario.</summary>
public sealed class SaveBibRecordTests
{
    private TextConsole _console = null!;
    private TextConsole _errors = null!;

    [SetUp]
    public void OpenConsoles()
    {
        _console = new TextConsole();
        _errors = new TextConsole();
    }

    [TearDown]
    public void CloseConsoles()
    {
        _console.Dispose();
        _errors.Dispose();
    }

    [TestCase("hidden", "continue", 0, "Reply to prompt 66: Continue", "Saved.")]
    [TestCase("hidden", "cancel", 2, "Reply to prompt 66: Cancel", "nothing was saved")]
    [TestCase("duplicates", "continue", 0, "1331392", "The bibliographic record has been added.")]
    [TestCase("duplicates", "cancel", 2, "1331393", "nothing was saved")]
    [TestCase("authority", "continue", 2, "whose meaning the vendor does not document", "Lock released.")]
    [TestCase("authority", "cancel", 2, "Reply to prompt 142: Cancel", "Lock released.")]
    public async Task Scenario_Unattended_EndsAsTheReadmeSays(string scenario, string answer, int exitCode, string first, string second)
    {
        var ended = await RunAsync(Arguments(scenario, answer));

        Assert.That(ended, Is.EqualTo(exitCode));
        Assert.That(_console.Text, Does.Contain(first).And.Contain(second));
    }

    [Test]
    public async Task Locked_WithoutPatience_FailsAndNamesTheHolder()
    {
        var ended = await RunAsync(Arguments("locked", "continue") with { Wait = TimeSpan.Zero });

        Assert.That(ended, Is.EqualTo(1));
        Assert.That(_errors.Text, Does.Contain("Held by PolarisExec"));
    }

    [Test]
    public async Task Locked_WithPatience_SavesWhenTheColleagueHasClosedIt()
    {
        var ended = await RunAsync(Arguments("locked", "continue"));

        Assert.That(ended, Is.Zero);
        Assert.That(_console.Text, Does.Contain("has the record open").And.Contain("Lock released."));
    }

    [Test]
    public async Task Record_ThatIsNoMarc_FailsWithItsPlace()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """{ "leader": 5 }""");

        var ended = await RunAsync(Arguments("hidden", "continue") with { Record = file });

        Assert.That(ended, Is.EqualTo(1));
        Assert.That(_errors.Text, Does.Contain("Not saved:"));
    }

    [Test]
    public async Task Person_NotThere_LearnsWhatToDo()
    {
        var ended = await RunAsync(Arguments("hidden", null));

        Assert.That(ended, Is.EqualTo(64));
        Assert.That(_errors.Text, Does.Contain("use --answer continue"));
    }

    [TestCase("--scenario belongs to", "hidden", null, false, null, null)]
    [TestCase("--bib-id N to update", null, null, false, null, null)]
    [TestCase("--bib-id N to update", null, null, false, false, null)]
    [TestCase("needs a file", null, null, true, null, null)]
    [TestCase("nothing to change", null, 5, false, null, null)]
    [TestCase("Use one of them", null, 5, true, null, null)]
    [TestCase("An ID must be 1 or more", null, 0, false, true, null)]
    [TestCase("is not an option", null, 5, false, null, "--hid")]
    [TestCase("is a directory", null, 5, false, null, ".")]
    [TestCase("does not exist", null, 5, false, null, "missing.json")]
    public void Problem_OnALiveServer_IsNamed(string problem, string? scenario, int? bibId, bool add, bool? shown, string? record)
    {
        var arguments = new SaveArguments(record, bibId, add, shown, null, "continue", scenario, TimeSpan.Zero, Yes: true);

        Assert.That(arguments.Problem(isLive: true), Does.Contain(problem));
    }

    [TestCase(5, false, false)]
    [TestCase(5, false, true)]
    public void Problem_OfAChangeOfTheHeader_IsNone(int bibId, bool add, bool shown) =>
        Assert.That(new SaveArguments(null, bibId, add, shown, null, null, null, TimeSpan.Zero, false).Problem(isLive: true), Is.Null);

    [Test]
    public void Plan_ThatHidesARecord_ChangesNothingElse()
    {
        var plan = (SavePlan<BibRecordSaved>)SavePlan.OfArguments(
            new SaveArguments(null, 5, false, DisplayInPac: false, null, null, null, TimeSpan.Zero, false));

        var request = (AddOrUpdateBibRecord)plan.Request;
        Assert.That(request.Marc, Is.Null);
        Assert.That(request.DisplayInPac, Is.False);
        Assert.That(request.DoNotOverlay, Is.Null);
        Assert.That(request.RecordOwnerId, Is.Null);
        Assert.That(plan.Description, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Options_OfALiveServer_AreRefusedWithoutOne()
    {
        var ended = await RunAsync(Arguments(null, "continue") with { BibId = 5, DisplayInPac = false });

        Assert.That(ended, Is.EqualTo(64));
        Assert.That(_errors.Text, Does.Contain("need a configured server"));
    }

    [Test]
    public async Task LiveServer_WithTheReadmesFirstCommand_IsSentNothing()
    {
        Environment.SetEnvironmentVariable("Polaris__BaseAddress", "http://127.0.0.1:9/");
        try
        {
            var ended = await RunAsync(Arguments(null, "continue"));

            Assert.That(ended, Is.EqualTo(64));
            Assert.That(_errors.Text, Does.Contain("A server is configured"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Polaris__BaseAddress", null);
        }
    }

    [Test]
    public async Task Invoke_UnknownValue_EndsWith64() => Assert.That(await SaveCommand.InvokeAsync(["--answer", "maybe"]), Is.EqualTo(64));

    private static SaveArguments Arguments(string? scenario, string? answer) =>
        new(null, null, false, null, null, answer, scenario, TimeSpan.FromSeconds(10), Yes: false);

    private Task<int> RunAsync(SaveArguments arguments) => SaveCommand.RunAsync(arguments, _console.Console, _errors.Console, CancellationToken.None);
}
