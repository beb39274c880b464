using System.IO.Compression;
using System.Xml.Linq;

namespace Polaris.Client.PackageTests;

/// <summary>A package of this build, read from its file.</summary>
internal sealed class PackageFile : IDisposable
{
    private readonly ZipArchive _archive;

    /// <summary>Opens the package, or its symbols.</summary>
    public PackageFile(string id, string extension = "nupkg") => _archive = ZipFile.OpenRead(PackageSet.PathOf(id, extension));

    /// <summary>The paths of the files, without those of the package format itself.</summary>
    public IEnumerable<string> Files => _archive.Entries.Select(entry => entry.FullName).Where(name =>
        !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && !name.StartsWith('['));

    /// <summary>The metadata element of the nuspec.</summary>
    public XElement Metadata => XDocument.Parse(Text(Files.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal)))).Root!.Elements().Single();

    /// <summary>The files with an extension, each with its content.</summary>
    public IEnumerable<(string Name, byte[] Content)> With(string extension) =>
        Files.Where(name => name.EndsWith(extension, StringComparison.Ordinal)).Select(name => (name, Bytes(name)));

    public string Text(string name) => new StreamReader(new MemoryStream(Bytes(name))).ReadToEnd();

    public void Dispose() => _archive.Dispose();

    private byte[] Bytes(string name)
    {
        using Stream content = _archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
