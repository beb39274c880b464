using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Polaris.Client.Marc.Tests;

/// <summary>Changes the files of <c>shared/marc-data</c> at random and does everything with what is read from them.</summary>
[Explicit("Runs for a minute, or as long as POLARIS_MARC_FUZZ_SECONDS states."), Category("Fuzz")]
public sealed class FuzzTests
{
    private const int LargestInput = 60_000;

    private static readonly MarcFormat[] Formats = [MarcFormat.Iso2709, MarcFormat.MarcXml, MarcFormat.MarcJson, MarcFormat.Mnemonic];

    /// <summary>What parsers give a meaning to.</summary>
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\u001D", "\u001E", "\u001F", "\u001Fa", "\u001B$1", "\u001B(N", "\u001Bs", "\0", "\r\n", "\n\n", "00000", "99999", "4500", "00000nam a2200037 i 4500",
            "<", ">", "&", "&#x10FFFF;", "&#xD800;", "&lt;", "<record>", "</record>", "<record/>", "<subfield code=\"a\">", "</subfield>", "<datafield tag=\"245\" ind1=\"1\"",
            "<controlfield tag=\"001\">", "<leader>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "?>", "<!DOCTYPE", "<x:", "xmlns=\"http://www.loc.gov/MARC21/slim\"", "'", "=",
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud83d", "null", "1e999", "{\"fields\":[", "\"leader\":", "\"subfields\":", "\"records\":[", "\"position\":",
            "=LDR  ", "\n=245  10$a", "$", "{acute}", "{dollar}", "\\", "#", "\uFEFF", "e\u0301", "中", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE8, (byte)'u'], [0xFF, 0xFE], [0xFE, 0xFF],
    ];

    [Test]
    public void Read_ChangedFile_ThrowsOnlyTheFamilyAndEnds()
    {
        MarcFiles.SkipIfMissing();
        List<byte[]> files = [.. MarcFiles.Names.Select(Bytes)];
        int seed = Setting("POLARIS_MARC_FUZZ_SEED", 2709);
        var duration = TimeSpan.FromSeconds(Setting("POLARIS_MARC_FUZZ_SECONDS", 60));
        var watch = Stopwatch.StartNew();
        long records = 0, longest = 0;
        int run = seed, slowest = seed;
        for (; watch.Elapsed < duration; run++)
        {
            Random random = new(run);
            byte[] input = Change(random, files);
            MarcReadOptions options = Options(random);
            int piece = random.Next(3) == 0 ? random.Next(1, 5000) : int.MaxValue;
            long start = watch.ElapsedMilliseconds;
            var work = Task.Run(() => DoEverything(input, options, piece));

            try
            {
                Assert.That(work.Wait(TimeSpan.FromSeconds(20)), Is.True, "It takes longer than 20 seconds.");
                records += work.Result;
            }
            catch (Exception error)
            {
                Assert.Fail($"POLARIS_MARC_FUZZ_SEED={run} repeats it ({input.Length} bytes, {options.Format}, {options.Encoding}, {options.Repairs}): {error}");
            }

            (longest, slowest) = watch.ElapsedMilliseconds - start > longest ? (watch.ElapsedMilliseconds - start, run) : (longest, slowest);
        }

        TestContext.Out.WriteLine($"{run - seed} inputs, {records} records read, the slowest input (seed {slowest}) took {longest} ms");
        Assert.That(records, Is.GreaterThan(run - seed), "Most inputs must still hold records.");
    }

    private static int Setting(string name, int value) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int set) ? set : value;

    private static byte[] Bytes(string name)
    {
        using Stream stream = MarcFiles.Open(name);
        byte[] bytes = new byte[Math.Min(stream.Length, LargestInput)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static byte[] Change(Random random, List<byte[]> files)
    {
        byte[] bytes = files[random.Next(files.Count)];
        for (int change = random.Next(1, 9); change > 0 && bytes.Length > 0; change--)
        {
            int at = random.Next(bytes.Length);
            int size = random.Next(Math.Min(random.Next(4) == 0 ? 4000 : 30, bytes.Length - at));
            byte[] other = files[random.Next(files.Count)];
            int from = random.Next(other.Length + 1);
            bytes = random.Next(8) switch
            {
                0 => [.. bytes[..at], .. bytes[(at + size)..]],
                1 => [.. bytes[..at], .. Enumerable.Repeat(bytes[at..(at + size)], random.Next(1, 30)).SelectMany(part => part), .. bytes[at..]],
                2 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                3 => [.. bytes[..at], (byte)('0' + random.Next(10)), .. bytes[(at + 1)..]],
                4 => bytes[..at],
                5 => [.. bytes[..at], .. other[from..Math.Min(other.Length, from + random.Next(3000))], .. bytes[at..]],
                6 => [.. bytes[..at], .. Enumerable.Repeat(Tokens[random.Next(Tokens.Length)], random.Next(1, 3000)).SelectMany(part => part), .. bytes[at..]],
                _ => [.. bytes[..at], .. Tokens[random.Next(Tokens.Length)], .. bytes[(at + Math.Min(size, 4))..]],
            };
        }

        return bytes;
    }

    private static MarcReadOptions Options(Random random) => new()
    {
        Format = random.Next(4) == 0 ? (MarcFormat)random.Next(5) : MarcFormat.Detect,
        Encoding = random.Next(4) == 0 ? (MarcEncoding)random.Next(4) : MarcEncoding.Detect,
        Repairs = random.Next(4) == 0 ? (MarcRepairs)random.Next(8) : MarcRepairs.None,
        KeepBytes = random.Next(4) == 0,
    };

    private static int DoEverything(byte[] input, MarcReadOptions options, int piece)
    {
        int count = 0;
        try
        {
            MarcRecord? before = null;
            foreach (MarcReadResult result in MarcReader.ReadResults(new PieceStream(input, piece), options))
            {
                if (result.Record is { } record && count++ < 20)
                {
                    Use(record, before ?? record);
                    before = record;
                }
            }
        }
        catch (MarcException)
        {
            return count;
        }

        return count;
    }

    private static void Use(MarcRecord record, MarcRecord before)
    {
        GC.KeepAlive((record.Validate(), record.ToText(), record.Title, record.Author, record.Isbns, record.Issns, record.Subjects, record.ToJson()));
        Require(record.Clone().ContentEquals(record), "A clone is not equal.");
        Require(record.DiffTo(record).IsEmpty, "A record differs from itself.");
        GC.KeepAlive(before.DiffTo(record).ToText(withUnchanged: true));
        foreach (MarcFormat format in Formats)
        {
            try
            {
                byte[] written = MarcWriter.ToBytes(record, format);
                List<MarcRecord> read = [.. MarcReader.Read(new MemoryStream(written), new MarcReadOptions { Format = format })];
                Require(read.Count == 1 && SameFields(read[0], record), $"What is written as {format} is not read back: {read.Count} records, {(read.Count == 0 ? "" : record.DiffTo(read[0]).ToText())}");
            }
            catch (MarcWriteException)
            {
                continue;
            }
        }
    }

    private static bool SameFields(MarcRecord one, MarcRecord other) =>
        one.Fields.Count == other.Fields.Count && one.Fields.Zip(other.Fields).All(pair => pair.First.ContentEquals(pair.Second));

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException(problem);
        }
    }
}
