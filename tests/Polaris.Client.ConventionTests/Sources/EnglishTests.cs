using System.Text.RegularExpressions;

namespace Polaris.Client.ConventionTests.Sources;

/// <summary>Phrases that read translated or are British, each with the plain American one.</summary>
public sealed partial class EnglishTests
{
    private static readonly (Regex Phrase, string Better)[] Banned =
    [
        (Tell(), "returns, reports, describes, shows"),
        (Nobody(), "another user, no user, no handler"),
        (AsItCame(), "as received"),
        (AllTheSame(), "anyway"),
        (GoesOn(), "continues"),
        (HasNoNameFor(), "does not know"),
        (IsNo(), "is not a"),
        (British(), "catalog, canceled, behavior, color, organization"),
        (MakesTheException(), "Initializes a new instance of the exception"),
    ];

    [Test]
    public void Sentences_OfSourcesAndSamples_ArePlainEnglish() => Convention.Holds(
        Repository.Sources.Where(file => file.IsIn("src") || file.IsIn("samples")).SelectMany(Hits),
        "Write the sentence as Microsoft Learn would.");

    [Test]
    public void Sentences_OfPages_ArePlainEnglish() => Convention.Holds(
        new[] { "docs", "samples" }.SelectMany(Repository.Files).Where(path => path.EndsWith(".md", StringComparison.Ordinal)).Append("README.md")
            .SelectMany(path => Hits(path, WithoutCode(Repository.Read(path)))),
        "Write the sentence as Microsoft Learn would.");

    [TestCase("/// <summary>Tells who holds a lock.</summary>")]
    [TestCase("var text = \"This is no bookmark.\";")]
    [TestCase("// Somebody else holds it.")]
    [TestCase("/// <summary>The workflow was cancelled.</summary>")]
    [TestCase("/// <summary>The body as it came.</summary>")]
    public void Hits_OfABannedPhrase_AreFound(string line) => Assert.That(Hits(new SourceFile("a.cs", line)), Is.Not.Empty);

    [TestCase("// There is no token, and the name is no longer needed.")]
    [TestCase("if (outcome == WorkflowOutcome.Cancelled) { Tell(); }")]
    [TestCase("[\"cancelled\"] = 1;")]
    public void Hits_OfPlainEnglishAndCode_AreNone(string line) => Assert.That(Hits(new SourceFile("a.cs", line)), Is.Empty);

    private static IEnumerable<string> Hits(SourceFile file) =>
        Hits(file.Path, file.Text.Split('\n').Select(line => Sentence().Match(line).Value));

    private static IEnumerable<string> Hits(string path, IEnumerable<string> lines) =>
        from line in lines.Select((text, index) => (Text: text, Number: index + 1))
        from banned in Banned
        let hit = banned.Phrase.Match(line.Text)
        where hit.Success
        select $"{path}:{line.Number} \"{hit.Value}\": write {banned.Better}";

    /// <summary>The lines of a page, those of code blocks empty, and without the code between backticks.</summary>
    private static IEnumerable<string> WithoutCode(string page)
    {
        var isCode = false;
        foreach (var line in page.Split('\n'))
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            isCode ^= isFence;
            yield return isCode || isFence ? "" : InlineCode().Replace(line, "");
        }
    }

    /// <summary>A comment, or from the first string with a blank in it to the end of the line; a single word in quotation marks is a name.</summary>
    [GeneratedRegex("""//.*|"[^"]* [^"]*".*""")]
    private static partial Regex Sentence();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\b(tells?|told)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Tell();

    [GeneratedRegex(@"\b(nobody|somebody)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    [GeneratedRegex(@"\bas (it|they) came\b")]
    private static partial Regex AsItCame();

    [GeneratedRegex(@"\ball the same\b")]
    private static partial Regex AllTheSame();

    [GeneratedRegex(@"\bgo(es)? on\b(?! (the|a)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"\bhas no name for\b")]
    private static partial Regex HasNoNameFor();

    [GeneratedRegex(@"(?<!\b[Tt]here )\bis no (?!longer|more|way|one\b)[a-z]")]
    private static partial Regex IsNo();

    [GeneratedRegex(@"\b(cancelled|cancelling|catalogue[sdr]?|behaviour|colour|organisation|recognised)\b", RegexOptions.IgnoreCase)]
    private static partial Regex British();

    [GeneratedRegex(@"\bMakes the exception\b")]
    private static partial Regex MakesTheException();
}
