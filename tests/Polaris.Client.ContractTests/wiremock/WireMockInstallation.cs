using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Polaris.Client.ContractTests.WireMock;

/// <summary>Where Node.js, Java and WireMock's jar are on this machine.</summary>
internal sealed partial record WireMockInstallation(string Node, string Java, string Jar, string Launcher)
{
    private const int OldestJava = 11;

    /// <summary>The folder of the npm package and the mappings, in the sources.</summary>
    public static string Directory { get; } = typeof(WireMockInstallation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "WireMockDirectory").Value!;

    /// <summary>Finds all parts.</summary>
    /// <exception cref="WireMockMissingException">A part is missing, or Java is too old.</exception>
    public static async Task<WireMockInstallation> FindAsync(CancellationToken cancellationToken)
    {
        string node = FindProgram("node", home: null)
            ?? throw new WireMockMissingException("WireMock cannot run: Node.js with npm is not installed.");
        string java = FindProgram("java", Environment.GetEnvironmentVariable("JAVA_HOME"))
            ?? throw new WireMockMissingException($"WireMock cannot run: Java {OldestJava} or newer is not installed.");
        await RequireJavaVersionAsync(java, cancellationToken);

        var build = new DirectoryInfo(Path.Combine(Directory, "node_modules", "wiremock", "build"));
        string jar = (build.Exists ? build.GetFiles("*.jar") : []).SingleOrDefault()?.FullName
            ?? throw new WireMockMissingException("WireMock cannot run: its npm package is not installed. "
                + "Install npm and build again, or run 'npm ci' in tests/Polaris.Client.ContractTests/wiremock.");
        return new WireMockInstallation(node, java, jar, Path.Combine(Directory, "serve.mjs"));
    }

    private static string? FindProgram(string name, string? home)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!string.IsNullOrEmpty(home)) folders = folders.Prepend(Path.Combine(home, "bin"));
        return folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    private static async Task RequireJavaVersionAsync(string java, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(java, "-version") { RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string answer = await process.StandardError.ReadToEndAsync(cancellationToken);
        Match version = JavaVersion().Match(answer);
        if (version.Success && int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) >= OldestJava) return;
        throw new WireMockMissingException(
            $"WireMock cannot run: it needs Java {OldestJava} or newer, but 'java -version' says: {answer.Trim()}");
    }

    // Java 8 and older call themselves 1.8, 1.7 ...
    [GeneratedRegex("version \"(\\d+)")]
    private static partial Regex JavaVersion();
}
