using System.Text;

namespace Polaris.Client.Marc.Tests;

public sealed class MarcWriterTests
{
    private static readonly MarcReadOptions Bytes = new() { Encoding = MarcEncoding.Latin1 };

    /// <summary>Takes a part of the first write, then fails; later writes succeed.</summary>
    private sealed class FailingStream : MemoryStream
    {
        private bool _hasFailed;

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, _hasFailed ? count : count / 2);
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new IOException("No space left on device.");
            }
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }

    private static MarcRecord Sample() => new MarcRecord().Control("001", "x").Field("245", '1', '0', ('a', "Žluťoučký"));

    /// <summary>Files without deviations and filler, with the directory in the order of the data.</summary>
    [TestCase("utf8/camel.mrc")]
    [TestCase("utf8/007-tit.mrc")]
    [TestCase("utf8/test_data.utf8.mrc")]
    [TestCase("utf8/own-beyond-bmp.mrc")]
    [TestCase("utf8/own-nfd.mrc")]
    [TestCase("size/own-field-9999.mrc")]
    [TestCase("size/own-record-99999.mrc")]
    [TestCase("marc8/brkrtest.mrc")]
    [TestCase("marc8/diac_from_oclc.mrc")]
    [TestCase("marc8/cjk1.marc")]
    public void Write_WellFormedFileThatWasRead_GivesTheSameBytes(string name)
    {
        using Stream original = MarcFiles.Open(name);
        using MemoryStream expected = new(), written = new();
        original.CopyTo(expected);
        expected.Position = 0;
        using (MarcWriter writer = new(written, MarcFormat.Iso2709, new MarcWriteOptions { Latin1 = true }))
        {
            foreach (MarcRecord record in MarcReader.Read(expected, Bytes))
            {
                writer.Write(record);
            }
        }

        Assert.That(written.ToArray(), Is.EqualTo(expected.ToArray()));
    }

    [TestCase(MarcFormat.MarcXml)]
    [TestCase(MarcFormat.MarcJson)]
    [TestCase(MarcFormat.Mnemonic)]
    public async Task WriteAsync_Marc8File_IsReadBackEqual(MarcFormat format)
    {
        List<MarcRecord> records = [.. MarcFiles.Read("marc8/brkrtest.mrc").Select(result => result.Record!)];
        using MemoryStream stream = new();
        await using (MarcWriter writer = new(stream, format, new MarcWriteOptions { JsonArray = true }))
        {
            foreach (MarcRecord record in records)
            {
                await writer.WriteAsync(record);
            }
        }

        stream.Position = 0;
        List<MarcRecord> read = [];
        await foreach (MarcRecord record in MarcReader.ReadAsync(stream))
        {
            read.Add(record);
        }

        Assert.That(read, Has.Count.EqualTo(records.Count));
        Assert.That(records.Zip(read).Where(pair => !pair.First.ContentEquals(pair.Second)), Is.Empty);
    }

    [Test]
    public void ToBytes_Iso2709_ComputesTheLeader()
    {
        MarcRecord record = Sample();
        record.Leader = "|||||cam ||||||||uu 9999";

        string leader = Encoding.ASCII.GetString(MarcWriter.ToBytes(record), 0, 24);

        Assert.That(leader[5..9] + leader[17..20], Is.EqualTo("cam uu "));
        Assert.That(int.Parse(leader[..5], null), Is.EqualTo(MarcWriter.ToBytes(record).Length));
        Assert.That(leader[9..12] + leader[20..], Is.EqualTo("a224500"));
    }

    private static readonly TestCaseData[] Faults =
    [
        new TestCaseData((Action<MarcRecord>)(record => record.Leader = "short"), "leader").SetArgDisplayNames("leader"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!['a'] = "x\u001Ey"), "fields[1] (245) $a").SetArgDisplayNames("delimiter"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!['a'] = "\udc00"), "fields[1] (245) $a").SetArgDisplayNames("surrogate"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!['a'] = new string('x', 10_000)), "fields[1] (245)").SetArgDisplayNames("field over 9,999"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.Tag = "24"), "fields[1] (24)").SetArgDisplayNames("tag"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.Indicator1 = '#'), "fields[1] (245)").SetArgDisplayNames("indicator"),
        new TestCaseData((Action<MarcRecord>)(record => record["245"]!.Subfields[0].Code = '|'), "fields[1] (245)").SetArgDisplayNames("code"),
        new TestCaseData((Action<MarcRecord>)(record => Enumerable.Range(0, 20).ToList().ForEach(_ => record.Field("500", ' ', ' ', ('a', new string('x', 6000))))), "record").SetArgDisplayNames("record over 99,999"),
    ];

    [TestCaseSource(nameof(Faults))]
    public void Write_WhatIso2709CannotHold_IsRefusedAndWritesNothing(Action<MarcRecord> damage, string place)
    {
        MarcRecord record = Sample();
        damage(record);
        using MemoryStream stream = new();
        using (MarcWriter writer = new(stream))
        {
            Assert.That(() => writer.Write(record), Throws.TypeOf<MarcWriteException>().With.Property(nameof(MarcWriteException.Place)).StartsWith(place == "record" ? "" : place));
        }

        Assert.That(stream.Length, Is.Zero);
    }

    [TestCase("Smith & Sons", "Smith & Sons")]
    [TestCase("&amp;", "&amp;")]
    [TestCase("&#x41;", "&#x26;#x41;")]
    public void Write_AmpersandInMnemonicText_IsEscapedOnlyBeforeAReference(string data, string written)
    {
        MarcRecord record = new MarcRecord().Field("245", '1', '0', ('a', data));

        byte[] bytes = MarcWriter.ToBytes(record, MarcFormat.Mnemonic);

        Assert.That(Encoding.UTF8.GetString(bytes), Does.Contain($"$a{written}\r\n"));
        Assert.That(MarcReader.Read(new MemoryStream(bytes)).Single().FirstSubfield("245", 'a'), Is.EqualTo(data));
    }

    [TestCase(MarcFormat.Iso2709)]
    [TestCase(MarcFormat.MarcXml)]
    [TestCase(MarcFormat.Mnemonic)]
    public void Write_AnyExceptionWithinARecord_LeavesNothingOfIt(MarcFormat format)
    {
        MarcRecord broken = Sample();
        broken.Fields.Add(null!);
        using MemoryStream stream = new();
        using (MarcWriter writer = new(stream, format))
        {
            Assert.That(() => writer.Write(broken), Throws.Exception);
            writer.Write(Sample());
        }

        stream.Position = 0;
        Assert.That(MarcReader.ReadResults(stream).Single().Deviations, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Write_ToAStreamThatFailsOnce_WritesNoPartTwiceAndDoesNotFinishTheFile(bool isAsync)
    {
        MarcRecord large = new MarcRecord().Field("500", ' ', ' ', ('a', new string('x', 70_000)));
        using FailingStream stream = new();
        await using (MarcWriter writer = new(stream, MarcFormat.MarcXml))
        {
            Assert.That(async () => await WriteAsync(writer), Throws.InstanceOf<IOException>());
            Assert.That(async () => await WriteAsync(writer), Throws.InvalidOperationException.With.Message.Contains("incomplete"));
        }

        string written = Encoding.UTF8.GetString(stream.ToArray());
        Assert.That(written.Split("<collection"), Has.Length.EqualTo(2));
        Assert.That(written, Does.Not.Contain("</collection>"));

        Task WriteAsync(MarcWriter writer)
        {
            if (isAsync)
            {
                return writer.WriteAsync(large);
            }

            writer.Write(large);
            return Task.CompletedTask;
        }
    }

    [Test]
    public void Write_ControlCharacterInXml_IsRefused() =>
        Assert.That(() => MarcWriter.ToBytes(new MarcRecord().Control("001", "a\u0001"), MarcFormat.MarcXml), Throws.TypeOf<MarcWriteException>());

    [Test]
    public void Read_WithRepairs_ChangesAndReports()
    {
        using MemoryStream stream = new(MarcWriter.ToBytes(new MarcRecord().Control("001", "x").Field("245", ' ', ' ', ('a', "&#x4E2D;"))));

        MarcReadResult result = MarcReader.ReadResults(stream, new MarcReadOptions { Repairs = MarcRepairs.CharacterReferences }).Single();

        Assert.That(result.Record!.FirstSubfield("245", 'a'), Is.EqualTo("中"));
        Assert.That(result.Deviations.Single().Kind, Is.EqualTo(MarcDeviationKind.Repaired));
        Assert.That(result.Deviations.Single().ControlNumber, Is.EqualTo("x"));
    }

    [Test]
    public void Read_RecordOverTheLimit_IsSkippedAndReported()
    {
        byte[] good = MarcWriter.ToBytes(Sample());
        using MemoryStream stream = new([.. "99999"u8, .. new byte[20], .. Enumerable.Repeat((byte)'x', 300_000), 0x1D, .. good]);

        List<MarcReadResult> results = [.. MarcReader.ReadResults(stream, new MarcReadOptions { Format = MarcFormat.Iso2709, MaxRecordBytes = 100_000 })];

        Assert.That(results[0].Deviations.Single().Kind, Is.EqualTo(MarcDeviationKind.TooLarge));
        Assert.That(results[^1].Record!.ControlNumber, Is.EqualTo("x"));
    }

    [Test]
    public void ReadAsync_CanceledToken_Throws()
    {
        using MemoryStream stream = new(MarcWriter.ToBytes(Sample()));

        Assert.That(
            async () => await MarcReader.ReadAsync(stream, new CancellationToken(canceled: true)).GetAsyncEnumerator().MoveNextAsync(),
            Throws.InstanceOf<OperationCanceledException>());
    }
}
