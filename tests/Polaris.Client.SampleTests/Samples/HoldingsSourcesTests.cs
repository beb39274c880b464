using System.Text.Json.Nodes;
using HoldingsSources;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The sample does what its README describes.</summary>
public sealed class HoldingsSourcesTests
{
    private TextConsole _console = null!;
    private TextConsole _errors = null!;
    private StringWriter _output = null!;

    [SetUp]
    public void OpenConsoles() => (_console, _errors, _output) = (new TextConsole(), new TextConsole(), new StringWriter());

    [TearDown]
    public void CloseConsoles()
    {
        _console.Dispose();
        _errors.Dispose();
        _output.Dispose();
    }

    [Test]
    public async Task Demo_WithoutAServer_ShowsAllOfIt()
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
    public async Task Delete_UnknownName_ReportsIt()
    {
        var ended = await RunAsync("delete", "Nowhere");

        Assert.That(ended, Is.EqualTo(1));
        Assert.That(_console.Text, Does.Contain("No source is named Nowhere."));
    }

    [Test]
    public async Task Create_TakenName_FailsWithTheServersWords()
    {
        var ended = await RunAsync("create", "folio");

        Assert.That(ended, Is.EqualTo(2));
        Assert.That(_errors.Text, Does.Contain("Message from FOLIO:"));
    }

    [Test]
    public async Task SignOutAsync_Refused_IsReportedAndNotAFailure()
    {
        var fake = new FakeFolio();
        fake.Faults.Enqueue(FakeFolioFault.HtmlPage(500), "POST", "/authn/logout");
        await using var folio = fake.CreateClient();
        await folio.HoldingsSources.CountAsync();

        await Runner.SignOutAsync(folio, _errors.Console);

        Assert.That(_errors.Text, Does.Contain("The sign-out failed:").And.Contain("500"));
    }

    [TestCase("compare", 1, "Nothing was changed.")]
    [TestCase("sync", 1, "Applied Annex")]
    public async Task Sync_AFile_ShowsThePlanAndAppliesItOnlyOnRequest(string verb, int exitCode, string expected)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"sources-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, """[ { "name": "Annex", "source": "local" }, { "name": "marc", "source": "local" } ]""");

        var ended = await RunAsync(verb, path);
        File.Delete(path);

        Assert.That(ended, Is.EqualTo(exitCode));
        Assert.That(_console.Text, Does.Contain("Create Annex").And.Contain("Conflict marc").And.Contain(expected));
    }

    [TestCase("compare", 1)]
    [TestCase("sync", 0)]
    public async Task Sync_AFileWithoutConflicts_EndsAsDoneOnlyIfItWasApplied(string verb, int exitCode)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"sources-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, """[ { "name": "Annex", "source": "local" } ]""");

        var ended = await RunAsync(verb, path, "--json");
        File.Delete(path);

        Assert.That(ended, Is.EqualTo(exitCode));
        Assert.That(JsonNode.Parse(_output.ToString())!["name"]!.GetValue<string>(), Is.EqualTo("Annex"));
    }

    [TestCase("""[ { "name": "Annex" }, { "nme": "Main" } ]""", "Source 2")]
    [TestCase("""[ { "name": " " } ]""", "Source 1")]
    [TestCase("""[ null ]""", "")]
    public async Task Sync_ASourceWithoutAName_IsRefusedByItsPlace(string json, string place)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, json);

        var ended = await RunAsync("sync", path);

        File.Delete(path);
        Assert.That(ended, Is.EqualTo(2));
        Assert.That(_errors.Text, Does.Contain("The file cannot be read").And.Contain(place));
    }

    [Test]
    public async Task Search_OfWhatDoesNotExist_ReportsIt()
    {
        Assert.That(await RunAsync("search", "Nowhere"), Is.EqualTo(1));
        Assert.That(_console.Text, Does.Contain("No source was found."));
    }

    [Test]
    public async Task Create_AnEmptyName_IsAUsageError()
    {
        Assert.That(await RunAsync("create", ""), Is.EqualTo(64));
        Assert.That(_errors.Text, Does.Contain("A name cannot be empty"));
    }

    [Test]
    public async Task Compare_AMissingFile_Fails()
    {
        var ended = await RunAsync("compare", "missing.json");

        Assert.That(ended, Is.EqualTo(2));
        Assert.That(_errors.Text, Does.Contain("The file cannot be read:"));
    }

    [Test]
    public async Task Walk_AsJson_WritesOneObjectALineAndNothingElse()
    {
        var ended = await RunAsync("walk", "--json");

        var lines = _output.ToString().TrimEnd().Split(Environment.NewLine);
        Assert.That(ended, Is.Zero);
        Assert.That(lines.Select(line => JsonNode.Parse(line)!["name"]!.GetValue<string>()).Distinct().Count(), Is.EqualTo(2502));
        Assert.That(_console.Text, Is.Empty);
    }

    [TestCase("nonsense")]
    [TestCase("create")]
    [TestCase("list", "--nonsense")]
    public async Task CommandLine_Invalid_IsAUsageError(params string[] words) => Assert.That(await RunAsync(words), Is.EqualTo(64));

    private Task<int> RunAsync(params string[] words) => Commands.InvokeAsync(words, _console.Console, _errors.Console, _output);
}
