namespace Polaris.Client.PackageTests;

/// <summary>
/// A console project in a folder of its own, outside the checkout. The two packages come from a source that holds nothing else
/// into a packages folder that begins empty; their dependencies come from what this machine has restored, so no feed is asked.
/// </summary>
internal sealed class ConsumerProject : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFrameworks>net8.0;net10.0</TargetFrameworks>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Polaris.Client" Version="{0}" />
            <PackageReference Include="Polaris.Client.Testing" Version="{0}" />
            <PackageReference Include="Refit" Version="16.4.0" />
          </ItemGroup>
        </Project>
        """;

    private const string NuGetConfig = """
        <configuration>
          <config><add key="globalPackagesFolder" value="packages" /></config>
          <packageSources><clear /><add key="packed" value="source" /></packageSources>
          <fallbackPackageFolders><clear /><add key="machine" value="{0}" /></fallbackPackageFolders>
        </configuration>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("polaris-consumer-");

    /// <summary>Writes the project.</summary>
    /// <param name="program">Its only source file.</param>
    public ConsumerProject(string program)
    {
        Directory.CreateDirectory(PathOf("source"));
        foreach (string id in PackageSet.Ids) File.Copy(PackageSet.PathOf(id), PathOf("source", Path.GetFileName(PackageSet.PathOf(id))));
        Write("Consumer.csproj", Project.Replace("{0}", PackageSet.Version, StringComparison.Ordinal));
        Write("nuget.config", NuGetConfig.Replace("{0}", PackageSet.PackagesOfTheMachine, StringComparison.Ordinal));
        Write("Program.cs", program);

        // Ends the search for settings of folders above.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    /// <summary>The packages that were restored for this project alone.</summary>
    public IEnumerable<string> OwnPackages => Directory.EnumerateDirectories(PathOf("packages")).Select(folder => Path.GetFileName(folder));

    /// <summary>The assemblies beside the program.</summary>
    public IEnumerable<string> Assemblies(string target) =>
        Directory.EnumerateFiles(PathOf("bin", "Debug", target), "*.dll").Select(file => Path.GetFileNameWithoutExtension(file));

    public Task<DotNet> BuildAsync(CancellationToken cancellationToken) =>
        DotNet.RunAsync(_folder.FullName, ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-v:quiet"], cancellationToken);

    /// <summary>Runs the program on the runtime of its target, or on a newer one where that is not installed.</summary>
    public Task<DotNet> RunAsync(string target, CancellationToken cancellationToken) =>
        DotNet.RunAsync(_folder.FullName, ["exec", "--roll-forward", "Major", PathOf("bin", "Debug", target, "Consumer.dll")], cancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);

    private string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    private void Write(string name, string text) => File.WriteAllText(PathOf(name), text);
}
