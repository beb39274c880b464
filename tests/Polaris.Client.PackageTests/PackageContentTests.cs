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
        using var package = new PackageFile(id);

        string[] expected = ["README.md", "LICENSE", "THIRD-PARTY-NOTICES.md", "icon.png", $"{id}.nuspec",
            .. TargetsOf(id).SelectMany(target => new[] { $"lib/{target}/{id}.dll", $"lib/{target}/{id}.xml" })];
        Assert.That(package.Files.Where(name => !name.StartsWith("docs/", StringComparison.Ordinal)), Is.EquivalentTo(expected));
    }

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Package_Symbols_AreThereForEveryTarget(string id)
    {
        using var symbols = new PackageFile(id, "snupkg");

        Assert.That(
            symbols.Files.Where(name => name.EndsWith(".pdb", StringComparison.Ordinal)),
            Is.EquivalentTo(TargetsOf(id).Select(target => $"lib/{target}/{id}.pdb")));
    }

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Package_Description_IsComplete(string id)
    {
        using var package = new PackageFile(id);
        XElement metadata = package.Metadata;

        Assert.Multiple(() =>
        {
            Assert.That(Value(metadata, "license"), Is.EqualTo("MIT"));
            Assert.That(Value(metadata, "readme"), Is.EqualTo("README.md"));
            Assert.That(Value(metadata, "icon"), Is.EqualTo("icon.png"));
            Assert.That(Value(metadata, "description"), Has.Length.GreaterThan(40));
            Assert.That(Value(metadata, "projectUrl") ?? "", Is.EqualTo(PackageSet.RepositoryUrl), "The address comes from Directory.Build.props alone.");
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
    public void Dependencies_OfTheFakes_AreOnlyTheClientOfTheSameMinorVersion(string target)
    {
        Version version = Version.Parse(PackageSet.Version.Split('-')[0]);

        Assert.That(DependenciesOf("Polaris.Client.Testing", target), Is.EqualTo(new[] { ("Polaris.Client", $"[{PackageSet.Version}, {version.Major}.{version.Minor + 1}.0)") }));
    }

    /// <summary>Refit has no strong name, and an assembly with one cannot reference an assembly without one.</summary>
    [TestCase("Polaris.Client.Marc", true)]
    [TestCase("Polaris.Client", false)]
    [TestCase("Polaris.Client.Testing", false)]
    public void Assemblies_OfThePackage_HaveAStrongNameWhereTheyCan(string id, bool isStrong)
    {
        using var package = new PackageFile(id);
        foreach ((string name, byte[] content) in package.With(".dll"))
        {
            using var assembly = new PEReader(new MemoryStream(content));
            AssemblyDefinition definition = assembly.GetMetadataReader().GetAssemblyDefinition();

            Assert.That(!definition.PublicKey.IsNil, Is.EqualTo(isStrong), name);
            Assert.That(assembly.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned), Is.EqualTo(isStrong), name);
        }
    }

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Documentation_OfThePackage_HoldsNoGeneratedMember(string id)
    {
        using var package = new PackageFile(id);
        foreach ((string name, byte[] content) in package.With(".xml"))
        {
            string[] members = [.. XDocument.Load(new MemoryStream(content)).Descendants("member").Select(member => member.Attribute("name")!.Value)];

            Assert.That(members, Has.Length.GreaterThan(250), name);
            Assert.That(members.Where(IsGenerated), Is.Empty, name);
        }
    }

    /// <summary>The MARC-8 tables are in the MARC package, the reference data of FOLIO in the fakes, and polyfills in every assembly.</summary>
    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Notices_OfThePackage_NameWhatIsPacked(string id)
    {
        using var package = new PackageFile(id);

        Assert.That(package.Text("THIRD-PARTY-NOTICES.md"), Does.Contain("marc8.bin").And.Contain("reference-data.json").And.Contain("PolySharp"));
    }

    [TestCaseSource(typeof(PackageSet), nameof(PackageSet.Ids))]
    public void Assemblies_OfThePackage_AreDeterministicAndNeedNoCompiler(string id)
    {
        using var package = new PackageFile(id);
        foreach ((string name, byte[] content) in package.With(".dll"))
        {
            using var assembly = new PEReader(new MemoryStream(content));
            MetadataReader metadata = assembly.GetMetadataReader();
            IEnumerable<string> references = metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));

            Assert.That(assembly.ReadDebugDirectory().Select(row => row.Type), Does.Contain(DebugDirectoryEntryType.Reproducible), name);
            Assert.That(references, Has.None.Contains("CodeAnalysis"), name);
        }
    }

    /// <summary>Members of contexts of System.Text.Json, and of namespaces in which the library has nothing public.</summary>
    private static bool IsGenerated(string member)
    {
        string name = member[2..].Split('(')[0];
        return name.EndsWith("Json", StringComparison.Ordinal) && member.StartsWith("T:", StringComparison.Ordinal)
            || name.Contains("Json.", StringComparison.Ordinal)
            || !(name.StartsWith("Polaris.Client.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.DependencyInjection.", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Id, string Version)> DependenciesOf(string id, string target)
    {
        using var package = new PackageFile(id);
        return [.. package.Metadata.Descendants().Where(element => element.Name.LocalName == "group")
            .Single(group => group.Attribute("targetFramework")!.Value.TrimStart('.').Replace("NETFramework4.7.2", "net472", StringComparison.Ordinal).Equals(target, StringComparison.OrdinalIgnoreCase))
            .Elements().Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value))];
    }

    private static string? Value(XElement metadata, string name) =>
        metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
}
