using System.Net;
using System.Net.Sockets;
using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.Testing;
using SaveBibRecord;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The sample does what its README describes, in every scenario.</summary>
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
    [TestCase("hidden", "cancel", 1, "Reply to prompt 66: Cancel", "nothing was saved")]
    [TestCase("duplicates", "continue", 0, "1331392", "The bibliographic record has been added.")]
    [TestCase("duplicates", "cancel", 1, "1331393", "nothing was saved")]
    [TestCase("authority", "continue", 1, "whose meaning the vendor does not document", "Lock released.")]
    [TestCase("authority", "cancel", 1, "Reply to prompt 142: Cancel", "Lock released.")]
    public async Task Scenario_Unattended_EndsAsTheReadmeStates(string scenario, string answer, int exitCode, string first, string second)
    {
        var ended = await RunAsync(Arguments(scenario, answer));

        Assert.That(ended, Is.EqualTo(exitCode));
        Assert.That(_console.Text, Does.Contain(first).And.Contain(second));
    }

    [Test]
    public async Task Duplicates_OfANewRecord_AreShownBesideIt()
    {
        await RunAsync(Arguments("duplicates", "cancel"));

        Assert.That(_console.Text, Does.Match("new, being saved.*Frankenstein").And.Match("1331392.*yes").And.Match("1331393.*no"));
    }

    [Test]
    public async Task Locked_WithoutPatience_FailsAndNamesTheHolder()
    {
        var ended = await RunAsync(Arguments("locked", "continue") with { Wait = TimeSpan.Zero });

        Assert.That(ended, Is.EqualTo(2));
        Assert.That(_errors.Text, Does.Match("Held by PolarisExec.* since [0-9]{4}-[0-9]{2}-[0-9]{2} .*less than a minute"));
    }

    [Test]
    public async Task Locked_WithPatience_SavesWhenTheColleagueHasClosedIt()
    {
        var ended = await RunAsync(Arguments("locked", "continue"));

        Assert.That(ended, Is.Zero);
        Assert.That(_console.Text, Does.Match("PolarisExec at .* since .* has the record open").And.Contain("Lock released."));
    }

    [Test]
    public async Task Record_ThatIsNoMarc_FailsWithItsPlace()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """{ "leader": 5 }""");

        var ended = await RunAsync(Arguments("hidden", "continue") with { Record = file });

        Assert.That(ended, Is.EqualTo(2));
        Assert.That(_errors.Text, Does.Contain("Not saved:"));
    }

    [TestCase(true, "Not confirmed:")]
    [TestCase(false, "Not saved:")]
    public void Failure_OfASave_DoesNotClaimMoreThanIsKnown(bool mayHaveBeenProcessed, string expected)
    {
        Failure.Show(_errors.Console, new TransportException("POST /workflow received no response.", "POST /workflow", mayHaveBeenProcessed));

        Assert.That(_errors.Text, Does.StartWith(expected));
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
    public async Task Live_ThatHidesARecord_RepeatsEverythingElse()
    {
        var fake = LiveServer();
        await using var polaris = fake.CreateClient();

        var ended = await LiveAsync(polaris, Live with { DisplayInPac = false });

        Assert.That(ended, Is.Zero);
        Assert.That(fake.Bibs[5].DisplayInPac, Is.False);
        Assert.That(fake.Bibs[5].DoNotOverlay, Is.True);
        Assert.That((await polaris.BibRecords.GetMarcAsync(5)).FirstSubfield("245", 'a'), Is.EqualTo("Three"));
        Assert.That(_console.Text, Does.Contain("Update bibliographic record 5: Three").And.Contain("Hide it").And.Contain("Lock released."));
        Assert.That(fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Live_WithARecordFile_ShowsTheDifferenceAndSaves()
    {
        var fake = LiveServer();
        await using var polaris = fake.CreateClient();

        var ended = await LiveAsync(polaris, Live with { Record = RecordFile() });

        Assert.That(ended, Is.Zero);
        Assert.That(_console.Text, Does.Contain("- 245").And.Contain("+ 245"), "shown without being asked, too");
        Assert.That(fake.ExecutedOperations, Is.EqualTo(1));
    }

    [TestCase("bibliographicrecords/{id}/marcdisplay")]
    [TestCase("bibliographicrecords/{id}?checkforresourcelinks")]
    public async Task Live_RecordChangedAfterItWasShown_IsRefused(string read)
    {
        var fake = LiveServer();
        var reads = 0;
        fake.On(HttpMethod.Get, read, _ => read.Contains("marcdisplay", StringComparison.Ordinal)
            ? FakeResponse.Json(new MarcRecord().Field("245", '1', '0', ('a', $"Title {reads++}")).ToJson())
            : FakeResponse.Json($$"""{"BibliographicRecordID":5,"DisplayInPac":true,"DoNotOverlay":true,"RecordOwnerID":{{++reads}},"RecordStatusID":1}"""));
        await using var polaris = fake.CreateClient();

        Assert.ThrowsAsync<RecordChangedException>(() => LiveAsync(polaris, Live with { DisplayInPac = false }));

        Assert.That(fake.ExecutedOperations, Is.Zero);
        Assert.That(fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Live_UnknownRecord_IsNotSaved()
    {
        var fake = new FakePolaris();
        await using var polaris = fake.CreateClient();

        Assert.ThrowsAsync<NotFoundException>(() => LiveAsync(polaris, Live with { DisplayInPac = false }));

        Assert.That(fake.Journal.Any(entry => entry.Path.StartsWith("workflow", StringComparison.Ordinal)), Is.False);
        Assert.That(fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Live_FlagsMissing_IsNotSaved()
    {
        var fake = LiveServer();
        fake.On(HttpMethod.Get, "bibliographicrecords/{id}?checkforresourcelinks", _ => FakeResponse.Json("""{"BibliographicRecordID":5,"DoNotOverlay":null}"""));
        await using var polaris = fake.CreateClient();

        Assert.ThrowsAsync<InvalidOperationException>(() => LiveAsync(polaris, Live with { DisplayInPac = false }));

        Assert.That(fake.ExecutedOperations, Is.Zero);
        Assert.That(fake.Locks, Is.Empty);
    }

    [Test]
    public async Task Live_StoppedWhileThePersonIsAsked_CancelsAndReleases()
    {
        var fake = LiveServer();
        await using var polaris = fake.CreateClient();
        using var stop = new CancellationTokenSource();
        fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ =>
        {
            stop.Cancel();
            return FakeResponse.Json(new MarcRecord().ToJson());
        });

        Assert.That(() => LiveAsync(polaris, Live with { DisplayInPac = false }, stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(fake.ExecutedOperations, Is.Zero);
        Assert.That(fake.Locks, Is.Empty);
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
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        Environment.SetEnvironmentVariable("Polaris__BaseAddress", $"http://{server.LocalEndpoint}/");
        try
        {
            var ended = await RunAsync(Arguments(null, "continue"));

            Assert.That(ended, Is.EqualTo(64));
            Assert.That(_errors.Text, Does.Contain("A server is configured"));
            Assert.That(server.Pending(), Is.False, "no connection was made");
        }
        finally
        {
            Environment.SetEnvironmentVariable("Polaris__BaseAddress", null);
        }
    }

    [TestCase("--answer", "maybe")]
    [TestCase("--wait", "-5")]
    [TestCase("--wait", "long")]
    [TestCase("--hide", "--show")]
    public async Task Invoke_UnusableOptions_EndsWith64(params string[] options) => Assert.That(await SaveCommand.InvokeAsync(options), Is.EqualTo(64));

    private static SaveArguments Live => new(null, 5, false, null, null, "continue", null, TimeSpan.FromSeconds(10), Yes: true);

    private static FakePolaris LiveServer() => new FakePolaris().WithBib(
        5, displayInPac: true, marc: new MarcRecord().Field("245", '1', '0', ('a', "Three")), doNotOverlay: true);

    private static string RecordFile() => Path.Combine(AppContext.BaseDirectory, "records", Records.Bibliographic);

    private Task<int> LiveAsync(PolarisClient polaris, SaveArguments arguments, CancellationToken cancellationToken = default) =>
        new LiveSave(arguments, polaris, _console.Console).RunAsync(
            new SaveJob(polaris, new PromptConsole(_console.Console, arguments.Answer), _console.Console, null, TimeProvider.System), arguments.Wait, cancellationToken);

    private static SaveArguments Arguments(string? scenario, string? answer) =>
        new(null, null, false, null, null, answer, scenario, TimeSpan.FromSeconds(10), Yes: false);

    private Task<int> RunAsync(SaveArguments arguments) => SaveCommand.RunAsync(arguments, _console.Console, _errors.Console, CancellationToken.None);
}
