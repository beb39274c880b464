using System.Text.RegularExpressions;

namespace Polaris.Client.ConventionTests.Sources;

/// <summary>docs/troubleshooting.md quotes messages as the library words them.</summary>
public sealed partial class TroubleshootingTests
{
    [Test]
    public void Symptoms_OfTheTroubleshootingPage_AreMessagesOfTheLibrary()
    {
        List<string> sources = [.. Repository.SourcesIn("src").Select(file => Unescaped().Replace(file.Text, "$1"))];

        Convention.Holds(
            Quotes().Where(quote => !sources.Exists(source => source.Contains(quote, StringComparison.Ordinal))),
            "Quote the message as src has it, within one string literal.");
    }

    [Test]
    public void Symptoms_OfTheTroubleshootingPage_AreMany() => Assert.That(Quotes().Count(), Is.GreaterThan(25));

    /// <summary>What the first cells quote between backticks, if it is a sentence and not a name.</summary>
    private static IEnumerable<string> Quotes() => Repository.Read("docs/troubleshooting.md").Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .SelectMany(line => Quote().Matches(line.Split(" | ")[0]))
        .Select(match => match.Groups[1].Value)
        .Where(quote => quote.Contains(' ', StringComparison.Ordinal));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quote();

    [GeneratedRegex("""\\(["\\])""")]
    private static partial Regex Unescaped();
}
