using System.Text;

namespace Polaris.Client.Marc.Tests;

/// <summary>The files of <c>shared/marc-data</c> beside the checkout: other projects' test files, which are not part of this repository.</summary>
internal static class MarcFiles
{
    private static readonly string? Folder = Find();

    /// <summary>The names (<c>kind/file</c>) that the manifest lists.</summary>
    public static IEnumerable<string> Names => Folder is null
        ? ["none"]
        : File.ReadLines(Path.Combine(Folder, "MANIFEST.tsv")).Skip(1).Select(line => line.Split('\t')).Select(columns => $"{columns[1]}/{columns[2]}");

    public static IEnumerable<string> NamesWithExpectedText => Names.Where(name => ExpectedText(name) is { } text && text.Trim().Length > 0).DefaultIfEmpty("none");

    public static string Generator => Path.Combine(Folder!, "generate.py");

    public static Stream Open(string name)
    {
        SkipIfMissing();
        return File.OpenRead(Path.Combine(Folder!, name));
    }

    public static List<MarcReadResult> Read(string name, MarcReadOptions? options = null)
    {
        using Stream stream = Open(name);
        return [.. MarcReader.ReadResults(stream, options)];
    }

    public static string? ExpectedText(string name) => Folder is not null && Path.Combine(Folder, "expected", name + ".txt") is var path && File.Exists(path)
        ? File.ReadAllText(path)
        : null;

    public static void SkipIfMissing() =>
        Assume.That(Folder, Is.Not.Null, "The folder shared/marc-data beside the checkout is missing; this test reads its files.");

    /// <summary>The plain form of the expected texts.</summary>
    public static string Canonical(IEnumerable<MarcRecord> records)
    {
        StringBuilder text = new();
        foreach (MarcRecord record in records)
        {
            foreach (MarcField field in record.Fields)
            {
                text.Append(field.Tag).Append('\t');
                text.Append(field.IsControlField
                    ? field.Data
                    : field.Indicators + "\t" + string.Concat(field.Subfields.Select(subfield => $"${subfield.Code}{subfield.Data}")));
                text.Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "marc-data");
            if (File.Exists(Path.Combine(path, "MANIFEST.tsv")))
            {
                return path;
            }
        }

        return null;
    }
}
