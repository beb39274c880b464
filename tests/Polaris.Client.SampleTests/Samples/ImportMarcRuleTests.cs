using System.Text;
using ImportMarc;
using Polaris.Client.Marc;

namespace Polaris.Client.SampleTests.Samples;

/// <summary>The decisions and the hooks of the policy file.</summary>
public sealed class ImportMarcRuleTests : ImportMarcFixture
{
    [Test]
    public async Task Hooks_OfThePolicy_ChangeEveryRecord()
    {
        Write("a.mrc", Bytes(Titled("1", "One").Field("949", ' ', ' ', ('a', "local")).Field("999", 'f', 'f', ('i', "uuid"))));

        await RunAsync(new Policy { StripFields = ["9XX"], OwnerId = 12, DisplayInPac = false }, "a.mrc");

        var saved = Fake.Bibs.Values.Single();
        Assert.That(saved.RecordOwnerId, Is.EqualTo(12));
        Assert.That(saved.DisplayInPac, Is.False);
        Assert.That((await Polaris.BibRecords.GetMarcAsync(saved.Id)).Fields.Select(field => field.Tag), Is.EqualTo(new[] { "001", "003", "035", "100", "245" }));
    }

    [TestCase(DuplicateRule.Skip, "canceled 1", 1, 0)]
    [TestCase(DuplicateRule.SaveBeside, "saved 1", 2, 0)]
    [TestCase(DuplicateRule.ReplaceSame, "saved 1", 1, 0)]
    [TestCase(DuplicateRule.Stop, "canceled 1", 1, 3)]
    public async Task Duplicates_OfEachRule_FollowIt(DuplicateRule rule, string outcomes, int records, int exitCode)
    {
        Fake.WithBib(7, marc: Titled("1", "One").Field("520", ' ', ' ', ('a', "old")));
        Write("a.mrc", Bytes(Titled("1", "One")));

        var (ended, report) = await RunAsync(new Policy { Duplicates = rule }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes));
        Assert.That(Fake.Bibs, Has.Count.EqualTo(records));
        Assert.That(Fake.Bibs.ContainsKey(7), Is.True, "a replaced record keeps its ID");
        Assert.That(ended, Is.EqualTo(exitCode));
    }

    [TestCase(ProtectedRule.Skip, "canceled 1", 1)]
    [TestCase(ProtectedRule.SaveBeside, "saved 1", 2)]
    public async Task Protected_WithEachRule_FollowsIt(ProtectedRule rule, string outcomes, int records)
    {
        Fake.WithBib(7, marc: Titled("1", "One"), doNotOverlay: true);
        Write("a.mrc", Bytes(Titled("1", "One")));

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.ReplaceSame, Protected = rule }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes));
        Assert.That(Fake.Bibs, Has.Count.EqualTo(records));
    }

    [Test]
    public async Task ReplaceSame_WithAnotherControlNumber_ReplacesNothing()
    {
        Fake.WithBib(7, marc: Titled("9", "One"));
        Write("a.mrc", Bytes(Titled("1", "One")));

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.ReplaceSame }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("canceled 1"));
        Assert.That((await Polaris.BibRecords.GetMarcAsync(7)).ControlNumber, Is.EqualTo("9"));
    }

    [Test]
    public async Task ReplaceSame_WithTheSame001OfAnotherSystem_ReplacesNothing()
    {
        MarcRecord other = Titled("1", "One"), mine = Titled("1", "One");
        other.RemoveFields("003", "035");
        mine.RemoveFields("003", "035");
        Fake.WithBib(7, marc: other.Field("520", ' ', ' ', ('a', "other")));
        Write("a.mrc", Bytes(mine));

        var (_, report) = await RunAsync(new Policy { Duplicates = DuplicateRule.ReplaceSame }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo("canceled 1"), "every system has a record 1");
        Assert.That(Fake.ExecutedOperations, Is.Zero);
    }

    [TestCase("9XX", "saved 1")]
    [TestCase("999", "notSent 1")]
    public async Task Hooks_StripAnInvalidField_BeforeTheRecordIsChecked(string strip, string outcomes)
    {
        var record = Titled("1", "One").Field("949", ' ', ' ', ('a', "local"));
        var bytes = Encoding.ASCII.GetString(Bytes(record)).Replace("  \u001Falocal", "A \u001Falocal", StringComparison.Ordinal);
        Write("a.mrc", Encoding.ASCII.GetBytes(bytes));

        var (_, report) = await RunAsync(new Policy { StripFields = [strip], Damaged = DamageRule.Import }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes));
    }

    [TestCase(DamageRule.Reject, "notSent 1")]
    [TestCase(DamageRule.Import, "saved 1")]
    public async Task Damaged_WithEachRule_FollowsIt(DamageRule rule, string outcomes)
    {
        Write("a.mrc", Damaged(Titled("1", "One")));

        var (_, report) = await RunAsync(new Policy { Damaged = rule }, "a.mrc");

        Assert.That(Outcomes(report), Is.EqualTo(outcomes));
    }

    [TestCase("""{ "duplicate": "skip" }""", "duplicate")]
    [TestCase("""{ "duplicates": "guess" }""", "duplicates")]
    [TestCase("""{ "detectedBy": [ "020" ] }""", "\"020\" is not a tag with a subfield code")]
    [TestCase("""{ "stripFields": [ "99" ] }""", "\"99\" is not a tag")]
    [TestCase("""{ "stripFields": [ "9-1" ] }""", "\"9-1\" is not a tag")]
    [TestCase("""{ "stripFields": [ null ] }""", "stripFields")]
    [TestCase("""{ "stripFields": null }""", "stripFields")]
    [TestCase("""{ "detectedBy": null }""", "detectedBy")]
    [TestCase("""{ "detectedBy": [ null ] }""", "detectedBy")]
    [TestCase("""{ "updateFrom": "9XXa" }""", "\"9XXa\" is not a tag with a subfield code")]
    [TestCase("""{ "duplicates": "guess" }""", "saveBeside")]
    [TestCase("""{ "inDoubt": 1 }""", "inDoubt")]
    [TestCase("""{ "inDoubt": "7" }""", "inDoubt")]
    [TestCase("null", "empty")]
    public void Policy_WithAMistake_IsRefused(string json, string message)
    {
        File.WriteAllText(PathOf("policy.json"), json);

        Assert.That(
            () => Policy.Load(PathOf("policy.json")),
            Throws.InstanceOf<FormatException>().With.Message.Contains(message).And.Message.Contains("policy.json").And.Message.Not.Contains(".NET"));
    }
}
