using MarcTool;

namespace Polaris.Client.Marc.Tests;

public sealed class MarcToolTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = Directory.CreateTempSubdirectory("marc-tool-");
        File.WriteAllBytes(PathOf("a.mrc"), [.. Record("1", "One"), .. Record("2", "Two"), .. Record("3", "Three")]);
        File.WriteAllBytes(PathOf("b.mrc"), [.. Record("1", "One"), .. Record("2", "Zwei")]);
        File.WriteAllBytes(PathOf("cut.mrc"), [.. Record("1", "One"), .. Record("2", "Two").AsSpan(0, 50)]);
    }

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Info_OfAGoodFile_CountsAndSucceeds()
    {
        (int code, string output, string errors) = await RunAsync("info", PathOf("a.mrc"));

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero);
            Assert.That(output, Is.EqualTo("records: 3\nfields: 6\nunreadable parts: 0\n"));
            Assert.That(errors, Is.Empty);
        });
    }

    [Test]
    public async Task Info_OfACutFile_ReportsAndReturns1()
    {
        (int code, string output, _) = await RunAsync("info", PathOf("cut.mrc"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("CutShort: 1"));
    }

    [TestCase("xml")]
    [TestCase("json")]
    [TestCase("mrk")]
    public async Task Convert_ThereAndBack_GivesTheSameBytes(string extension)
    {
        await RunAsync("convert", PathOf("a.mrc"), PathOf("c." + extension));
        (int code, _, _) = await RunAsync("convert", PathOf("c." + extension), PathOf("d.mrc"));

        Assert.That(code, Is.Zero);
        Assert.That(await File.ReadAllBytesAsync(PathOf("d.mrc")), Is.EqualTo(await File.ReadAllBytesAsync(PathOf("a.mrc"))));
    }

    [TestCase("a.mrc", "b.mrc", "exists")]
    [TestCase("a.mrc", "a.mrc", "exists")]
    [TestCase("a.mrc", "b.txt", "does not name a format")]
    public async Task Convert_ToAFileThatExists_LeavesItAsItWas(string source, string target, string problem)
    {
        File.Copy(PathOf("b.mrc"), PathOf("b.txt"));
        byte[] before = await File.ReadAllBytesAsync(PathOf(target));

        (int code, _, string errors) = await RunAsync("convert", PathOf(source), PathOf(target));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain(problem));
        Assert.That(await File.ReadAllBytesAsync(PathOf(target)), Is.EqualTo(before));
    }

    [TestCase("missing.mrc", "b.mrc")]
    [TestCase("missing.mrc", "new.mrc")]
    public async Task Convert_OfAMissingFile_LeavesTheFolderAsItWas(string source, string target)
    {
        string[] before = Files();

        (int code, _, _) = await RunAsync("convert", PathOf(source), PathOf(target), "--overwrite");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(Files(), Is.EqualTo(before));
        Assert.That(await File.ReadAllBytesAsync(PathOf("b.mrc")), Is.Not.Empty);

        string[] Files() => [.. _folder.GetFiles().Select(file => file.Name).Order()];
    }

    [TestCase("b.mrc")]
    [TestCase("a.mrc")]
    public async Task Convert_WithOverwrite_ReplacesTheFile(string target)
    {
        byte[] expected = await File.ReadAllBytesAsync(PathOf("a.mrc"));

        (int code, _, _) = await RunAsync("convert", PathOf("a.mrc"), PathOf(target), "--overwrite");

        Assert.That(code, Is.Zero);
        Assert.That(await File.ReadAllBytesAsync(PathOf(target)), Is.EqualTo(expected));
    }

    [TestCase(2)]
    [TestCase(0, "--overwrite")]
    public async Task Split_ToPartsThatExist_ReplacesThemOnlyWithOverwrite(int expected, params string[] options)
    {
        _folder.CreateSubdirectory("parts");
        await File.WriteAllTextAsync(PathOf("parts/a-0001.mrc"), "mine");

        (int code, _, _) = await RunAsync(["split", PathOf("a.mrc"), PathOf("parts"), .. options]);

        Assert.That(code, Is.EqualTo(expected));
        Assert.That(await File.ReadAllTextAsync(PathOf("parts/a-0001.mrc")) == "mine", Is.EqualTo(expected == 2));
    }

    [Test]
    public async Task Split_IntoSingleRecords_NumbersThePartsFrom1()
    {
        await RunAsync("split", PathOf("a.mrc"), PathOf("parts"), "--records", "1");

        Assert.That(
            Directory.GetFiles(PathOf("parts")).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "a-0001.mrc", "a-0002.mrc", "a-0003.mrc" }));
    }

    [TestCase("<collection/>")]
    [TestCase("\n [ { } ]")]
    public async Task Split_OfAFileWhoseRecordsAreJoined_IsRefused(string content)
    {
        await File.WriteAllTextAsync(PathOf("joined"), content);

        (int code, _, string errors) = await RunAsync("split", PathOf("joined"), PathOf("parts"));

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("Convert the file"));
        Assert.That(Directory.Exists(PathOf("parts")), Is.False);
    }

    [Test]
    public async Task Split_IntoPartsOfNoRecords_IsAUsageError()
    {
        (int code, _, string errors) = await RunAsync("split", PathOf("a.mrc"), PathOf("parts"), "--records", "0");

        Assert.That(code, Is.EqualTo(64));
        Assert.That(errors, Does.Contain("--records"));
    }

    [Test]
    public async Task Validate_OfADamagedFile_ReportsPlaceAndText()
    {
        (int code, string output, _) = await RunAsync("validate", PathOf("cut.mrc"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("record 2, offset ").And.Contain("CutShort"));
    }

    [Test]
    public async Task Diff_OfTwoFiles_NamesChangedAndRemovedRecords()
    {
        (int code, string output, _) = await RunAsync("diff", PathOf("a.mrc"), PathOf("b.mrc"));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Is.EqualTo("changed 2\n- 245 10 $a Two\n+ 245 10 $a Zwei\nremoved 3\n"));
    }

    [Test]
    public async Task Split_IntoParts_LosesNoByte()
    {
        (int code, string output, _) = await RunAsync("split", PathOf("a.mrc"), PathOf("parts"), "--records", "2");

        byte[] joined = [.. Directory.GetFiles(PathOf("parts")).Order().SelectMany(File.ReadAllBytes)];
        Assert.That(code, Is.Zero);
        Assert.That(output, Is.EqualTo("parts: 2\n"));
        Assert.That(joined, Is.EqualTo(await File.ReadAllBytesAsync(PathOf("a.mrc"))));
    }

    [TestCase("missing.mrc", "keep.mrc", 2)]
    [TestCase("a.mrc", "keep.txt", 2)]
    [TestCase("keep.txt", "keep.mrc", 2)]
    [TestCase("keep.mrc", "keep.mrc", 2)]
    public async Task Convert_ThatFails_LeavesTheTargetAlone(string file, string target, int expected)
    {
        File.WriteAllBytes(PathOf("keep.mrc"), Record("9", "Kept"));
        await File.WriteAllTextAsync(PathOf("keep.txt"), "a letter");
        byte[] before = await File.ReadAllBytesAsync(PathOf(target));

        (int code, _, string errors) = await RunAsync("convert", PathOf(file), PathOf(target));

        Assert.That(code, Is.EqualTo(expected));
        Assert.That(errors, Is.Not.Empty);
        Assert.That(await File.ReadAllBytesAsync(PathOf(target)), Is.EqualTo(before));
        Assert.That(_folder.GetFiles("*.part"), Is.Empty);
    }

    [Test]
    public async Task Diff_OfAFileWithRepeatedControlNumbers_ComparesEachWithItsCounterpart()
    {
        File.WriteAllBytes(PathOf("twice.mrc"), [.. Record("1", "One"), .. Record("1", "Eins"), .. Record("1", "Un")]);
        File.WriteAllBytes(PathOf("changed.mrc"), [.. Record("1", "One"), .. Record("1", "Ein"), .. Record("1", "Un")]);

        (int same, string nothing, _) = await RunAsync("diff", PathOf("twice.mrc"), PathOf("twice.mrc"));
        (int other, string output, _) = await RunAsync("diff", PathOf("twice.mrc"), PathOf("changed.mrc"));

        Assert.Multiple(() =>
        {
            Assert.That(same, Is.Zero, nothing);
            Assert.That(other, Is.EqualTo(1));
            Assert.That(output, Is.EqualTo("changed 1 (record 2 with this number)\n- 245 10 $a Eins\n+ 245 10 $a Ein\n"));
        });
    }

    [TestCase("xml")]
    [TestCase("json")]
    [TestCase("mrk")]
    public async Task Split_OfAFormatWhosePartsAreNotFiles_IsRefused(string extension)
    {
        await RunAsync("convert", PathOf("a.mrc"), PathOf("a." + extension));

        (int code, _, string errors) = await RunAsync("split", PathOf("a." + extension), PathOf("parts"), "--records", "2");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("Convert the file to .mrc first"));
        Assert.That(Directory.Exists(PathOf("parts")), Is.False);
    }

    [TestCase(64, "split", "a.mrc", "parts", "--records", "0")]
    [TestCase(64, "info", "--unknown")]
    [TestCase(64, "nothing")]
    [TestCase(2, "info", "missing.mrc")]
    public async Task Run_WithAWrongCommandOrFile_WritesToErrorsOnly(int expected, params string[] args)
    {
        (int code, string output, string errors) = await RunAsync(args);

        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(expected));
            Assert.That(output, Is.Empty);
            Assert.That(errors, Is.Not.Empty);
        });
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        int code = await Tool.RunAsync(args, output, errors, isTerminal: false, CancellationToken.None);
        return (code, output.ToString(), errors.ToString());
    }

    private static byte[] Record(string id, string title) =>
        MarcWriter.ToBytes(new MarcRecord().Control("001", id).Field("245", '1', '0', ('a', title)));

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
