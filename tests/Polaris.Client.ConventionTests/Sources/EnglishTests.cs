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
        (British(), "catalog, canceled, behavior, color, organization, honor, timeout"),
        (MakesTheException(), "Initializes a new instance of the exception"),
        (Says(), "reports, shows, describes; a message: \"Message from the server:\""),
        (NullIs(), "`null` to use the default, `null` for none"),
        (Negated(), "does not name, does not hold, does not have"),
        (BecomesOf(), "the outcome of, what happens to"),
        (Answer(), "no response, the response was lost, responded with"),
        (OnTheWire(), "as received, as sent, in JSON"),
        (Number(), "the ID, the type, the code"),
        (Dialect(), "the plain, conventional term of .NET"),
    ];

    [Test]
    public void Sentences_OfTheCheckout_ArePlainEnglish() => Convention.Holds(
        Repository.Sources.Where(file => file.Name != nameof(EnglishTests)).SelectMany(Hits),
        "Write the sentence as Microsoft Learn would.");

    [Test]
    public void Sentences_OfPages_ArePlainEnglish() => Convention.Holds(
        new[] { "docs", "samples", ".github" }.SelectMany(Repository.Files).Where(path => path.EndsWith(".md", StringComparison.Ordinal))
            .Concat(["README.md", "CHANGELOG.md"])
            .SelectMany(path => Hits(path, WithoutCode(Repository.Read(path)))),
        "Write the sentence as Microsoft Learn would.");

    [TestCase("/// <summary>Tells who holds a lock.</summary>")]
    [TestCase("var text = \"This is no bookmark.\";")]
    [TestCase("// Somebody else holds it.")]
    [TestCase("/// <summary>The workflow was cancelled.</summary>")]
    [TestCase("/// <summary>The body as it came.</summary>")]
    [TestCase("/// <param name=\"time\">The clock; null = the system's.</param>")]
    [TestCase("throw new InvalidOperationException(\"The request got no answer.\");")]
    [TestCase("/// <summary>What the server said.</summary>")]
    [TestCase("/// <summary>The number of the prompt.</summary>")]
    public void Hits_OfABannedPhrase_AreFound(string line) => Assert.That(Hits(new SourceFile("a.cs", line)), Is.Not.Empty);

    [TestCase("// There is no token, and the name is no longer needed.")]
    [TestCase("if (outcome == WorkflowOutcome.Canceled) { Tell(); }")]
    [TestCase("[\"cancelled\"] = 1;")]
    [TestCase("/// <summary>The number of prompts; `null` for no limit.</summary>")]
    [TestCase("string? name = null; // The name, if there is one.")]
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

    [GeneratedRegex(@"\b(cancelled|cancelling|catalogue[sdr]?|behaviour|colour|organisation|(recogn|initial|normal|serial)is(e[ds]?|ing)|honour\w*|favour\w*|licence|spelt|time-outs?|artefacts?|centre|fulfil|judgement|learnt|whilst|amongst|towards|labelled|modell(ed|ing)|travelled|analyse[ds]?|cataloguers?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex British();

    [GeneratedRegex(@"\bMakes the exception\b")]
    private static partial Regex MakesTheException();

    [GeneratedRegex(@"\b(say|says|said|saying)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Says();

    [GeneratedRegex(@"(?<![\w.]\s?)\b(null|0|zero) = (?!>)[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex NullIs();

    [GeneratedRegex(@"\b(names|holds|knows|gives|lets|sees|carries) no (?!longer|more)[a-z]")]
    private static partial Regex Negated();

    [GeneratedRegex(@"\bwhat (becomes|became|shall become) of\b", RegexOptions.IgnoreCase)]
    private static partial Regex BecomesOf();

    [GeneratedRegex(@"\b(no|whose) answer\b(?! that)|\banswered with (HTTP|status|success)\b|\b(answer|answers) (came|was lost)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\bas it stands? (on|in)\b|\bstood on the wire\b", RegexOptions.IgnoreCase)]
    private static partial Regex OnTheWire();

    [GeneratedRegex(@"\b(the|its) number of (the|a|its) (prompt|workflow|data|format|status)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(widowed|friendly way in|by heart|talks? to|needs to know of|the verb|put in by|leads nowhere|answers (one|a) (type of )?prompt)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dialect();
}
