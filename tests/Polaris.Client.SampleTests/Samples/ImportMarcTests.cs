using System.Text;
using System.Text.Json.Nodes;
using ImportMarc;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The ten things that a batch import must do, each with its test; that it survives being killed is in ImportMarcKillTests.</summary>
public sealed class ImportMarcTests
{
    private static readonly byte[] Junk = "-- end of batch --\u001D"u8.ToArray();
    private DirectoryInfo _folder = null!;
    private ManualTimeProvider _clock = null!;
    private FakePolaris _fake = null!;
    private PolarisClient _polaris = null!;

    [SetUp]
    public void Start()
    {
        _folder = Directory.CreateTempSubdirectory("import-");
        _clock = new ManualTimeProvider { SkipsDelays = true };
        _fake = new FakePolaris(new FakePolarisOptions { TimeProvider = _clock });
        _polaris = _fake.CreateClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _polaris.DisposeAsync();
        _folder.Delete(recursive: true);
        _fake.AssertNoUnexpectedRequests();
        Assert.That(_fake.Locks.Where(held => held.WorkstationId != 15), Is.Empty);
    }

    [Test]
    public async Task Rejects_OfAMixedFile_AreItsBytesAndCanBeLoadedAgain()
    {
        _fake.WithBib(7, marc: Titled("0", "Old"));
        _fake.LockAs("exec", 15, ObjectType.BibliographicRecord, 7);
        byte[] locked = Bytes(Titled("2", "Locked").Field("901", ' ', ' ', ('a', "7"))), missing = Bytes(Titled("3", "Missing").Field("901", ' ', ' ', ('a', "8")));
        Write("a.mrc", Bytes(Titled("1", "Good")), Junk, locked, missing);

        var (exitCode, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Findings));
        Assert.That(Outcomes(report), Is.EqualTo("saved 1, locked 1, refused 1, unreadable 1"));
        Assert.That(await File.ReadAllBytesAsync(PathOf("job/1-a.unreadable.mrc")), Is.EqualTo(Junk));
        Assert.That(await File.ReadAllBytesAsync(PathOf("job/1-a.rejected.mrc")), Is.EqualTo((byte[])[.. locked, .. missing]));

        _fake.ReleaseLock(ObjectType.BibliographicRecord, 7);
        File.Move(PathOf("job/1-a.rejected.mrc"), PathOf("again.mrc"));
        (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "job2", new ImportArguments(), "again.mrc");
        Assert.That(Outcomes(report), Is.EqualTo("saved 1, refused 1"));
        Assert.That((await _polaris.BibRecords.GetMarcAsync(7)).Title, Is.EqualTo("Locked"));
    }

    [TestCase("a.xml", MarcFormat.MarcXml)]
    [TestCase("a.json", MarcFormat.MarcJson)]
    [TestCase("a.mrk", MarcFormat.Mnemonic)]
    public async Task Rejects_OfOtherFormats_CanBeLoadedAgain(string name, MarcFormat format)
    {
        await using (var stream = File.Create(PathOf(name)))
        await using (var writer = new MarcWriter(stream, format))
        {
            foreach (var number in Enumerable.Range(1, 4))
            {
                writer.Write(Titled($"{number}", $"Title {number}").Field("901", ' ', ' ', ('a', number % 2 == 0 ? "8" : "9")));
            }
        }

        _fake.WithBib(9, marc: Titled("0", "Old"));
        await RunAsync(new Policy { UpdateFrom = "901a" }, name);

        await using var rejected = File.OpenRead(PathOf($"job/1-{Path.GetFileNameWithoutExtension(name)}.rejected{Path.GetExtension(name)}"));
        Assert.That(MarcReader.Read(rejected).Select(record => record.Title), Is.EqualTo(new[] { "Title 2", "Title 4" }));
    }

    [Test]
    public async Task Failures_UpToTheLimit_StopNothing()
    {
        Write("a.mrc", [.. Enumerable.Range(1, 20).Select(number => number % 2 == 0 ? Bytes(Titled($"{number}", $"Title {number}")) : Junk)]);

        var (exitCode, report) = await RunAsync(new Policy(), "job", new ImportArguments { MaxFailures = 5 }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Stopped));
        Assert.That(report["stopped"]!.GetValue<string>(), Does.Contain("--max-failures"));
        Assert.That(Outcomes(report), Does.Contain("unreadable 5"));

        (exitCode, report) = await RunAsync(new Policy(), "a.mrc");
        Assert.That(exitCode, Is.EqualTo(ExitCode.Findings));
        Assert.That(Outcomes(report), Is.EqualTo("saved 10, unreadable 10"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(10));
    }

    [Test]
    public async Task Report_EachRecord_HasItsExactPlace()
    {
        byte[][] parts = [Bytes(Titled("1", "One")), Junk, Damaged(Titled("2", "Two")), Bytes(Titled("3", "Three"))];
        Write("a.mrc", parts);

        await RunAsync(new Policy(), "a.mrc");

        var lines = await File.ReadAllLinesAsync(PathOf("job/report.csv"));
        var file = PathOf("a.mrc");
        var offsets = new[] { 0, parts[0].Length, parts[0].Length + parts[1].Length, parts[0].Length + parts[1].Length + parts[2].Length };
        Assert.That(lines[1], Does.StartWith($"\"{file}\",1,{offsets[0]},\"1\",saved,"));
        Assert.That(lines[2], Does.StartWith($"\"{file}\",2,{offsets[1]},,unreadable,"));
        Assert.That(lines[3], Does.StartWith($"\"{file}\",2,{offsets[2]},\"2\",notSent,").And.Contain("FieldPosition"));
        Assert.That(lines[4], Does.StartWith($"\"{file}\",3,{offsets[3]},\"3\",saved,"));
    }

    [Test]
    public async Task Import_Again_SendsNothingAndReportsTheSame()
    {
        Write("a.mrc", Bytes(Titled("1", "One")), Bytes(Titled("2", "Two")));
        await RunAsync(new Policy(), "a.mrc");
        var requests = _fake.Journal.Count;

        var (exitCode, report) = await RunAsync(new Policy(), "a.mrc");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Success));
        Assert.That(Outcomes(report), Is.EqualTo("saved 2"));
        Assert.That(_fake.Journal, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Import_OfAChangedFile_IsRefused()
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        await RunAsync(new Policy(), "a.mrc");
        Write("a.mrc", Bytes(Titled("1", "Two")));

        Assert.That(async () => await RunAsync(new Policy(), "a.mrc"), Throws.InstanceOf<IOException>().With.Message.Contains("Use another job folder"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task Journal_UsedByAnotherRun_IsRefused()
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        Directory.CreateDirectory(PathOf("job"));
        using var other = new Journal(PathOf("job/journal.db"), isDurable: true);
        other.Remember("workstations", "1");

        Assert.That(async () => await RunAsync(new Policy(), "a.mrc"), Throws.InstanceOf<IOException>().With.Message.Contains("Another program"));
        Assert.That(_fake.Journal, Is.Empty);
    }

    [TestCase(FaultKind.ResetAfterProcessing, 1)]
    [TestCase(FaultKind.ResetBeforeProcessing, 1)]
    public async Task Doubt_OfAnAddWithAnIsbn_IsLookedUpBeforeItIsSentAgain(FaultKind fault, int executed)
    {
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        _fake.Faults.Add(new FakeFault(fault) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(executed));
        Assert.That(_fake.Bibs, Has.Count.EqualTo(1));
    }

    [TestCase(DoubtRule.Keep, "9781551433240", "policy keeps")]
    [TestCase(DoubtRule.SendAgain, null, "by which the server recognizes duplicates")]
    public async Task Doubt_OfAnAddThatCannotBeLookedUp_StaysInDoubt(DoubtRule rule, string? isbn, string reason)
    {
        Write("a.mrc", Bytes(Titled("1", "One", isbn)));
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "workflow" });

        var (exitCode, report) = await RunAsync(new Policy { InDoubt = rule }, "a.mrc");
        var (_, again) = await RunAsync(new Policy { InDoubt = rule }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Findings));
        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("may have been saved").And.Contain(reason));
        Assert.That(Outcomes(again), Is.EqualTo("inDoubt 1"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(File.Exists(PathOf("job/1-a.rejected.mrc")), Is.False, "to load it again could save it twice");
    }

    [Test]
    public async Task Doubt_OfAnAddLikeAnOlderOne_DoesNotTakeTheOtherForIt()
    {
        _fake.WithBib(7, marc: Titled("1", "One, first printing", isbn: "9781551433240"));
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        _fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain, Duplicates = DuplicateRule.SaveBeside }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("7 has the same control number"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Doubt_OfATwinInTheFile_DoesNotTakeTheFirstForIt()
    {
        var twin = Bytes(Titled("1", "One", isbn: "9781551433240"));
        Write("a.mrc", twin, twin);
        await RunAsync(new Policy(), "job", new ImportArguments { Limit = 1 }, "a.mrc");
        _fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1, canceled 1"));
        Assert.That(_fake.Bibs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Doubt_OfAReply_IsResumed()
    {
        _fake.WithBib(7, marc: Titled("9", "Other", isbn: "9781551433240"));
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        _fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.SaveBeside }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(_fake.Journal.Count(entry => entry is { Method: "POST", Path: "workflow" }), Is.EqualTo(1));
    }

    [TestCase(FaultKind.ResetAfterProcessing, 1)]
    [TestCase(FaultKind.ResetBeforeProcessing, 1)]
    public async Task Doubt_OfAnUpdate_IsReadAndCompared(FaultKind fault, int executed)
    {
        _fake.WithBib(7, marc: Titled("0", "Old"));
        Write("a.mrc", Bytes(Titled("1", "New").Field("901", ' ', ' ', ('a', "7"))));
        _fake.Faults.Add(new FakeFault(fault) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(executed));
        Assert.That((await _polaris.BibRecords.GetMarcAsync(7)).Title, Is.EqualTo("New"));
    }

    [Test]
    public async Task Doubt_OfAnUpdateThatAnotherUserChanged_StaysInDoubt()
    {
        _fake.WithBib(7, marc: Titled("0", "Old"));
        Write("a.mrc", Bytes(Titled("1", "New").Field("901", ' ', ' ', ('a', "7"))));
        _fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });
        var reads = 0;
        _fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ => FakeResponse.Json(Titled("0", $"Title {reads++}").ToJson()));

        var (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(_fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Locked_WhenItIsFreeAgain_IsSavedByTheNextRun()
    {
        _fake.WithBib(7, marc: Titled("0", "Old"));
        _fake.LockAs("exec", 15, ObjectType.BibliographicRecord, 7);
        Write("a.mrc", Bytes(Titled("1", "New").Field("901", ' ', ' ', ('a', "7"))), Bytes(Titled("2", "Two")));
        var (_, first) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");
        _fake.ReleaseLock(ObjectType.BibliographicRecord, 7);

        var (exitCode, second) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(Outcomes(first), Is.EqualTo("saved 1, locked 1"));
        Assert.That(first["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("Held by exec"));
        Assert.That(Outcomes(second), Is.EqualTo("saved 2"));
        Assert.That(exitCode, Is.EqualTo(ExitCode.Success));
        Assert.That(_fake.ExecutedOperations, Is.EqualTo(2));
    }

    [Test]
    public async Task Pace_OfTenASecond_SpreadsTheRecords()
    {
        Write("a.mrc", [.. Enumerable.Range(1, 50).Select(number => Bytes(Titled($"{number}", $"Title {number}")))]);

        await RunAsync(new Policy(), "job", new ImportArguments { Pace = 10, Workstations = [1, 2, 3, 4] }, "a.mrc");

        var times = _fake.Journal.Where(entry => entry.Path == "workflow").Select(entry => entry.Time).ToList();
        Assert.That(times[^1] - times[0], Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(4.8)));
    }

    [Test]
    public async Task SignIn_Refused_StopsAtOnce()
    {
        await using var polaris = _fake.CreateClient(options => options.Credentials.Password = "wrong");
        Write("a.mrc", [.. Enumerable.Range(1, 50).Select(number => Bytes(Titled($"{number}", $"Title {number}")))]);

        var (exitCode, report) = await RunAsync(polaris, new Policy(), "job", new ImportArguments(), "a.mrc");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Stopped));
        Assert.That(report["stopped"]!.GetValue<string>(), Does.Contain("does not accept the user"));
        Assert.That(_fake.RefusedSignIns, Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Progress_IsWrittenOnATerminalOnly(bool isTerminal)
    {
        using var errors = new StringWriter();
        var progress = new Progress(errors, [new ImportFile(1, "a.mrc", 1000)], isTerminal);
        while (progress.Elapsed < TimeSpan.FromSeconds(0.6))
        {
            progress.Take();
            await Task.Yield();
        }

        progress.Finish();

        Assert.That(errors.ToString(), isTerminal ? Does.Match(@"^\r\d+ records, [\d,]+ a second, \d\d:\d\d:\d\d left, 0 failed ") : Is.Empty);
        Assert.That(errors.ToString(), Does.Not.Contain("\u001B"));
    }

    [Test]
    public async Task Report_OfSeveralFiles_AddsUpEverywhere()
    {
        Write("a.mrc", Bytes(Titled("1", "One")), Junk);
        Write("b.mrc", Bytes(Titled("2", "Two")), Bytes(Titled("3", "One")));

        var (_, report) = await RunAsync(new Policy(), "a.mrc", "b.mrc");

        Assert.That(report["read"]!.GetValue<int>(), Is.EqualTo(4));
        Assert.That(report["files"]!.AsArray().Select(Outcomes), Is.EqualTo(new[] { "saved 1, unreadable 1", "saved 1, canceled 1" }));
        Assert.That(Outcomes(report), Is.EqualTo("saved 2, canceled 1, unreadable 1"));
        Assert.That(await File.ReadAllLinesAsync(PathOf("job/report.csv")), Has.Length.EqualTo(1 + 4));
    }

    [Test]
    public async Task DryRun_ReadsChecksAndMatches_AndChangesNothing()
    {
        _fake.WithBib(7, marc: Titled("0", "Old"));
        Write(
            "a.mrc",
            Bytes(Titled("1", "One")),
            Bytes(Titled("2", "Two").Field("901", ' ', ' ', ('a', "7"))),
            Bytes(Titled("3", "Three").Field("901", ' ', ' ', ('a', "8"))),
            Bytes(Titled("4", "Four").Field("245", '0', '0', ('a', "Twice"))));

        var (exitCode, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "job", new ImportArguments { DryRun = true }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(ExitCode.Findings));
        Assert.That(Outcomes(report), Is.EqualTo("refused 1, notSent 1, wouldAdd 1, wouldUpdate 1"));
        Assert.That(_fake.Journal.Select(entry => entry.Method), Has.None.EqualTo("PUT").And.None.EqualTo("DELETE"));
        Assert.That(_fake.Journal.Where(entry => entry.Method == "POST").Select(entry => entry.Path), Is.All.StartsWith("authentication"));

        (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");
        Assert.That(Outcomes(report), Is.EqualTo("saved 2, refused 1, notSent 1"), "a dry run does not count as an import");
    }

    [Test]
    public async Task Hooks_OfThePolicy_ChangeEveryRecord()
    {
        Write("a.mrc", Bytes(Titled("1", "One").Field("949", ' ', ' ', ('a', "local")).Field("999", 'f', 'f', ('i', "uuid"))));

        await RunAsync(new Policy { StripFields = ["9XX"], OwnerId = 12, DisplayInPac = false }, "a.mrc");

        var saved = _fake.Bibs.Values.Single();
        Assert.That(saved.RecordOwnerId, Is.EqualTo(12));
        Assert.That(saved.DisplayInPac, Is.False);
        Assert.That((await _polaris.BibRecords.GetMarcAsync(saved.Id)).Fields.Select(field => field.Tag), Is.EqualTo(new[] { "001", "003", "035", "100", "245" }));
    }

    [TestCase(DuplicateRule.Skip, "canceled 1", 1, 0)]
    [TestCase(DuplicateRule.SaveBeside, "saved 1", 2, 0)]
    [TestCase(DuplicateRule.ReplaceSame, "saved 1", 1, 0)]
    [TestCase(DuplicateRule.Stop, "canceled 1", 1, 3)]
    public async Task Duplicates_FollowTheRule(DuplicateRule rule, string outcomes, int records, int exitCode)
    {
        _fake.WithBib(7, marc: Titled("1", "One").Field("520", ' ', ' ', ('a', "old")));
        Write("a.mrc", Bytes(Titled("1", "One")));

        var (ended, report) = await RunAsync(new Policy { Duplicates = rule }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes));
        Assert.That(_fake.Bibs, Has.Count.EqualTo(records));
        Assert.That(_fake.Bibs.ContainsKey(7), Is.True, "a replaced record keeps its ID");
        Assert.That(ended, Is.EqualTo(exitCode));
    }

    [TestCase(ProtectedRule.Skip, "canceled 1", 1)]
    [TestCase(ProtectedRule.SaveBeside, "saved 1", 2)]
    public async Task Protected_FollowsTheRule(ProtectedRule rule, string outcomes, int records)
    {
        _fake.WithBib(7, marc: Titled("1", "One"), doNotOverlay: true);
        Write("a.mrc", Bytes(Titled("1", "One")));

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.ReplaceSame, Protected = rule }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes));
        Assert.That(_fake.Bibs, Has.Count.EqualTo(records));
    }

    [Test]
    public async Task ReplaceSame_WithAnotherControlNumber_ReplacesNothing()
    {
        _fake.WithBib(7, marc: Titled("9", "One"));
        Write("a.mrc", Bytes(Titled("1", "One")));

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.ReplaceSame }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("canceled 1"));
        Assert.That((await _polaris.BibRecords.GetMarcAsync(7)).ControlNumber, Is.EqualTo("9"));
    }

    [TestCase(DamageRule.Reject, "notSent 1")]
    [TestCase(DamageRule.Import, "saved 1")]
    public async Task Damaged_FollowsTheRule(DamageRule rule, string outcomes)
    {
        Write("a.mrc", Damaged(Titled("1", "One")));

        var (_, report) = await RunAsync(new Policy { Damaged = rule }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes));
    }

    [Test]
    public async Task SkipAndLimit_TakeAPart()
    {
        Write("a.mrc", [.. Enumerable.Range(1, 10).Select(number => Bytes(Titled($"{number}", $"Title {number}")))]);

        var (_, report) = await RunAsync(new Policy(), "job", new ImportArguments { Skip = 3, Limit = 4 }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 4"));
        Assert.That(report["files"]![0]!["read"]!.GetValue<int>(), Is.EqualTo(4));
    }

    [TestCase("""{ "duplicate": "skip" }""", "duplicate")]
    [TestCase("""{ "duplicates": "guess" }""", "duplicates")]
    [TestCase("""{ "detectedBy": [ "020" ] }""", "\"020\" is not a tag with a subfield code")]
    [TestCase("""{ "stripFields": [ "99" ] }""", "\"99\" is not a tag")]
    [TestCase("null", "empty")]
    public void Policy_WithAMistake_IsRefused(string json, string message)
    {
        File.WriteAllText(PathOf("policy.json"), json);

        Assert.That(() => Policy.Load(PathOf("policy.json")), Throws.InstanceOf<FormatException>().With.Message.Contains(message));
    }

    [TestCase("--workstations", "1,1")]
    [TestCase("--workstations", "x")]
    [TestCase("--unknown")]
    [TestCase("missing.mrc")]
    [TestCase("--pace", "fast")]
    public async Task Invoke_AWrongCommandLine_EndsWith64AndWritesToErrorsOnly(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var ended = await ImportCommand.InvokeAsync(["import", .. args], output, errors, isTerminal: false);

        Assert.That(ended, Is.EqualTo(ExitCode.Usage));
        Assert.That(output.ToString(), Is.Empty);
        Assert.That(errors.ToString(), Is.Not.Empty.And.Not.Contain("   at "));
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

    private static MarcRecord Titled(string control, string title, string? isbn = null)
    {
        var record = new MarcRecord().Control("001", control).Control("003", "XxTest");
        _ = isbn is null ? record : record.Field("020", ' ', ' ', ('a', isbn));
        return record.Field("035", ' ', ' ', ('a', $"(XxOther){control}")).Field("100", '1', ' ', ('a', "Frost, Percy")).Field("245", '1', '0', ('a', title));
    }

    private static byte[] Bytes(MarcRecord record) => MarcWriter.ToBytes(record);

    /// <summary>Returns a record whose directory has a wrong start of its third field.</summary>
    private static byte[] Damaged(MarcRecord record)
    {
        var bytes = Bytes(record);
        bytes[24 + 24 + 11]++;
        return bytes;
    }

    private static string Outcomes(JsonNode? report) => string.Join(
        ", ", report!["outcomes"]!.AsObject().Where(sum => sum.Value!.GetValue<int>() > 0).Select(sum => $"{sum.Key} {sum.Value}"));

    private void Write(string name, params byte[][] parts) => File.WriteAllBytes(PathOf(name), [.. parts.SelectMany(part => part)]);

    private Task<(int ExitCode, JsonNode Report)> RunAsync(Policy policy, params string[] files) =>
        RunAsync(policy, "job", new ImportArguments(), files);

    private Task<(int ExitCode, JsonNode Report)> RunAsync(Policy policy, string job, ImportArguments arguments, params string[] files) =>
        RunAsync(_polaris, policy, job, arguments, files);

    /// <summary>Runs an import, and checks that its sums add up.</summary>
    private async Task<(int ExitCode, JsonNode Report)> RunAsync(
        PolarisClient polaris, Policy policy, string job, ImportArguments arguments, params string[] files)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        arguments = arguments with { Files = [.. files.Select(PathOf)], Job = PathOf(job) };
        var exitCode = await new ImportCommand(output, errors, isTerminal: false).RunAsync(polaris, arguments, policy, _clock, CancellationToken.None);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(PathOf($"{job}/{(arguments.DryRun ? "dry-run" : "report")}.json"), Encoding.UTF8))!;
        Assert.That(report["outcomes"]!.AsObject().Sum(sum => sum.Value!.GetValue<int>()), Is.EqualTo(report["read"]!.GetValue<int>()));
        Assert.That(output.ToString(), Does.Not.Contain("\u001B"));
        return (exitCode, report);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
