using System.Text.RegularExpressions;

namespace Polaris.Client.SampleTests.Docs;

/// <summary>docs/errors.md shows every exception of the family where it belongs.</summary>
public sealed partial class ErrorsTests
{
    [Test]
    public void Tree_OfTheErrorsPage_IsThatOfTheLibrary() => Assert.That(Shown(), Is.EquivalentTo(Existing()));

    [Test]
    public void Advice_OfTheErrorsPage_CoversEveryConcreteException()
    {
        var advice = DocPages.Read("docs/errors.md").Split("## What to do")[1].Split("\n## ")[0];

        Assert.That(Family().Where(type => !type.IsAbstract).Select(NameOf).Where(name => !advice.Contains($"`{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Each exception with its base, as the lines of the page are indented.</summary>
    private static IEnumerable<string> Shown()
    {
        var ancestors = new List<string>();
        foreach (Match line in Line().Matches(DocPages.Read("docs/errors.md").Split("## The complete tree")[1].Split("```")[1]))
        {
            var depth = line.Groups["indent"].Length / 4;
            ancestors.RemoveRange(depth, ancestors.Count - depth);
            ancestors.Add(line.Groups["name"].Value);
            yield return depth == 0 ? ancestors[0] : $"{ancestors[depth]} : {ancestors[depth - 1]}";
        }
    }

    private static IEnumerable<string> Existing() =>
        Family().Select(type => type == typeof(PolarisClientException) ? NameOf(type) : $"{NameOf(type)} : {NameOf(type.BaseType!)}");

    private static IEnumerable<Type> Family() =>
        typeof(PolarisClientException).Assembly.GetExportedTypes().Where(typeof(PolarisClientException).IsAssignableFrom);

    private static string NameOf(Type type) => type.Name.Replace("`1", "<TRecord>", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<indent>[│├└─ ]*)(?<name>\w+Exception(<\w+>)?)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
