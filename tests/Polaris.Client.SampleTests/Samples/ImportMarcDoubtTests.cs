using System.Globalization;
using ImportMarc;
using Polaris.Client.Testing;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>Records that may have been saved are looked for before anything is sent again.</summary>
public sealed class ImportMarcDoubtTests : ImportMarcFixture
{
    [TestCase(FaultKind.ResetAfterProcessing, 1)]
    [TestCase(FaultKind.ResetBeforeProcessing, 1)]
    public async Task Doubt_OfAnAddWithAnIsbn_IsLookedUpBeforeItIsSentAgain(FaultKind fault, int executed)
    {
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        Fake.Faults.Add(new FakeFault(fault) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(executed));
        Assert.That(Fake.Bibs, Has.Count.EqualTo(1));
    }

    [TestCase(DoubtRule.Keep, "9781551433240", "policy keeps")]
    [TestCase(DoubtRule.SendAgain, null, "by which the server recognizes duplicates")]
    public async Task Doubt_OfAnAddThatCannotBeLookedUp_StaysInDoubt(DoubtRule rule, string? isbn, string reason)
    {
        Write("a.mrc", Bytes(Titled("1", "One", isbn)));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "workflow" });

        var (exitCode, report) = await RunAsync(new Policy { InDoubt = rule }, "a.mrc");
        var (_, again) = await RunAsync(new Policy { InDoubt = rule }, "a.mrc");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("may have been saved").And.Contain(reason));
        Assert.That(Outcomes(again), Is.EqualTo("inDoubt 1"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(File.Exists(PathOf("job/1-a.rejected.mrc")), Is.False, "to load it again could save it twice");
    }

    [Test]
    public async Task Doubt_OfAnAddThatCannotBeSentAgain_StaysInDoubtAndIsFoundByTheNextRun()
    {
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "workflow" });
        for (var refusals = 0; refusals < 50; refusals++)
        {
            Fake.Faults.Add(new FakeFault(FaultKind.ConnectionRefused) { Method = "POST", Path = "workflow" });
        }

        var policy = new Policy { InDoubt = DoubtRule.SendAgain, Duplicates = DuplicateRule.SaveBeside };
        var (_, report) = await RunAsync(policy, "a.mrc");
        Fake.Faults.Stop();
        var (_, again) = await RunAsync(policy, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"), "that it could not be sent again proves nothing about the first attempt");
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.StartWith("It may have been saved by an earlier attempt."));
        Assert.That(Outcomes(again), Is.EqualTo("saved 1"));
        Assert.That(Fake.Bibs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Doubt_OfAnAddWithout003AndWithout035_IsNotSentAgain()
    {
        var marc = Titled("1", "One", isbn: "9781551433240");
        marc.RemoveFields("003", "035");
        Write("a.mrc", Bytes(marc));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("neither 035 nor 001 with 003"));
    }

    [Test]
    public async Task Doubt_OfAnAddLikeAnOlderOne_DoesNotTakeTheOtherForIt()
    {
        Fake.WithBib(7, marc: Titled("1", "One, first printing", isbn: "9781551433240"));
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain, Duplicates = DuplicateRule.SaveBeside }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("7 has the same control number"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Doubt_OfATwinInTheFile_DoesNotTakeTheFirstForIt()
    {
        var twin = Bytes(Titled("1", "One", isbn: "9781551433240"));
        Write("a.mrc", twin, twin);
        await RunAsync(new Policy(), "job", new ImportArguments { Limit = 1 }, "a.mrc");
        Fake.Faults.Add(new FakeFault(FaultKind.ResetAfterProcessing) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1, canceled 1"));
        Assert.That(Fake.Bibs, Has.Count.EqualTo(1));
    }

    [TestCase("2020-01-01T00:00:00", "canceled 1")]
    [TestCase("2026-01-01T00:00:00", "saved 1")]
    public async Task Doubt_OfAnAddLikeAnEqualOne_DependsOnItsAge(string created, string outcomes)
    {
        var marc = Titled("1", "One", isbn: "9781551433240");
        Fake.WithBib(7, marc: marc);
        var older = Fake.Bibs[7].Json;
        older["CreationDate"] = created;
        Fake.WithRecord("bibs", older);
        Write("a.mrc", Bytes(marc));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes), "without a date, or a recent one, it may be the record itself");
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [TestCase(26, "saved 1")]
    [TestCase(49, "canceled 1")]
    public async Task Doubt_OfAnAddLikeAnEqualOne_AllowsForAnyTimeZone(int hours, string outcomes)
    {
        var marc = Titled("1", "One", isbn: "9781551433240");
        Fake.WithBib(7, marc: marc);
        var older = Fake.Bibs[7].Json;
        older["CreationDate"] = Clock.GetUtcNow().AddHours(-hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        Fake.WithRecord("bibs", older);
        Write("a.mrc", Bytes(marc));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes), "time zones differ by up to 26 hours");
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Doubt_OfASlowServer_IsLookedIntoAfterTheTimeoutAndTheWait()
    {
        var timeout = TimeSpan.FromMinutes(2);
        await using var polaris = Fake.CreateClient(options => options.Timeout = timeout);
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        Fake.Faults.Add(new FakeFault(FaultKind.DelayProcessed) { Method = "POST", Path = "workflow" });
        var began = Clock.GetUtcNow();

        var (_, report) = await RunAsync(polaris, new Policy { InDoubt = DoubtRule.SendAgain }, "job", new ImportArguments { Settle = TimeSpan.FromMinutes(1) }, "a.mrc");

        var last = Fake.Journal.Last(entry => entry is { Method: "POST", Path: "workflow" });
        Assert.That(last.Time - began, Is.GreaterThanOrEqualTo(timeout + TimeSpan.FromMinutes(1)), "until then the server may still be saving it");
        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
    }

    [Test]
    public async Task Doubt_OfAnUpdate_IsNotAddedUnderAnotherPolicy()
    {
        Fake.WithBib(7, marc: Titled("0", "Old"));
        Write("a.mrc", Bytes(Titled("1", "New", isbn: "9781551433240").Field("901", ' ', ' ', ('a', "7"))));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });
        var reads = 0;
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ => FakeResponse.Json(Titled("0", $"Title {reads++}").ToJson()));
        await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        var (_, report) = await RunAsync(new Policy { InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(report["records"]![0]!["reason"]!.GetValue<string>(), Does.Contain("updateFrom"));
        Assert.That(Fake.Bibs, Has.Count.EqualTo(1));
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"leader":null,"controlfields":null,"datafields":[{"tag":"035","subfields":[{"code":"a","data":null}]},null]}""")]
    public async Task Candidates_WithoutTheirRecords_AreNeitherReplacedNorTakenForIt(string marc)
    {
        Fake.WithBib(7, marc: Titled("1", "One", isbn: "9781551433240"));
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ => FakeResponse.Json(marc));
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.ReplaceSame, InDoubt = DoubtRule.SendAgain }, "a.mrc");

        Assert.That(Outcomes(report), Is.Not.EqualTo("saved 1"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [Test]
    public async Task Doubt_OfAReply_IsResumed()
    {
        Fake.WithBib(7, marc: Titled("9", "Other", isbn: "9781551433240"));
        Write("a.mrc", Bytes(Titled("1", "One", isbn: "9781551433240")));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "PUT", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.SaveBeside }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(1));
        Assert.That(Fake.Journal.Count(entry => entry is { Method: "POST", Path: "workflow" }), Is.EqualTo(1));
    }

    [TestCase(FaultKind.ResetAfterProcessing, 1)]
    [TestCase(FaultKind.ResetBeforeProcessing, 1)]
    public async Task Doubt_OfAnUpdate_IsReadAndCompared(FaultKind fault, int executed)
    {
        Fake.WithBib(7, marc: Titled("0", "Old"));
        Write("a.mrc", Bytes(Titled("1", "New").Field("901", ' ', ' ', ('a', "7"))));
        Fake.Faults.Add(new FakeFault(fault) { Method = "POST", Path = "workflow" });

        var (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("saved 1"));
        Assert.That(Fake.ExecutedOperations, Is.EqualTo(executed));
        Assert.That((await Polaris.BibRecords.GetMarcAsync(7)).Title, Is.EqualTo("New"));
    }

    [Test]
    public async Task Doubt_OfAnUpdateThatAnotherUserChanged_StaysInDoubt()
    {
        Fake.WithBib(7, marc: Titled("0", "Old"));
        Write("a.mrc", Bytes(Titled("1", "New").Field("901", ' ', ' ', ('a', "7"))));
        Fake.Faults.Add(new FakeFault(FaultKind.ResetBeforeProcessing) { Method = "POST", Path = "workflow" });
        var reads = 0;
        Fake.On(HttpMethod.Get, "bibliographicrecords/{id}/marcdisplay", _ => FakeResponse.Json(Titled("0", $"Title {reads++}").ToJson()));

        var (_, report) = await RunAsync(new Policy { UpdateFrom = "901a" }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("inDoubt 1"));
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }
}
