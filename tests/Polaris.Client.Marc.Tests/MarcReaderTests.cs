using System.Text;

namespace Polaris.Client.Marc.Tests;

/// <summary>Encodings, leaders and line breaks as files have them.</summary>
public sealed class MarcReaderTests
{
    private const string Leader = "00000nam a2200000 i 4500";

    [TestCase(MarcEncoding.Detect, 'a')]
    [TestCase(MarcEncoding.Marc8, 'a')]
    [TestCase(MarcEncoding.Latin1, ' ')]
    public void Read_Marc8_HasTheLeaderOfItsUnicodeText(MarcEncoding encoding, char expected)
    {
        using MemoryStream stream = new(Marc8("\u00E2e"));

        MarcRecord record = MarcReader.Read(stream, new MarcReadOptions { Encoding = encoding }).Single();

        Assert.That(record.Leader[9], Is.EqualTo(expected));
    }

    [Test]
    public void Read_AsciiThatIsMarkedAsMarc8_KeepsTheLeader()
    {
        using MemoryStream stream = new(Marc8("e"));

        Assert.That(MarcReader.Read(stream).Single().Leader[9], Is.EqualTo(' '));
    }

    [TestCase(MarcFormat.Iso2709)]
    [TestCase(MarcFormat.MarcXml)]
    [TestCase(MarcFormat.MarcJson)]
    [TestCase(MarcFormat.Mnemonic)]
    public void Write_RecordThatWasReadFromMarc8_IsEqualAndMarkedAsUnicode(MarcFormat format)
    {
        MarcRecord record = MarcReader.Read(new MemoryStream(Marc8("\u00E2e"))).Single();

        MarcRecord read = MarcReader.Read(new MemoryStream(MarcWriter.ToBytes(record, format))).Single();

        Assert.That(read.ContentEquals(record), Is.True);
        Assert.That(read.Leader[9], Is.EqualTo('a'));
    }

    [TestCase("windows-1252", new byte[] { 0x93, (byte)'x', 0x94, 0xE9 }, "\u201Cx\u201D\u00E9")]
    [TestCase("ISO-8859-1", new byte[] { 0xE9 }, "\u00E9")]
    [TestCase("iso-8859-1' standalone='yes", new byte[] { 0xE9 }, "\u00E9")]
    [TestCase("ISO-8859-2", new byte[] { 0xBE }, "\u017E")]
    [TestCase("windows-1251", new byte[] { 0xC4, 0xE0 }, "\u0414\u0430")]
    public void Read_XmlThatDeclaresACodePage_IsConverted(string encoding, byte[] bytes, string expected)
    {
        byte[] file =
        [
            .. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding = '{encoding}'?><record><leader>{Leader}</leader><datafield tag=\"245\" ind1=\"0\" ind2=\"0\"><subfield code=\"a\">"),
            .. bytes,
            .. "</subfield></datafield></record>"u8,
        ];

        MarcReadResult result = MarcReader.ReadResults(new MemoryStream(file)).Single();

        Assert.That(result.Record!.FirstSubfield("245", 'a'), Is.EqualTo(expected));
        Assert.That(result.Deviations, Is.Empty);
    }

    [TestCase("\n    00000nam a2200000 i 4500\n  ", Leader)]
    [TestCase("\r\n\t00000nam a2200000 i 4500", Leader)]
    [TestCase("\n         nam a22     7i     \n", "     nam a22     7i     ")]
    [TestCase("     nam a22     7i     ", "     nam a22     7i     ")]
    public void Read_XmlWithAnIndentedLeader_HasTheLeaderAlone(string text, string expected)
    {
        string xml = $"<record><leader>{text}</leader><controlfield tag=\"001\">1</controlfield></record>";

        MarcReadResult result = MarcReader.ReadResults(new MemoryStream(Encoding.UTF8.GetBytes(xml))).Single();

        Assert.That(result.Record!.Leader, Is.EqualTo(expected));
        Assert.That(result.Deviations, Is.Empty);
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("\t")]
    public void Read_MnemonicTextWithBlanksBetweenRecords_AddsThemToNoField(string between)
    {
        string text = $"=001  1\r\n=245  10$aOne\r\n{between}\r\n=001  2\r\n=245  10$aTwo\r\n{between}";

        List<MarcRecord> records = [.. MarcReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), new MarcReadOptions { Format = MarcFormat.Mnemonic })];

        Assert.That(records.Select(record => record.FirstSubfield("245", 'a')), Is.EqualTo(["One", "Two"]));
    }

    [TestCase("=LDR  00000nam a2200000 i 4500\r\n=245  10$aT\r\n\r\n")]
    [TestCase("=LDR  00000nam\\a2200000\\i\\4500\r\n=245  10$aT\r\n\r\n")]
    [TestCase("=LDR  short\r\n=245  10$aT\r\n\r\n", MarcDeviationKind.Leader)]
    [TestCase("=245  10$aT\r\n\r\n", MarcDeviationKind.Leader)]
    public void Read_MnemonicLeader_IsReportedIfItIsMalformed(string text, params MarcDeviationKind[] expected) =>
        Assert.That(MarcReader.ReadResults(new MemoryStream(Encoding.UTF8.GetBytes(text))).Single().Deviations.Select(deviation => deviation.Kind), Is.EqualTo(expected));

    [TestCase("<record><leader>00000nam a2200000 i 4500</leader><datafield tag='500' ind1=' ' ind2='1'>\n  A note &amp; more </datafield></record>", "A note & more")]
    [TestCase("=LDR  00000nam a2200000 i 4500\r\n=500  \\1A note {dollar}1\r\n", "A note $1")]
    public void Read_DataWithoutASubfieldCode_IsKeptAndReported(string text, string expected)
    {
        MarcReadResult result = MarcReader.ReadResults(new MemoryStream(Encoding.UTF8.GetBytes(text))).Single();

        Assert.That(result.Record!.Fields.Single().ToText(), Is.EqualTo($"500  1 $a {expected}"));
        Assert.That(result.Deviations.Select(deviation => deviation.Kind), Is.EqualTo([MarcDeviationKind.DataOutsideSubfields]));
        Assert.That(result.Deviations.Single().Tag, Is.EqualTo("500"));
    }

    [TestCase("Frog\nFace", "Frog Face")]
    [TestCase("Frog\r\nFace\tX", "Frog Face X")]
    [TestCase("The \u0098Frog\u009C Face\u0001", "The Frog Face")]
    public void Read_WithoutControlCharacters_KeepsWordsApart(string data, string expected)
    {
        byte[] file = MarcWriter.ToBytes(new MarcRecord().Field("245", '1', '0', ('a', data)));

        MarcRecord record = MarcReader.Read(new MemoryStream(file), new MarcReadOptions { Repairs = MarcRepairs.ControlCharacters }).Single();

        Assert.That(record.FirstSubfield("245", 'a'), Is.EqualTo(expected));
    }

    [Test]
    public void Read_StrictlyWithRepairs_ReportsThemAndRefusesOnlyFaultsOfTheFile()
    {
        List<MarcDeviation> reported = [];
        MarcReadOptions options = new() { Mode = MarcReadMode.Strict, Repairs = MarcRepairs.Compose, OnDeviation = reported.Add };
        byte[] file = MarcWriter.ToBytes(new MarcRecord().Control("001", "1").Field("245", '1', '0', ('a', "cafe\u0301")));

        MarcRecord record = MarcReader.Read(new MemoryStream(file), options).Single();

        Assert.That(record.FirstSubfield("245", 'a'), Is.EqualTo("caf\u00E9"));
        Assert.That(reported.Select(deviation => deviation.Kind), Is.EqualTo([MarcDeviationKind.Repaired]));
        Assert.That(() => MarcReader.Read(new MemoryStream(file[..^1]), options).Count(), Throws.TypeOf<MarcFormatException>());
    }

    /// <summary>A record that is marked as MARC-8, with these bytes as its title.</summary>
    private static byte[] Marc8(string title)
    {
        MarcRecord record = new MarcRecord("00000nam  2200000 i 4500").Control("001", "1").Field("245", '1', '0', ('a', title));
        using MemoryStream stream = new();
        using (MarcWriter writer = new(stream, MarcFormat.Iso2709, new MarcWriteOptions { Latin1 = true }))
        {
            writer.Write(record);
        }

        return stream.ToArray();
    }
}
