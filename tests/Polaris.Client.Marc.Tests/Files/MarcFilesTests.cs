using System.Diagnostics;

namespace Polaris.Client.Marc.Tests;

public sealed class MarcFilesTests
{
    /// <summary>
    /// Two files whose expected text comes from readers that took a wrong encoding for granted: UTF-8 in records that are marked as MARC-8 (read as
    /// MARC-8), and MARC-8, marked as such (read as UTF-8). With that encoding, the text is the same, but for a byte that those readers drop and ours shows as
    /// U+FFFD; see the test below for what their bytes prove.
    /// </summary>
    private static readonly Dictionary<string, MarcEncoding> ExpectedEncodings = new()
    {
        ["between-records/music.mrc"] = MarcEncoding.Marc8,
        ["damage/bad_leaders_10_11.mrc"] = MarcEncoding.Utf8,
    };

    [TestCaseSource(typeof(MarcFiles), nameof(MarcFiles.NamesWithExpectedText))]
    public void Read_FileWithExpectedText_GivesThatText(string name)
    {
        MarcFiles.SkipIfMissing();
        MarcReadOptions options = new() { Encoding = ExpectedEncodings.GetValueOrDefault(name) };

        string text = MarcFiles.Canonical(MarcFiles.Read(name, options).Select(result => result.Record).OfType<MarcRecord>());

        text = options.Encoding == MarcEncoding.Marc8 ? text.Replace("\uFFFD", "", StringComparison.Ordinal) : text;
        Assert.That(text, Is.EqualTo(MarcFiles.ExpectedText(name)));
    }

    [TestCase("between-records/music.mrc", "Blues in B\u266D.--Lewis", "-- Cort\u00E8ge (7:15)")]
    [TestCase("damage/bad_leaders_10_11.mrc", "$aD\u00FCsseldorf :", "$aK\u00F6ln :")]
    public void Read_FileWithAnEncodingThatItsBytesProve_GivesTheWords(string name, params string[] words)
    {
        string text = MarcFiles.Canonical(MarcFiles.Read(name).Select(result => result.Record).OfType<MarcRecord>());

        Assert.Multiple(() => Array.ForEach(words, word => Assert.That(text, Does.Contain(word))));
    }

    [TestCaseSource(typeof(MarcFiles), nameof(MarcFiles.Names))]
    public void Read_AnyFile_EndsWithinASecondAndThrowsOnlyTheFamily(string name)
    {
        MarcFiles.SkipIfMissing();
        var watch = Stopwatch.StartNew();

        try
        {
            MarcFiles.Read(name);
        }
        catch (MarcException)
        {
            Assert.That(name, Is.AnyOf("marcxml/own-external-entity.xml", "marcxml/tmarc9.xml", "mnemonic/lineendings-0d.lif"));
        }

        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(1)));
    }
}
