using FsCheck;
using FsCheck.Fluent;

namespace Polaris.Client.Marc.Tests;

public sealed class MarcPropertyTests
{
    private static readonly MarcFormat[] Formats = [MarcFormat.Iso2709, MarcFormat.MarcXml, MarcFormat.MarcJson, MarcFormat.Mnemonic];

    [FsCheck.NUnit.Property(Arbitrary = [typeof(MarcPropertyTests)])]
    public bool AnyRecord_WrittenInAnyFormatAndRead_IsEqual(MarcRecord record) => Formats.All(format =>
    {
        using MemoryStream stream = new(MarcWriter.ToBytes(record, format));
        return MarcReader.ReadResults(stream).ToList() is [{ Record: { } read }] && read.ContentEquals(record);
    });

    [FsCheck.NUnit.Property(Arbitrary = [typeof(MarcPropertyTests)])]
    public bool AnyRecord_ThroughTheJsonOfPolaris_IsEqual(MarcRecord record) =>
        MarcRecord.FromJson(record.ToJson()).ContentEquals(record);

    [FsCheck.NUnit.Property]
    public bool AnyText_FromJson_IsARecordOrAMarcFormatException(string? text)
    {
        try
        {
            return MarcRecord.FromJson(text ?? "") is not null;
        }
        catch (MarcFormatException error)
        {
            return error.Path!.StartsWith('$');
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public bool AnyBytes_ReadAsAnyFormat_ThrowOnlyTheFamily(byte[] bytes) => Formats.Append(MarcFormat.Detect).All(format =>
    {
        try
        {
            using MemoryStream stream = new(bytes ?? []);
            return MarcReader.ReadResults(stream, new MarcReadOptions { Format = format }).Count() >= 0;
        }
        catch (MarcException)
        {
            return true;
        }
    });

    /// <summary>Takes a well-formed file apart and changes bytes of it; the seed makes each run the same.</summary>
    [TestCase(MarcFormat.Iso2709)]
    [TestCase(MarcFormat.MarcXml)]
    [TestCase(MarcFormat.MarcJson)]
    [TestCase(MarcFormat.Mnemonic)]
    public void MutatedFile_ReadAsItsFormat_ThrowsOnlyTheFamily(MarcFormat format)
    {
        Random random = new(2709);
        MarcRecord record = new MarcRecord().Control("001", "x").Field("245", '1', '0', ('a', "Žluťoučký <&> {kůň}"), ('b', "$ \\ 中"));
        byte[] original = [.. Enumerable.Repeat(MarcWriter.ToBytes(record, format), 3).SelectMany(bytes => bytes)];
        for (int run = 0; run < 3000; run++)
        {
            byte[] bytes = [.. original];
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                int at = random.Next(bytes.Length), size = random.Next(Math.Min(20, bytes.Length - at));
                bytes = random.Next(3) switch
                {
                    0 => [.. bytes[..at], .. bytes[(at + size)..]],
                    1 => [.. bytes[..at], .. bytes.AsSpan(at, size), .. bytes[at..]],
                    _ => [.. bytes[..at], (byte)random.Next(256), .. bytes[Math.Min(at + 1, bytes.Length)..]],
                };
                if (bytes.Length == 0)
                {
                    break;
                }
            }

            try
            {
                using MemoryStream stream = new(bytes);
                Assert.That(MarcReader.ReadResults(stream, new MarcReadOptions { Format = format }).Count(), Is.LessThan(100));
            }
            catch (MarcException)
            {
                continue;
            }
        }
    }

    public static Arbitrary<MarcRecord> Records()
    {
        Gen<string> text =
            Gen.Elements("a", " ", "|", "\"", "\\", "é", "e\u0301", "🐸", "<", "245", "中", "&amp;", "{acute}", "$", "&#x4E2D;")
            .ListOf().Select(parts => string.Concat(parts));
        Gen<MarcField> control = from tag in Gen.Elements("001", "003", "008") from data in text select new MarcField(tag, data);
        Gen<(char, string)> subfield = from code in Gen.Elements('a', 'b', '9') from data in text select (code, data);
        Gen<MarcField> dataField =
            from tag in Gen.Elements("020", "245", "650", "9AB")
            from one in Gen.Elements(' ', '1')
            from two in Gen.Elements(' ', '0')
            from subfields in subfield.NonEmptyListOf()
            select new MarcField(tag, one, two, [.. subfields]);
        Gen<string> leader = Gen.Elements("00000nam a2200000 i 4500", "00000cas a2200000   4500");
        return (from l in leader
                from id in text
                from controls in control.ListOf()
                from data in dataField.ListOf()
                select Record(l, id, controls, data)).ToArbitrary();
    }

    private static MarcRecord Record(string leader, string id, IEnumerable<MarcField> controls, IEnumerable<MarcField> data)
    {
        MarcRecord record = new MarcRecord(leader).Control("001", id);
        foreach (MarcField field in controls.Where(field => field.Tag != "001").Concat(data))
        {
            record.Fields.Add(field);
        }

        return record;
    }
}
