using System.Diagnostics;

namespace Polaris.Client.Marc.Tests;

public sealed class MarcFilesTests
{
    /// <summary>Where the readers behind the expected text believed the wrong leader and lost a character that the bytes prove.</summary>
    private static readonly Dictionary<string, (string Expected, string Proved)[]> Better = new()
    {
        ["between-records/music.mrc"] = [("B\u0301\u01AF", "B\u266D"), ("\u00A9\u00B7", "\u00E8")], // UTF-8 in a record that is marked as MARC-8.
        ["damage/bad_leaders_10_11.mrc"] = [("\uFFFDu", "\u00FC"), ("\uFFFDo", "\u00F6"), ("\uFFFDa", "\u00E4")], // MARC-8, which the blank in the leader stands for.
    };

    [TestCaseSource(typeof(MarcFiles), nameof(MarcFiles.NamesWithExpectedText))]
    public void Read_FileWithExpectedText_GivesThatText(string name)
    {
        MarcFiles.SkipIfMissing();
        string text = MarcFiles.Canonical(MarcFiles.Read(name).Select(result => result.Record).OfType<MarcRecord>());

        string expected = MarcFiles.ExpectedText(name)!;
        foreach ((string lost, string proved) in Better.GetValueOrDefault(name, []))
        {
            expected = expected.Replace(lost, proved, StringComparison.Ordinal);
        }

        Assert.That(text, Is.EqualTo(expected));
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
