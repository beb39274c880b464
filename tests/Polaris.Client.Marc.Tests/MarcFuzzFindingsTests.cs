using System.Text;

namespace Polaris.Client.Marc.Tests;

/// <summary>What the fuzzer found, each as its smallest input.</summary>
public sealed class MarcFuzzFindingsTests
{
    private const string Title = """<datafield tag="245" ind1="1" ind2="0"><subfield code="a">T</subfield></datafield>""";

    [Test]
    public void Read_DataFieldWithinAControlField_KeepsBothAndReports()
    {
        MarcReadResult result = Xml($"<controlfield tag=\"001\">x{Title}</controlfield>");

        Assert.That(result.Record!.ControlNumber, Is.EqualTo("x"));
        Assert.That(result.Record.FirstSubfield("245", 'a'), Is.EqualTo("T"));
        Assert.That(result.Deviations.Select(deviation => deviation.Kind), Does.Contain(MarcDeviationKind.NotWellFormed));
    }

    [Test]
    public void Read_SubfieldWithinASubfield_KeepsBothAndReports()
    {
        MarcReadResult result = Xml("""<datafield tag="245" ind1="1" ind2="0"><subfield code="a">one<subfield code="b">two</subfield></datafield>""");

        Assert.That(result.Record!["245"]!.Format(), Is.EqualTo("one two"));
        Assert.That(result.Deviations.Select(deviation => deviation.Kind), Does.Contain(MarcDeviationKind.NotWellFormed));
    }

    [Test]
    public void Read_XmlThatEndsWithinASubfield_KeepsItsText()
    {
        MarcReadResult result = Read("""<record><leader>00000nam a2200000 i 4500</leader><datafield tag="245" ind1="1" ind2="0"><subfield code="a">On""").Last();

        Assert.That(result.Record!.FirstSubfield("245", 'a'), Is.EqualTo("On"));
        Assert.That(result.Deviations.Select(deviation => deviation.Kind), Is.EqualTo([MarcDeviationKind.CutShort]));
    }

    [Test]
    public void Read_XmlThatEndsBeforeAField_ReportsTheRest() =>
        Assert.That(Read("<collection><record><x>").Last().Deviations.Select(deviation => deviation.Kind), Is.EqualTo([MarcDeviationKind.NotWellFormed]));

    [TestCase("\"a\\ud83d\"")]
    [TestCase("{\"b\\ud83d\":[\"\\udc00\"]}")]
    public void ToJson_UnknownMemberWithHalfASurrogatePair_WritesItAsReceived(string value)
    {
        MarcRecord record = Read($$"""
            {"leader":"","own":{{value}},"controlfields":[{"tag":"001","data":"x","own":{{value}}}],
             "datafields":[{"tag":"245","ind1":" ","ind2":" ","own":{{value}},"subfields":[{"code":"a","data":"T","own":{{value}}}]}]}
            """).Single().Record!;

        string json = record.ToJson();

        Assert.That(json.Split($"\"own\":{value}"), Has.Length.EqualTo(5), json);
        Assert.That(MarcRecord.FromJson(json).ToJson(), Is.EqualTo(json));
    }

    [Test]
    public void Read_JsonObjectWithALongBareWord_ReportsIt()
    {
        string json = "{\"leader\":" + new string('w', 200_000) + "}";

        Assert.That(Read(json).Single().Deviations.Single().Kind, Is.EqualTo(MarcDeviationKind.NotWellFormed));
    }

    [Test]
    public void Read_EnvelopeOfJsonRecords_RepairsEach()
    {
        MarcReadOptions options = new() { Repairs = MarcRepairs.CharacterReferences, KeepBytes = true };
        string json = """{"records":[{"leader":"","fields":[{"001":"&#x41;"}]},{"leader":"","fields":[{"001":"&#x42;"}]}]}""";

        List<MarcReadResult> results = [.. MarcReader.ReadResults(new MemoryStream(Encoding.UTF8.GetBytes(json)), options)];

        Assert.That(results.Select(result => result.Record!.ControlNumber), Is.EqualTo(["A", "B"]));
    }

    [Test]
    public void Read_FileThatLostAllTerminators_FindsEachRecord()
    {
        byte[] one = MarcWriter.ToBytes(new MarcRecord().Control("001", "x").Field("500", ' ', ' ', ('a', new string('n', 900))));
        byte[] file = [.. Enumerable.Repeat(one[..^1], 1000).SelectMany(bytes => bytes)];
        MarcReadOptions options = new() { MaxRecordBytes = 200_000 };

        List<MarcReadResult> results = [.. MarcReader.ReadResults(new MemoryStream(file), options)];

        Assert.That(results.Count(result => result.Record?.ControlNumber == "x"), Is.EqualTo(1000));
        Assert.That(results.SelectMany(result => result.Deviations).Select(deviation => deviation.Kind).Distinct(), Is.EqualTo([MarcDeviationKind.MissingRecordTerminator]));
    }

    [Test]
    public void Read_LeaderThatEndsWithARecordTerminator_IsARecordWithoutFields()
    {
        MarcReadResult result = Read("00024nam a2200025 i 450\u001D").Single();

        Assert.That(result.Record!.Fields, Is.Empty);
        Assert.That(result.Deviations.Select(deviation => deviation.Kind), Does.Contain(MarcDeviationKind.Leader));
    }

    [Test]
    public void Read_RecordWithCountlessDeviations_ListsAThousandAndReportsIt()
    {
        string xml = "<x/>" + string.Concat(Enumerable.Repeat("<y/>", 5000)) + Title;

        IReadOnlyList<MarcDeviation> deviations = Xml(xml).Deviations;

        Assert.That(deviations, Has.Count.EqualTo(1000));
        Assert.That(deviations[^1].Done, Does.Contain("further deviations"));
    }

    [TestCase(MarcFormat.MarcXml)]
    [TestCase(MarcFormat.MarcJson)]
    [TestCase(MarcFormat.Mnemonic)]
    public void Write_ThreeIndicators_IsRefusedInsteadOfLosingOne(MarcFormat format)
    {
        MarcRecord record = new MarcRecord().Field("245", '0', '0', ('a', "Dansk"));
        record["245"]!.Indicators = "000";

        Assert.That(() => MarcWriter.ToBytes(record, format), Throws.TypeOf<MarcWriteException>().With.Message.Contains("3 indicators"));
    }

    [TestCase(MarcFormat.MarcXml)]
    [TestCase(MarcFormat.MarcJson)]
    [TestCase(MarcFormat.Mnemonic)]
    public void Write_IndicatorsThatAreOneCharacter_AreRefused(MarcFormat format)
    {
        MarcRecord record = new MarcRecord().Field("500", ' ', ' ', ('a', "x"));
        record["500"]!.Indicators = "😀";

        Assert.That(() => MarcWriter.ToBytes(record, format), Throws.TypeOf<MarcWriteException>());
    }

    [Test]
    public void Write_LineBreakInTheTagOfMnemonicText_IsRefused() =>
        Assert.That(() => MarcWriter.ToBytes(new MarcRecord().Field("\n24", ' ', ' ', ('a', "x")), MarcFormat.Mnemonic), Throws.TypeOf<MarcWriteException>());

    [Test]
    public void Write_EscapeCharacterInIso2709_IsReadBackAndNotTakenForMarc8()
    {
        MarcRecord record = new MarcRecord("00000nam  2200000 i 4500").Field("852", ' ', ' ', ('a', "A\u001Bp2\u001Bs"));

        MarcRecord read = MarcReader.Read(new MemoryStream(MarcWriter.ToBytes(record))).Single();

        Assert.That(read.FirstSubfield("852", 'a'), Is.EqualTo("A\u001Bp2\u001Bs"));
    }

    [Test]
    public void Write_EmptyRecordAsMnemonicText_IsReadBack() =>
        Assert.That(MarcReader.Read(new MemoryStream(MarcWriter.ToBytes(new MarcRecord(""), MarcFormat.Mnemonic))).Count(), Is.EqualTo(1));

    [Test]
    public void Read_ComposeOfTextThatUnicodeDoesNotAllow_KeepsIt()
    {
        const string Xml = "<record><leader>00000nam a2200000 i 4500</leader>"
            + "<datafield tag=\"245\" ind1=\"0\" ind2=\"0\"><subfield code=\"a\">e\u0301\uFFFE</subfield></datafield></record>";
        MarcReadOptions options = new() { Repairs = MarcRepairs.Compose };

        MarcRecord read = MarcReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Xml)), options).Single();

        Assert.That(read.FirstSubfield("245", 'a'), Is.EqualTo("e\u0301\uFFFE"));
    }

    private static MarcReadResult Xml(string content) => Read($"<record><leader>00000nam a2200000 i 4500</leader>{content}</record>").Single();

    private static List<MarcReadResult> Read(string text) => [.. MarcReader.ReadResults(new MemoryStream(Encoding.UTF8.GetBytes(text)))];
}
