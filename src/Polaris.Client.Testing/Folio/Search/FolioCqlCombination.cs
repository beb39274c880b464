namespace Polaris.Client.Testing;

/// <summary>Two parts with <c>and</c>, <c>or</c> or <c>not</c> between them.</summary>
internal sealed class FolioCqlCombination(string word, FolioCqlNode left, FolioCqlNode right) : FolioCqlNode
{
    public override string? IdsAfter => word switch
    {
        "and" => Later(left.IdsAfter, right.IdsAfter),
        "not" => left.IdsAfter,
        _ => null,
    };

    public override IEnumerable<string>? Ids => word switch
    {
        "or" => left.Ids is { } some && right.Ids is { } others ? some.Concat(others) : null,
        "and" => left.Ids ?? right.Ids,
        _ => left.Ids,
    };

    public override bool Matches(FolioRow row) => word switch
    {
        "and" => left.Matches(row) && right.Matches(row),
        "or" => left.Matches(row) || right.Matches(row),
        _ => left.Matches(row) && !right.Matches(row),
    };

    public override string ToString() => $"({left} {word} {right})";

    private static string? Later(string? a, string? b) => string.CompareOrdinal(a, b) >= 0 ? a : b;
}
