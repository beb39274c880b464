using System.Text.RegularExpressions;

namespace Polaris.Client.PackageTests;

/// <summary>
/// Console projects in a folder outside the checkout, as a user of the packages has them: one for each program of README.md, and one for its
/// fragments. The packages come from a source that holds nothing else into a packages folder that begins empty; their dependencies come from
/// what this machine has restored, so no feed is asked.
/// </summary>
internal sealed partial class Consumers : IDisposable
{
    public const string Fragments = "Fragments";

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFrameworks>net8.0;net10.0;net472</TargetFrameworks>
            <LangVersion>latest</LangVersion>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseAppHost>false</UseAppHost>
            <!-- Not every feed carries the lower bounds of Polly on .NET Framework. -->
            <NoWarn>NU1603</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Polaris.Client" Version="{0}" />
            <PackageReference Include="Polaris.Client.Testing" Version="{0}" />{1}
          </ItemGroup>
        </Project>
        """;

    private const string PackagesOfTheFragments = """

            <PackageReference Include="Refit" Version="16.4.0" />
            <PackageReference Include="System.Text.Json" Version="10.0.15" Condition="'$(TargetFramework)' == 'net472'" />
            <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.15" Condition="'$(TargetFramework)' != 'net472'" />
            <PackageReference Include="NUnit" Version="4.6.1" Condition="'$(TargetFramework)' != 'net472'" />
        """;

    private const string NuGetConfig = """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><clear /><add key="packed" value="source" /></packageSources>
          <fallbackPackageFolders><clear /><add key="machine" value="{0}" /></fallbackPackageFolders>
        </configuration>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("polaris-consumers-");

    /// <summary>Writes the projects.</summary>
    /// <param name="servers">The addresses that take the place of those in README.md.</param>
    public Consumers(IReadOnlyDictionary<string, string> servers)
    {
        Directory.CreateDirectory(PathOf("source"));
        foreach (string id in PackageSet.Ids) File.Copy(PackageSet.PathOf(id), PathOf("source", Path.GetFileName(PackageSet.PathOf(id))));
        Write("nuget.config", NuGetConfig.Replace("{0}", PackageSet.PackagesOfTheMachine, StringComparison.Ordinal));

        // Ends the search for settings of folders above.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");

        ReadmeBlock[] programs = [.. ReadmeBlock.All.Where(block => block.IsProgram)];
        foreach (var (index, program) in programs.Index()) WriteProject($"Program{index}", "", ("Program.cs", WithServers(program.Code, servers)));
        WriteProject(Fragments, PackagesOfTheFragments, [.. FilesOfTheFragments().Select(file => (file.Name, WithServers(file.Content, servers)))]);
        Programs = [.. programs.Index().Select(program => ($"Program{program.Index}", program.Item.Prints))];
        Write("Consumers.slnx", $"<Solution>{string.Concat(Programs.Select(program => program.Name).Append(Fragments).Select(name => $"<Project Path=\"{name}/{name}.csproj\" />"))}</Solution>");
    }

    /// <summary>The projects of the programs, with the output that README.md shows.</summary>
    public IReadOnlyList<(string Name, string? Prints)> Programs { get; }

    /// <summary>The packages that were restored for these projects alone.</summary>
    public IEnumerable<string> OwnPackages => Directory.EnumerateDirectories(PathOf("packages")).Select(folder => Path.GetFileName(folder));

    /// <summary>The assemblies beside a program.</summary>
    public IEnumerable<string> Assemblies(string name, string target) =>
        Directory.EnumerateFiles(PathOf(name, "bin", "Debug", target), "*.dll").Select(file => Path.GetFileNameWithoutExtension(file));

    public Task<DotNet> BuildAsync(CancellationToken cancellationToken) =>
        DotNet.RunAsync(_folder.FullName, ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:quiet"], cancellationToken);

    /// <summary>Runs a program on the runtime of its target: .NET Framework's is mono, except on Windows; .NET's may be a newer one.</summary>
    public Task<DotNet> RunAsync(string name, string target, CancellationToken cancellationToken)
    {
        string program = PathOf(name, "bin", "Debug", target, name);
        return DotNet.IsMono(target) ? DotNet.RunAsync("mono", _folder.FullName, [$"{program}.exe"], cancellationToken)
            : target == "net472" ? DotNet.RunAsync($"{program}.exe", _folder.FullName, [], cancellationToken)
            : DotNet.RunAsync(_folder.FullName, ["exec", "--roll-forward", "Major", $"{program}.dll"], cancellationToken);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>The files of the folder Fragments, in each of which a comment with the beginning of a block is replaced by the block.</summary>
    private static IEnumerable<(string Name, string Content)> FilesOfTheFragments()
    {
        List<ReadmeBlock> left = [.. ReadmeBlock.All.Where(block => !block.IsProgram)];
        foreach (string path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, Fragments)))
        {
            yield return (Path.GetFileName(path), Place().Replace(ReadmeBlock.Text(path), place => Take(place.Groups["beginning"].Value, left)));
        }

        Assert.That(left.Select(block => block.FirstLine), Is.Empty, "Blocks of README.md that no file of the folder Fragments runs: begin them with their usings, or add a file.");
    }

    private static string WithServers(string code, IReadOnlyDictionary<string, string> servers) =>
        servers.Aggregate(code, (text, server) => text.Replace(server.Key, server.Value, StringComparison.Ordinal));

    private static string Take(string beginning, List<ReadmeBlock> blocks)
    {
        ReadmeBlock? block = blocks.Find(block => block.Code.StartsWith(beginning, StringComparison.Ordinal));
        Assert.That(block, Is.Not.Null, $"README.md has no block that begins with: {beginning}");
        blocks.Remove(block!);
        return block!.Code;
    }

    private void WriteProject(string name, string packages, params (string Name, string Content)[] files)
    {
        Directory.CreateDirectory(PathOf(name));
        Write($"{name}/{name}.csproj", Project.Replace("{0}", PackageSet.Version, StringComparison.Ordinal).Replace("{1}", packages, StringComparison.Ordinal));
        foreach ((string file, string content) in files) Write($"{name}/{file}", content);
    }

    private string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    [GeneratedRegex("^ *// README: (?<beginning>.*)\n", RegexOptions.Multiline)]
    private static partial Regex Place();
}
