using System.Text;

namespace Polaris.Client.Marc.Tests;

/// <summary>Effort and memory grow with the size of the input, whatever the input is: each case takes minutes or gigabytes if they grow with its square.</summary>
public sealed class MarcEffortTests
{
    private const int Many = 1_000_000;
    private const string Leader = "00000nam a2200000 i 4500";

    /// <summary>Inputs that repeat what a parser might search for again and again.</summary>
    private static IEnumerable<TestCaseData> Inputs()
    {
        yield return Mnemonic("opening braces", Repeat("{", Many));
        yield return Mnemonic("opening braces, closed once", Repeat("{", Many) + "}");
        yield return Mnemonic("marks", Repeat("{acute}", Many / 4));
        yield return Mnemonic("a reference without an end", "&#x" + Repeat("1", Many));
        yield return Mnemonic("references without an end", Repeat("&#x", Many));
        yield return Mnemonic("delimiters", Repeat("$", Many));
        yield return Mnemonic("lines without a tag", Repeat("\nx", Many));
        yield return Xml("character data sections", Repeat("<![CDATA[x]]>", Many / 8));
        yield return Xml("comments", Repeat("x<!---->", Many / 4));
        yield return Xml("ampersands", Repeat("&", Many));
        yield return Xml("unknown elements", Repeat("<b/>", Many / 4));
        yield return Xml("an unknown element with a long name", $"<{Repeat("n", Many)}>{Repeat("</b>", Many / 4)}");
        yield return new TestCaseData(Repeat("<record>", Many / 4), MarcFormat.MarcXml).SetArgDisplayNames("opened records");
        yield return new TestCaseData(Repeat("<", Many), MarcFormat.MarcXml).SetArgDisplayNames("opening brackets");
        yield return Json("a long word", Repeat("w", Many));
        yield return Json("words", Repeat("w ", Many));
        yield return Json("backslashes", "\"" + Repeat("\\\n", Many) + "\"");
        yield return Json("closing brackets", "[" + Repeat("[] ", Many) + "]");
        yield return Case("a long name above many members", "{\"" + Repeat("n", Many) + "\":{\"fields\":[" + Repeat("{},1,", Many / 4) + "{}]}}", MarcFormat.MarcJson);
        yield return Iso("records without terminators", Repeat($"00050{Leader[5..12]}00037{Leader[17..]}001001200000\u001E0123456789a\u001E", Many / 50));
        yield return Iso("subfield delimiters", $"{Leader}245000300000\u001E00{Repeat("\u001F", Many)}\u001E\u001D");
        yield return Iso("field terminators", $"{Leader}{Repeat("\u001E", Many)}\u001D");
        yield return Iso("entries that share their data", $"{Leader}{Repeat("500900000000", Many / 50)}\u001E00\u001Fa{Repeat("x", 8995)}\u001E\u001D");
        yield return Iso("entries of the whole record", $"{Leader}{Repeat("500900000000", Many / 50)}\u001E00\u001Fa{Repeat("x", Many)}\u001D");
        yield return new TestCaseData(Latin1($"{Leader}245000300000\u001E00{Repeat("\u001Fa\u00FF", Many / 3)}\u001E\u001D"), MarcFormat.Iso2709)
            .SetArgDisplayNames("invalid UTF-8");
    }

    [TestCaseSource(nameof(Inputs))]
    public void Read_ManyOfTheSame_EndsSoonInLittleMemory(object input, MarcFormat format)
    {
        byte[] bytes = input as byte[] ?? Encoding.UTF8.GetBytes((string)input);

        long allocated = AllocatedWithinSeconds(() =>
        {
            try
            {
                GC.KeepAlive(MarcReader.ReadResults(new MemoryStream(bytes), new MarcReadOptions { Format = format }).Count());
            }
            catch (MarcException)
            {
                // Refusing is as good as reading.
            }
        });

        Assert.That(allocated, Is.LessThan(1_000_000_000));
    }

    /// <summary>A record that arrives byte by byte is not searched from its beginning for each byte.</summary>
    [TestCase(MarcFormat.Iso2709)]
    [TestCase(MarcFormat.MarcXml)]
    [TestCase(MarcFormat.MarcJson)]
    [TestCase(MarcFormat.Mnemonic)]
    public void Read_LongRecordInSmallPieces_EndsSoon(MarcFormat format)
    {
        MarcRecord record = new();
        for (int i = 0; i < (format == MarcFormat.Iso2709 ? 400 : 20_000); i++)
        {
            record.Field("500", ' ', ' ', ('a', new string('x', 200)));
        }

        List<MarcRecord> read = [];
        byte[] bytes = MarcWriter.ToBytes(record, format);

        AllocatedWithinSeconds(() => read.AddRange(MarcReader.Read(new PieceStream(bytes, 7))));

        Assert.That(read.Single().ContentEquals(record));
    }

    /// <summary>A record is returned as soon as it is complete, although the stream stays open.</summary>
    [Test]
    public void Read_CompleteRecordOfAnOpenStream_IsReturnedAtOnce()
    {
        byte[] bytes = MarcWriter.ToBytes(new MarcRecord().Control("001", "1").Field("500", ' ', ' ', ('a', new string('x', 9000))));
        using PieceStream stream = new(bytes, 1000, isOpen: true);

        Assert.That(MarcReader.Read(stream).First().ControlNumber, Is.EqualTo("1"));
    }

    [Test]
    public void DiffTo_LongRecords_FindsWhatWasMovedAndChanged()
    {
        MarcRecord before = Long(), after = Long();
        after.Fields.RemoveAt(100);
        after.Fields[5000] = new MarcField("500", ' ', ' ', ('a', "changed"));
        after.Fields.Insert(0, before.Fields[^1].Clone());
        after.Fields.RemoveAt(after.Fields.Count - 1);
        MarcDiff? diff = null;

        AllocatedWithinSeconds(() => diff = before.DiffTo(after));

        Assert.That(diff!.Removed.Select(field => field.ToText()), Is.EqualTo(["500    $a Note 100", "500    $a Note.", "500    $a Note."]));
        Assert.That(diff.Added.Select(field => field.ToText()), Is.EqualTo(["500    $a Note.", "500    $a changed"]));
        Assert.That(diff.Lines, Has.Count.EqualTo(before.Fields.Count + diff.Added.Count));
    }

    [Test]
    public void DiffTo_LongFields_ComparesEachOnce()
    {
        MarcRecord before = new(), after = new();
        for (int i = 0; i < 1500; i++)
        {
            before.Field("500", ' ', ' ', ('a', new string('x', 9000) + i));
            after.Field("500", ' ', ' ', ('a', new string('x', 9000) + (i * 2)));
        }

        MarcDiff? diff = null;
        AllocatedWithinSeconds(() => diff = before.DiffTo(after));

        Assert.That(diff!.Removed, Has.Count.EqualTo(750));
    }

    /// <summary>A record of 100,000 fields, of which a third occurs again and again.</summary>
    private static MarcRecord Long()
    {
        MarcRecord record = new();
        for (int i = 0; i < 100_000; i++)
        {
            record.Fields.Add(new MarcField("500", ' ', ' ', ('a', i % 3 == 0 ? "Note." : $"Note {i}")));
        }

        return record;
    }

    /// <summary>Runs an action on a thread of its own, so that an endless one fails the test and does not hold up the run.</summary>
    private static long AllocatedWithinSeconds(Action action)
    {
        Exception? thrown = null;
        long allocated = 0;
        Thread thread = new(() =>
        {
            try
            {
                action();
                allocated = GC.GetAllocatedBytesForCurrentThread();
            }
            catch (Exception error)
            {
                thrown = error;
            }
        })
        { IsBackground = true };
        thread.Start();

        Assert.That(thread.Join(TimeSpan.FromSeconds(8)), Is.True, "It takes longer than eight seconds.");
        Assert.That(thrown, Is.Null);
        return allocated;
    }

    private static TestCaseData Mnemonic(string name, string text) => Case(name, $"=LDR  {Leader}\n=245  10$a{text}\n\n", MarcFormat.Mnemonic);

    private static TestCaseData Xml(string name, string text) => Case(
        name, $"<record><leader>{Leader}</leader><datafield tag=\"245\" ind1=\"1\" ind2=\"0\"><subfield code=\"a\">{text}</subfield></datafield></record>", MarcFormat.MarcXml);

    private static TestCaseData Json(string name, string text) => Case(name, "{\"leader\":" + text + "}", MarcFormat.MarcJson);

    private static TestCaseData Iso(string name, string text) => Case(name, text, MarcFormat.Iso2709);

    private static TestCaseData Case(string name, string text, MarcFormat format) => new TestCaseData(text, format).SetArgDisplayNames(name);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
