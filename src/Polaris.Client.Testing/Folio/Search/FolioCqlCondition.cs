using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A field, a relation and a term.</summary>
internal sealed class FolioCqlCondition : FolioCqlNode
{
    private readonly string _field;
    private readonly string _relation;
    private readonly FolioCqlTerm _term;
    private readonly FolioCqlTerm _folded;
    private readonly List<FolioCqlModifier> _arrayModifiers;
    private readonly Func<string, string> _fold;
    private readonly decimal? _number;
    private readonly List<FolioCqlWord> _words;

    public FolioCqlCondition(string field, string relation, IReadOnlyList<FolioCqlModifier> modifiers, FolioCqlTerm term)
    {
        _field = field;
        _relation = relation == "=" ? "adj" : relation;
        _term = term;
        _arrayModifiers = modifiers.Where(modifier => modifier.IsArray).ToList();
        bool keepCase = modifiers.Any(modifier => modifier.Is("respectCase"));
        bool keepAccents = modifiers.Any(modifier => modifier.Is("respectAccents"));
        _fold = text => FolioText.Fold(text, keepCase, keepAccents);
        _folded = term.Folded(_fold);
        _number = modifiers.Any(modifier => modifier.Is("number")) ? Number(term.Text) : null;
        _words = SearchesWords && !term.IsStar ? term.Words(_fold) : [];
    }

    private bool SearchesWords => _relation is "adj" or "all" or "any";

    public override bool Matches(FolioRow row)
    {
        return _arrayModifiers.Count == 0
            ? row.Text(_field) is { } text && Matches(text)
            : row.Node(_field) is JsonArray array && array.OfType<JsonObject>().Any(MatchesElement);
    }

    public override string ToString() => $"{_field} {_relation} \"{_term}\"";

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary><c>/@a=x</c> narrows the elements, <c>/@b</c> names the properties to search.</summary>
    private bool MatchesElement(JsonObject element)
    {
        bool narrowed = _arrayModifiers.Where(modifier => modifier.Value is not null).All(modifier =>
            Property(element, modifier) is { } text && modifier.Value!.Folded(_fold).MatchesWhole(_fold(text)));
        List<FolioCqlModifier> searched = _arrayModifiers.Where(modifier => modifier.Value is null).ToList();
        return narrowed && (searched.Count == 0
            ? element.Any(property => FolioFieldReader.Text(property.Value) is { } text && Matches(text))
            : searched.Any(modifier => Property(element, modifier) is { } text && Matches(text)));
    }

    private static string? Property(JsonObject element, FolioCqlModifier modifier) =>
        FolioFieldReader.Text(element[modifier.Name.Substring(1)]);

    private bool Matches(string text) => _relation switch
    {
        "==" when _number is { } number => Number(text) == number,
        "<>" when _number is { } number => Number(text) != number,
        "==" => _folded.MatchesWhole(_fold(text)),
        "<>" => !_folded.MatchesWhole(_fold(text)),
        "<" => Compare(text) < 0,
        "<=" => Compare(text) <= 0,
        ">" => Compare(text) > 0,
        ">=" => Compare(text) >= 0,
        _ => _term.IsEmpty || _term.IsStar || MatchesWords(FolioText.Words(_fold(text))),
    };

    // Unlike sortBy, comparison uses the unfolded text: that is why a walk by name loses rows.
    private int Compare(string text) => _number is { } number && Number(text) is { } other
        ? other.CompareTo(number)
        : string.CompareOrdinal(text, _term.Text);

    private bool MatchesWords(List<string> words) => _relation switch
    {
        "any" => _words.Any(wanted => words.Any(wanted.Matches)),
        "all" => _words.Count > 0 && _words.All(wanted => words.Any(wanted.Matches)),
        _ => _words.Count > 0 && Enumerable.Range(0, Math.Max(0, words.Count - _words.Count + 1))
            .Any(start => _words.Select((wanted, i) => wanted.Matches(words[start + i])).All(matches => matches)),
    };
}
