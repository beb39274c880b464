using System.Reflection;
using Polaris.Client.ConventionTests.Sources;
using Polaris.Client.ConventionTests.Types;

namespace Polaris.Client.ConventionTests.PublicApi;

/// <summary>The public API changes only on purpose: it stands as text beside this test, and a review sees the change.</summary>
public sealed class PublicApiTests
{
    private const string Folder = "tests/Polaris.Client.ConventionTests/PublicApi";
    private const string Accept = "ACCEPT_PUBLIC_API=true dotnet test tests/Polaris.Client.ConventionTests --filter PublicApi";

    [TestCaseSource(typeof(Assemblies), nameof(Assemblies.All))]
    public void PublicApi_OfAPackage_IsTheAcceptedText(Assembly assembly)
    {
        string path = Path.Combine(Repository.Root, Folder, $"{assembly.GetName().Name}.txt");
        string actual = ApiText.Of(assembly.Location);
        if (Environment.GetEnvironmentVariable("ACCEPT_PUBLIC_API") == "true") File.WriteAllText(path, actual);

        string accepted = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";

        Convention.Holds(
            Differences(accepted, actual),
            $"The public API has changed. If that is meant, accept it with\n    {Accept}\nand commit the text with a line in CHANGELOG.md.");
        Assert.That(accepted, Is.EqualTo(actual), $"The order of the lines differs: accept it with {Accept}");
    }

    [Test]
    public void PublicApi_OfThisTest_ShowsNullabilityDefaultsAndKinds()
    {
        string text = ApiText.Of(typeof(PolarisClient).Assembly.Location);

        Assert.That(text, Does.Contain("sealed class Polaris.Client.PolarisClient : IAsyncDisposable, IDisposable"));
        Assert.That(text, Does.Contain("PolarisClient With(int? organizationId = null, int? workstationId = null)"));
        Assert.That(text, Does.Contain("Task<ObjectLock?> FindAsync("));
        Assert.That(text, Does.Contain("    Patron = 27\n"));
    }

    /// <summary>The lines that only one of the texts has, each with the type it belongs to.</summary>
    private static IEnumerable<string> Differences(string accepted, string actual)
    {
        HashSet<string> before = [.. Lines(accepted)];
        HashSet<string> now = [.. Lines(actual)];
        return before.Except(now).Select(line => $"removed: {line}").Concat(now.Except(before).Select(line => $"added: {line}"));
    }

    private static IEnumerable<string> Lines(string text)
    {
        string type = "";
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith(' ')) type = line.Split(" : ")[0];
            yield return line.StartsWith(' ') ? $"{type} / {line.Trim()}" : line;
        }
    }
}
