using HoldingsSources;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The sample does what its README says.</summary>
public sealed class HoldingsSourcesTests
{
    private TextConsole _console = null!;

    [SetUp]
    public void OpenConsole() => _console = new TextConsole();

    [TearDown]
    public void CloseConsole() => _console.Dispose();

    [Test]
    public async Task Demo_WithoutAServer_TellsTheWholeStory()
    {
        var ended = await RunAsync("demo");

        Assert.That(ended, Is.Zero);
        Assert.That(_console.Text, Does.Contain("AlreadyExistsException").And.Contain("RecordProtectedException"));
        Assert.That(_console.Text, Does.Contain("2502 sources, each once"));
    }

    [Test]
    public async Task Search_PartOfAName_ShowsIt()
    {
        var ended = await RunAsync("search", "Branch 0042");

        Assert.That(ended, Is.Zero);
        Assert.That(_console.Text, Does.Contain("Branch 0042"));
    }

    [Test]
    public async Task Delete_UnknownName_SaysSo()
    {
        var ended = await RunAsync("delete", "Nowhere");

        Assert.That(ended, Is.Zero);
        Assert.That(_console.Text, Does.Contain("There is no source named Nowhere."));
    }

    [Test]
    public async Task Create_TakenName_FailsWithTheServersWords()
    {
        var ended = await RunAsync("create", "folio");

        Assert.That(ended, Is.EqualTo(1));
        Assert.That(_console.Text, Does.Contain("Message from FOLIO:"));
    }

    [TestCase("compare", "Nothing was changed.")]
    [TestCase("sync", "Applied Annex")]
    public async Task Sync_AFile_ShowsThePlanAndAppliesItOnlyOnRequest(string verb, string expected)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"sources-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, """[ { "name": "Annex", "source": "local" }, { "name": "marc", "source": "local" } ]""");

        var ended = await RunAsync(verb, path);
        File.Delete(path);

        Assert.That(ended, Is.Zero);
        Assert.That(_console.Text, Does.Contain("Create Annex").And.Contain("Conflict marc").And.Contain(expected));
    }

    private Task<int> RunAsync(params string[] words) => Commands.Create(_console.Console).Parse(words).InvokeAsync();
}
