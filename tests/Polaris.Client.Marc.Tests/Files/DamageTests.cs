using System.Diagnostics;

namespace Polaris.Client.Marc.Tests;

/// <summary>Damage: what the manifest states of single files, and thousands of records hurt by the generator.</summary>
public sealed class DamageTests
{
    [TestCase("authority-holdings/holding.mrc", 4)]
    [TestCase("between-records/own-bom.mrc", 2)]
    [TestCase("between-records/own-bytes-after-end.mrc", 2)]
    [TestCase("between-records/testunimarc.dat", 1)]
    [TestCase("damage/bad_records.mrc", 8)]
    [TestCase("damage/sample1.mrc", 8)]
    [TestCase("damage/marc4.marc", 1)]
    [TestCase("damage/own-cut-short.mrc", 2)]
    [TestCase("damage/own-entry-beyond-end.mrc", 3)]
    [TestCase("damage/own-length-99999.mrc", 3)]
    [TestCase("damage/own-no-last-field-terminator.mrc", 3)]
    [TestCase("damage/own-no-last-terminator.mrc", 2)]
    [TestCase("damage/wronglen.mrc", 1)]
    [TestCase("encoding-wrong/1251.dat", 6)]
    [TestCase("json/batch.json", 2)]
    [TestCase("json/summerland-marc-json.json", 1)]
    [TestCase("marc8/diac_from_oclc.mrc", 8)]
    [TestCase("marcxml/three-records-second-bad.xml", 3)]
    [TestCase("marcxml/alma-bibs-api-invalid.xml", 1)]
    [TestCase("mnemonic/brkrtest.mrk", 8)]
    [TestCase("mnemonic/own-cr.mrk", 3)]
    [TestCase("size/bad_oversize_field_bad_directory.mrc", 5)]
    [TestCase("tags-codes/marc1.marc", 1)]
    [TestCase("utf8/regression45.dat", 12)]
    public void Read_File_FindsItsRecords(string name, int count) =>
        Assert.That(MarcFiles.Read(name).Count(result => result.Record is not null), Is.EqualTo(count));

    [TestCase("damage/baddir.usmarc", 0, "245", 'a', "Green Eggs and Ham")]
    [TestCase("damage/own-gap-in-data.mrc", 0, "245", 'a', "After a gap")]
    [TestCase("damage/own-entry-beyond-end.mrc", 1, "245", 'a', "Second title /")]
    [TestCase("damage/own-no-last-field-terminator.mrc", 1, "245", 'c', "by no one.")]
    [TestCase("damage/own-length-99999.mrc", 2, "245", 'a', "Third title /")]
    [TestCase("encoding-wrong/bad_utf_byte.utf8.marc", 0, "300", 'a', "This is a bad byte: '\uFFFD' and another: '\uFFFD'")]
    [TestCase("encoding-wrong/own-invalid-utf8.mrc", 0, "501", 'a', "good é")]
    [TestCase("json/own-two-tags-in-one.json", 0, "245", 'b', "U")]
    [TestCase("marc8/bad_marc8_escape.dat", 0, "260", 'b', "La Socie\u0301t\u001B,")]
    [TestCase("marc8/own-marc8-mix.mrc", 0, "245", 'a', "E\u0301a\u0300c\u0327 CO\u2082 αβγ ß € \u0098The\u009C i\u0361a z\u0360z")]
    [TestCase("marcxml/own-entities.xml", 0, "245", 'a', "A & B <i> 𝄞 é <b>&amp;</b>")]
    [TestCase("marcxml/own-control-reference.xml", 0, "245", 'a', "bad \uFFFD here")]
    [TestCase("mnemonic/own-escapes.mrk", 0, "020", 'c', "$5.00 {net}")]
    [TestCase("mnemonic/own-escapes.mrk", 0, "245", 'a', "C:" + "\\temp \\ and e\u0301\u001Bp0 {unknown} 中 :")]
    [TestCase("tags-codes/bad_subfield_code.dat", 0, "245", 'a', "ActivePerl with ASP and ADO /")]
    [TestCase("tags-codes/own-doubled-delimiter.mrc", 1, "500", 'a', "Note")]
    [TestCase("tags-codes/own-no-indicators.mrc", 1, "502", 'a', "Three")]
    public void Read_File_FindsTheText(string name, int record, string tag, char code, string text) =>
        Assert.That(MarcFiles.Read(name).Select(result => result.Record).OfType<MarcRecord>().ElementAt(record).FirstSubfield(tag, code), Is.EqualTo(text));

    [TestCase("between-records/own-bytes-after-end.mrc", MarcDeviationKind.BytesBetweenRecords, 317)]
    [TestCase("damage/own-cut-short.mrc", MarcDeviationKind.CutShort, 158)]
    [TestCase("damage/own-entry-beyond-end.mrc", MarcDeviationKind.FieldPosition, null)]
    [TestCase("damage/own-length-99999.mrc", MarcDeviationKind.RecordLength, 158)]
    [TestCase("damage/own-no-last-field-terminator.mrc", MarcDeviationKind.MissingFieldTerminator, null)]
    [TestCase("damage/own-no-last-terminator.mrc", MarcDeviationKind.MissingRecordTerminator, 158)]
    [TestCase("encoding-wrong/own-invalid-utf8.mrc", MarcDeviationKind.InvalidCharacter, null)]
    [TestCase("encoding-wrong/utf8_without_leader_flag.dat", MarcDeviationKind.EncodingFlag, null)]
    [TestCase("encoding-wrong/bad_example.mrc", MarcDeviationKind.Tag, null)]
    [TestCase("json/own-no-indicators.json", MarcDeviationKind.Indicators, null)]
    [TestCase("marcxml/chabon-bad-subfields-element.xml", MarcDeviationKind.UnknownMember, null)]
    [TestCase("marcxml/chabon-missing-subfield-code.xml", MarcDeviationKind.SubfieldCode, null)]
    [TestCase("marcxml/cruel-cruel-indicatorless-summerland.xml", MarcDeviationKind.Indicators, null)]
    [TestCase("mnemonic/own-escapes.mrk", MarcDeviationKind.UnknownMnemonic, null)]
    [TestCase("tags-codes/badind.usmarc", MarcDeviationKind.Indicators, null)]
    [TestCase("tags-codes/own-control-tags.mrc", MarcDeviationKind.RepeatedControlNumber, null)]
    [TestCase("tags-codes/own-doubled-delimiter.mrc", MarcDeviationKind.EmptySubfield, null)]
    [TestCase("tags-codes/own-no-indicators.mrc", MarcDeviationKind.Indicators, null)]
    public void Read_File_ReportsItsDeviation(string name, MarcDeviationKind kind, int? offset)
    {
        List<MarcDeviation> found = [.. MarcFiles.Read(name).SelectMany(result => result.Deviations)];

        Assert.That(found.Select(deviation => deviation.Kind), Does.Contain(kind));
        if (offset is not null)
        {
            Assert.That(found.First(deviation => deviation.Kind == kind).Offset, Is.EqualTo(offset));
        }
    }

    [TestCase("between-records/own-crlf.mrc")]
    [TestCase("damage/unordered-directory-entries.mrc")]
    [TestCase("damage/own-gap-in-data.mrc")]
    [TestCase("marcxml/batch.xml")]
    [TestCase("marcxml/empty-record.xml")]
    [TestCase("size/own-field-9999.mrc")]
    [TestCase("size/own-record-99999.mrc")]
    [TestCase("utf8/camel.mrc")]
    public void Read_WellFormedFile_ReportsNothing(string name) =>
        Assert.That(MarcFiles.Read(name).SelectMany(result => result.Deviations), Is.Empty);

    [TestCase("marcxml/own-external-entity.xml")]
    [TestCase("marcxml/tmarc9.xml")]
    [TestCase("mnemonic/lineendings-0d.lif")]
    public void Read_FileToBeRefused_Throws(string name) =>
        Assert.That(() => MarcFiles.Read(name), Throws.TypeOf<MarcFormatException>());

    [Test]
    public void Read_DamagedFileInStrictMode_ThrowsTheDeviation()
    {
        MarcFormatException error = Assert.Throws<MarcFormatException>(
            () => MarcFiles.Read("damage/own-length-99999.mrc", new MarcReadOptions { Mode = MarcReadMode.Strict }))!;

        Assert.That(error.Deviation!.Kind, Is.EqualTo(MarcDeviationKind.RecordLength));
        Assert.That(error.Deviation.RecordNumber, Is.EqualTo(2));
    }

    /// <summary>Every undamaged record is read, and at least 95 of 100 damaged ones are found by their control number.</summary>
    [TestCase(1, 1000)]
    [TestCase(1, 5000, Category = "Long", Explicit = true, Reason = "Takes ten seconds.")]
    [TestCase(2, 5000, Category = "Long", Explicit = true, Reason = "Takes ten seconds.")]
    [TestCase(3, 5000, Category = "Long", Explicit = true, Reason = "Takes ten seconds.")]
    [TestCase(4, 5000, Category = "Long", Explicit = true, Reason = "Takes ten seconds.")]
    [TestCase(5, 5000, Category = "Long", Explicit = true, Reason = "Takes ten seconds.")]
    public void Read_GeneratedDamage_LosesNoGoodRecord(int seed, int records)
    {
        MarcFiles.SkipIfMissing();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("marc-damage-");
        try
        {
            string file = Path.Combine(folder.FullName, "d.mrc"), facts = Path.Combine(folder.FullName, "f.tsv");
            Assume.That(TryGenerate(file, facts, seed, records), "python3 is missing; it runs the generator of damaged files.");

            using FileStream stream = File.OpenRead(file);
            HashSet<string> found = [.. MarcReader.Read(stream).Select(record => record.ControlNumber?.Trim()).OfType<string>()];
            List<string[]> rows = [.. File.ReadLines(facts).Select(line => line.Split('\t'))];
            List<string> good = [.. rows.Where(row => row[6].Length == 0).Select(row => row[3])];
            List<string> hurt = [.. rows.Where(row => row[6].Length > 0).Select(row => row[3])];

            TestContext.Out.WriteLine($"seed {seed}: {good.Count(found.Contains)} of {good.Count} undamaged and {hurt.Count(found.Contains)} of {hurt.Count} damaged records found");
            Assert.Multiple(() =>
            {
                Assert.That(good.Except(found), Is.Empty);
                Assert.That(hurt.Count(found.Contains), Is.GreaterThanOrEqualTo(0.95 * hurt.Count));
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool TryGenerate(string file, string facts, int seed, int records)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(
                "python3", [MarcFiles.Generator, file, "--records", $"{records}", "--damage", "0.06", "--seed", $"{seed}", "--facts", facts])
            { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
