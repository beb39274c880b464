using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Polaris.Client.PackageTests;

public sealed class PackageContentTests
{
    private static string[] TargetsOf(string id) => [id == "Polaris.Client.Marc" ? "netstandard2.0" : "net472", "net8.0", "net10.0"];

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Package_Files_AreTheLibraryAndItsFace(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(PackageSet.PathOf(id));

        string[] expected = ["README.md", "THIRD-PARTY-NOTICES.md", "icon.png", $"{id}.nuspec",
            .. TargetsOf(id).SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" })];
        Assert.That(package.Entries.Select(entry => entry.FullName).Where(IsOurs), Is.EquivalentTo(expected));
    }

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Package_Symbols_AreThereForEveryTarget(string id)
    {
        using ZipArchive symbols = ZipFile.OpenRead(PackageSet.PathOf(id, "snupkg"));

        Assert.That(
            symbols.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".pdb", StringComparison.Ordinal)),
            Is.EquivalentTo(TargetsOf(id).Select(target => $"lib/{target}/{id}.pdb")));
    }

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Package_Description_IsComplete(string id)
    {
        XElement metadata = MetadataOf(id);

        Assert.Multiple(() =>
        {
            Assert.That(Value(metadata, "license"), Is.EqualTo("MIT"));
            Assert.That(Value(metadata, "readme"), Is.EqualTo("README.md"));
            Assert.That(Value(metadata, "icon"), Is.EqualTo("icon.png"));
            Assert.That(Value(metadata, "description"), Has.Length.GreaterThan(40));
            Assert.That(Value(metadata, "tags")!.Split(' '), Does.Contain("polaris").And.Contain("folio"));
        });
    }

    [TestCase("net472", "System.Text.Json", "System.Diagnostics.DiagnosticSource", "System.Net.Http.Json", "System.Net.ServerSentEvents", "Microsoft.Bcl.TimeProvider", "Microsoft.Bcl.AsyncInterfaces")]
    [TestCase("net8.0", "System.Text.Json", "System.Diagnostics.DiagnosticSource", "System.Net.ServerSentEvents")]
    [TestCase("net10.0")]
    public void Dependencies_OfTheClient_AreSixAndWhatOldTargetsLack(string target, params string[] lacking)
    {
        string[] six = ["Refit", "Polaris.Client.Marc", "Microsoft.Extensions.Http", "Microsoft.Extensions.Options", "Microsoft.Extensions.Options.ConfigurationExtensions", "Polly.Core"];

        Assert.That(DependenciesOf("Polaris.Client", target).Select(dependency => dependency.Id), Is.EquivalentTo(six.Concat(lacking)));
    }

    [TestCase("netstandard2.0", "System.Text.Json", "Microsoft.Bcl.AsyncInterfaces")]
    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public void Dependencies_OfMarc_AreOnlyWhatOldTargetsLack(string target, params string[] lacking) =>
        Assert.That(DependenciesOf("Polaris.Client.Marc", target).Select(dependency => dependency.Id), Is.EquivalentTo(lacking));

    [TestCase("net472")]
    [TestCase("net8.0")]
    [TestCase("net10.0")]
    public void Dependencies_OfTheDoubles_AreOnlyTheClientOfThisVersionOrNewer(string target) =>
        Assert.That(DependenciesOf("Polaris.Client.Testing", target), Is.EqualTo(new[] { ("Polaris.Client", PackageSet.Version) }));

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Assemblies_OfThePackage_AreDeterministicAndNeedNoCompiler(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(PackageSet.PathOf(id));
        foreach (ZipArchiveEntry entry in package.Entries.Where(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal)))
        {
            using var assembly = new PEReader(new MemoryStream(ReadAll(entry)));
            MetadataReader metadata = assembly.GetMetadataReader();
            IEnumerable<string> references = metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));

            Assert.That(assembly.ReadDebugDirectory().Select(row => row.Type), Does.Contain(DebugDirectoryEntryType.Reproducible), entry.FullName);
            Assert.That(references, Has.None.Contains("CodeAnalysis"), entry.FullName);
        }
    }

    private static bool IsOurs(string name) =>
        !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && !name.StartsWith('[');

    private static IEnumerable<(string Id, string Version)> DependenciesOf(string id, string target) => MetadataOf(id)
        .Descendants().Where(element => element.Name.LocalName == "group")
        .Single(group => group.Attribute("targetFramework")!.Value.TrimStart('.').Replace("NETFramework4.7.2", "net472", StringComparison.Ordinal).Equals(target, StringComparison.OrdinalIgnoreCase))
        .Elements().Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value));

    private static XElement MetadataOf(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(PackageSet.PathOf(id));
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private static string? Value(XElement metadata, string name) =>
        metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static byte[] ReadAll(ZipArchiveEntry entry)
    {
        using Stream content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
