namespace Polaris.Client.Testing;

/// <summary>A condition on the ID, which the database compares as a UUID and not as a string.</summary>
internal sealed class FolioCqlIdCondition : FolioCqlNode
{
    private readonly string _relation;
    private readonly string _term;
    private readonly bool _isPrefix;
    private readonly bool _isUuid;

    public FolioCqlIdCondition(string relation, IReadOnlyList<FolioCqlModifier> modifiers, FolioCqlTerm term)
    {
        if (modifiers.Count > 0)
        {
            throw new FolioCqlException("CQL: Unsupported modifier " + modifiers[0].Name);
        }

        _relation = relation == "=" ? "==" : relation;
        _isPrefix = !term.IsEmpty && term.IsSpecial(term.Text.Length - 1, '*');
        _term = FolioText.Lower(_isPrefix ? term.Text.TrimEnd('*') : term.Text);
        _isUuid = Guid.TryParseExact(_term, "D", out _);
        if (_relation is not ("==" or "<>" or "<" or "<=" or ">" or ">="))
        {
            throw new FolioCqlException($"CQL: Unsupported operator '{relation}' for UUID field id");
        }

        if (!_isUuid && _relation is not ("==" or "<>"))
        {
            throw new FolioCqlException($"CQL: Invalid UUID after '{relation}': {term.Text}");
        }
    }

    public override string? IdsAfter => _relation is ">" ? _term : null;

    public override IEnumerable<string>? Ids => _relation is "==" && _isUuid && !_isPrefix ? [_term] : null;

    public override bool Matches(FolioRow row)
    {
        int order = string.CompareOrdinal(row.Id, _term);
        return _relation switch
        {
            "==" => IsEqual(row),
            "<>" => !IsEqual(row),
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        };
    }

    public override string ToString() => $"id {_relation} \"{_term}{(_isPrefix ? "*" : "")}\"";

    private bool IsEqual(FolioRow row) =>
        _isPrefix ? row.Id.StartsWith(_term, StringComparison.Ordinal) : _isUuid && row.Id == _term;
}
