using ImportMarc;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>What a batch import must do: lose nothing, stop at nothing, continue, keep its pace, report honestly. Doubts and rules have tests of their own.</summary>
public sealed class ImportMarcTests : ImportMarcFixture
{
    [Test]
    public async Task Rejects_OfAMixedFile_AreItsBytesAndCanBeLoadedAgain()
    {
        Fake.WithBib(7, marc: Titled("0", "Old"));
        Fake.LockAs("exec", 15, ObjectType.BibliographicRecord, 7);
        byte[] locked = Bytes(Titled("2", "Locked").Field("901", ' ', ' ', ('a', "7"))), missing = Bytes(Titled("3", "Missing").Field("901", ' ', ' ', ('a', "8")));
        Write("a.mrc", Bytes(Titled("1", "Good")), Junk, locked, missing);

        var (exitCode, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Outcomes(report), Is.EqualTo("saved 1, locked 1, refused 1, unreadable 1"));
        Assert.That(await File.ReadAllBytesAsync(PathOf("job/1-a.unreadable.mrc")), Is.EqualTo(Junk));
        Assert.That(await File.ReadAllBytesAsync(PathOf("job/1-a.rejected.mrc")), Is.EqualTo((byte[])[.. locked, .. missing]));

        Fake.ReleaseLock(ObjectType.BibliographicRecord, 7);
        File.Move(PathOf("job/1-a.rejected.mrc"), PathOf("again.mrc"));
        (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "job2", new ImportArguments(), "again.mrc");
        Assert.That(Outcomes(report), Is.EqualTo("saved 1, refused 1"));
        Assert.That((await Polaris.BibRecords.GetMarcAsync(7)).Title, Is.EqualTo("Locked"));
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

        Fake.WithBib(9, marc: Titled("0", "Old"));
        await RunAsync(new Policy { UpdateFrom = "901a" }, name);

        await using var rejected = File.OpenRead(PathOf($"job/1-{Path.GetFileNameWithoutExtension(name)}.rejected{Path.GetExtension(name)}"));
        Assert.That(MarcReader.Read(rejected).Select(record => record.Title), Is.EqualTo(new[] { "Title 2", "Title 4" }));
    }

    [Test]
    public async Task Import_OfAJsonEnvelope_TakesEachRecordAndRejectsOneAlone()
    {
        var records = Enumerable.Range(1, 3).Select(number => Titled($"{number}", $"Title {number}").Field("901", ' ', ' ', ('a', number == 2 ? "8" : "9")));
        File.WriteAllText(PathOf("a.json"), $"{{\"records\":[{string.Join(",", records.Select(record => record.ToMarcInJson()))}]}}");
        Fake.WithBib(9, marc: Titled("0", "Old"));

        var (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.json");

        Assert.That(Outcomes(report), Is.EqualTo("saved 2, refused 1"));
        await using var rejected = File.OpenRead(PathOf("job/1-a.rejected.json"));
        Assert.That(MarcReader.Read(rejected).Select(record => record.Title), Is.EqualTo(new[] { "Title 2" }));
    }

    [TestCase('d', 'a', "deleted")]
    [TestCase('n', 'z', "not a bibliographic record")]
    [TestCase('n', 'y', "not a bibliographic record")]
    public async Task Import_OfADeletedOrOtherRecord_SendsItNever(char status, char type, string reason)
    {
        var marc = Titled("1", "One");
        (marc.RecordStatus, marc.RecordType) = (status, type);
        Write("a.mrc", Bytes(marc));

        var (exitCode, report) = await RunAsync(new Policy(), "a.mrc");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Outcomes(report), Is.EqualTo("notSent 1"));
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain(reason));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Import_WithAFileThatIsNotMarc_SendsNothingAndNamesIt()
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        File.WriteAllText(PathOf("readme.txt"), "Dear cataloger, here are the files.");

        Assert.That(async () => await RunAsync(new Policy(), "a.mrc", "readme.txt"), Throws.TypeOf<FormatException>().With.Message.Contains("readme.txt"));
        Assert.That(Fake.Journal, Is.Empty);

        var (exitCode, _) = await RunAsync(new Policy(), "a.mrc");
        Assert.That(exitCode, Is.Zero, "without that file, the job continues");
    }

    [Test]
    public async Task Import_OfAFileThatIsNamedTwice_IsRefused()
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        Write("copy.mrc", Bytes(Titled("1", "One")));

        Assert.That(async () => await RunAsync(new Policy(), "a.mrc", "copy.mrc"), Throws.InstanceOf<IOException>().With.Message.Contains("copy.mrc has the same content"));
        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public async Task Failures_UpToTheLimit_StopNothing()
    {
        Write("a.mrc", [.. Enumerable.Range(1, 20).Select(number => number % 2 == 0 ? Bytes(Titled($"{number}", $"Title {number}")) : Junk)]);

        var (exitCode, report) = await RunAsync(new Policy(), "job", new ImportArguments { MaxFailures = 5 }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(3));
        Assert.That(report["stopped"]!.GetValue<string>(), Does.Contain("--max-failures"));
        Assert.That(Outcomes(report), Does.Contain("unreadable 5"));

        (exitCode, report) = await RunAsync(new Policy(), "a.mrc");
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Outcomes(report), Is.EqualTo("saved 10, unreadable 10"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(10));
    }

    [Test]
    public async Task Failures_OfRecordsThatAreNeverSent_CountForTheLimit()
    {
        Write("a.mrc", [.. Enumerable.Range(1, 20).Select(number => Damaged(Titled($"{number}", $"Title {number}")))]);

        var (exitCode, report) = await RunAsync(new Policy(), "job", new ImportArguments { MaxFailures = 5 }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(3));
        Assert.That(Outcomes(report), Is.EqualTo("notSent 5"));
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
        var requests = Fake.Journal.Count;

        var (exitCode, report) = await RunAsync(new Policy(), "a.mrc");

        Assert.That(exitCode, Is.Zero);
        Assert.That(Outcomes(report), Is.EqualTo("saved 2"));
        Assert.That(Fake.Journal, Has.Count.EqualTo(requests));
    }

    [Test]
    public async Task Import_OfAChangedFile_IsRefused()
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        await RunAsync(new Policy(), "a.mrc");
        Write("a.mrc", Bytes(Titled("1", "Two")));

        Assert.That(async () => await RunAsync(new Policy(), "a.mrc"), Throws.InstanceOf<IOException>().With.Message.Contains("Use another job folder"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task Import_WithTheJobOfAnotherServer_IsRefused()
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        await RunAsync(new Policy(), "job", new ImportArguments { Server = "https://test.example.org" }, "a.mrc");

        Assert.That(
            async () => await RunAsync(new Policy(), "job", new ImportArguments { Server = "https://live.example.org" }, "a.mrc"),
            Throws.InstanceOf<IOException>().With.Message.Contains("https://test.example.org").And.Message.Contains("Use another job folder"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Journal_UsedByAnotherRun_IsRefused(bool isNew)
    {
        Write("a.mrc", Bytes(Titled("1", "One")));
        Directory.CreateDirectory(PathOf("job"));
        if (!isNew)
        {
            new Journal(PathOf("job/journal.db"), isDurable: true).Dispose();
        }

        using var other = new Journal(PathOf("job/journal.db"), isDurable: true);

        Assert.That(async () => await RunAsync(new Policy(), "a.mrc"), Throws.InstanceOf<IOException>().With.Message.Contains("Another import"));
        Assert.That(Fake.Journal, Is.Empty);
    }

    [Test]
    public async Task Locked_WhenItIsFreeAgain_IsSavedByTheNextRun()
    {
        Fake.WithBib(7, marc: Titled("0", "Old"));
        Fake.LockAs("exec", 15, ObjectType.BibliographicRecord, 7);
        Write("a.mrc", Bytes(Titled("1", "New").Field("901", ' ', ' ', ('a', "7"))), Bytes(Titled("2", "Two")));
        var (_, first) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");
        Fake.ReleaseLock(ObjectType.BibliographicRecord, 7);

        var (exitCode, second) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(Outcomes(first), Is.EqualTo("saved 1, locked 1"));
        Assert.That(first["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("Held by exec"));
        Assert.That(Outcomes(second), Is.EqualTo("saved 2"));
        Assert.That(exitCode, Is.Zero);
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(2));
    }

    [TestCase(1242)]
    [TestCase(77)]
    public async Task Lock_OfAKilledRun_IsReleasedByTheNext(int workstation)
    {
        Fake.WithBib(7, marc: Titled("0", "Old")).WithBib(8, marc: Titled("0", "Other"));
        var marc = Titled("1", "New").Field("901", ' ', ' ', ('a', "7"));
        Write("a.mrc", Bytes(marc));
        Directory.CreateDirectory(PathOf("job"));
        using (var journal = new Journal(PathOf("job/journal.db"), isDurable: false))
        {
            await RecordSource.RegisterAsync(journal, [PathOf("a.mrc")], CancellationToken.None);
            journal.Remember("workstations", $"{workstation}");
            journal.Claim(new ImportRecord(1, 1, 0, 0, marc, 7));
        }

        Fake.LockAs(FakePolaris.DefaultUserName, workstation, ObjectType.BibliographicRecord, 7);
        Fake.LockAs(FakePolaris.DefaultUserName, 15, ObjectType.BibliographicRecord, 8);

        var (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(Fake.Locks.Select(held => held.ObjectId), Is.EqualTo(new[] { 8 }), "only those of the updates of the killed run");
    }

    [Test]
    public async Task Pace_OfTenASecond_SpreadsTheRecords()
    {
        Write("a.mrc", [.. Enumerable.Range(1, 50).Select(number => Bytes(Titled($"{number}", $"Title {number}")))]);

        await RunAsync(new Policy(), "job", new ImportArguments { Pace = 10, Workstations = [1, 2, 3, 4] }, "a.mrc");

        var times = Fake.Journal.Where(entry => entry.Path == "workflow").Select(entry => entry.Time).ToList();
        Assert.That(times[^1] - times[0], Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(4.8)));
    }

    [Test]
    public async Task SignIn_Refused_StopsAtOnce()
    {
        await using var polaris = Fake.CreateClient(options => options.Credentials.Password = "wrong");
        Write("a.mrc", [.. Enumerable.Range(1, 50).Select(number => Bytes(Titled($"{number}", $"Title {number}")))]);

        var (exitCode, report) = await RunAsync(polaris, new Policy(), "job", new ImportArguments(), "a.mrc");

        Assert.That(exitCode, Is.EqualTo(3));
        Assert.That(report["stopped"]!.GetValue<string>(), Does.Contain("does not accept the user"));
        Assert.That(Fake.RefusedSignIns, Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Progress_OnATerminalOnly_IsWritten(bool isTerminal)
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
        Fake.WithBib(7, marc: Titled("0", "Old"));
        Write(
            "a.mrc",
            Bytes(Titled("1", "One")),
            Bytes(Titled("2", "Two").Field("901", ' ', ' ', ('a', "7"))),
            Bytes(Titled("3", "Three").Field("901", ' ', ' ', ('a', "8"))),
            Bytes(Titled("4", "Four").Field("245", '0', '0', ('a', "Twice"))));

        var (exitCode, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "job", new ImportArguments { DryRun = true }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Outcomes(report), Is.EqualTo("refused 1, notSent 1, wouldAdd 1, wouldUpdate 1"));
        Assert.That(Fake.Journal.Select(entry => entry.Method), Has.None.EqualTo("PUT").And.None.EqualTo("DELETE"));
        Assert.That(Fake.Journal.Where(entry => entry.Method == "POST").Select(entry => entry.Path), Is.All.StartsWith("authentication"));

        (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");
        Assert.That(Outcomes(report), Is.EqualTo("saved 2, refused 1, notSent 1"), "a dry run does not count as an import");
    }

    [Test]
    public async Task DryRun_AfterAnImport_LeavesItsRejectedRecords()
    {
        var missing = Bytes(Titled("3", "Missing").Field("901", ' ', ' ', ('a', "8")));
        Write("a.mrc", missing, Junk);
        await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        await RunAsync(new Policy(), "job", new ImportArguments { DryRun = true }, "a.mrc");

        Assert.That(File.Exists(PathOf("job/1-a.rejected.mrc")), Is.True);
        Assert.That(await File.ReadAllBytesAsync(PathOf("job/1-a.rejected.mrc")), Is.EqualTo(missing));
    }

    [Test]
    public async Task Import_WithSkipAndLimit_TakesAPart()
    {
        Write("a.mrc", [.. Enumerable.Range(1, 10).Select(number => Bytes(Titled($"{number}", $"Title {number}")))]);

        var (_, report) = await RunAsync(new Policy(), "job", new ImportArguments { Skip = 3, Limit = 4 }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 4"));
        Assert.That(report["files"]![0]!["read"]!.GetValue<int>(), Is.EqualTo(4));
    }
}
