using SaveBibRecord;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The sample does what its README says, in every scenario.</summary>
public sealed class SaveBibRecordTests
{
    private TextConsole _console = null!;

    [SetUp]
    public void OpenConsole() => _console = new TextConsole();

    [TearDown]
    public void CloseConsole() => _console.Dispose();

    [TestCase("hidden", "continue", 0, "Reply to prompt 66: Continue", "Saved.")]
    [TestCase("hidden", "cancel", 2, "Reply to prompt 66: Cancel", "nothing was saved")]
    [TestCase("duplicates", "continue", 0, "1331392", "The bibliographic record has been added.")]
    [TestCase("duplicates", "cancel", 2, "1331393", "nothing was saved")]
    [TestCase("authority", "continue", 2, "whose meaning the vendor does not publish", "Lock released.")]
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
        Assert.That(_console.Text, Does.Contain("Held by PolarisExec"));
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

        var ended = await RunAsync(Arguments("hidden", "continue") with { Record = new FileInfo(file) });

        Assert.That(ended, Is.EqualTo(1));
        Assert.That(_console.Text, Does.Contain("Not saved:"));
    }

    [Test]
    public async Task Person_NobodyThere_SaysWhatToDo()
    {
        var ended = await RunAsync(Arguments("hidden", null));

        Assert.That(ended, Is.EqualTo(1));
        Assert.That(_console.Text, Does.Contain("use --answer continue"));
    }

    private static SaveArguments Arguments(string scenario, string? answer) =>
        new(null, null, false, answer, scenario, TimeSpan.FromSeconds(10));

    private Task<int> RunAsync(SaveArguments arguments) => SaveCommand.RunAsync(arguments, _console.Console, CancellationToken.None);
}
