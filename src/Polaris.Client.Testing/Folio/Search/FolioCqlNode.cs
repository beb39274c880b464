namespace Polaris.Client.Testing;

/// <summary>A part of a query that is true or false for a row.</summary>
internal abstract class FolioCqlNode
{
    /// <summary>An ID that is less than the ID of every match, or null if this part has no such condition.</summary>
    public virtual string? IdsAfter => null;

    /// <summary>The only IDs that can match, or null if this part does not list them.</summary>
    public virtual IEnumerable<string>? Ids => null;

    public abstract bool Matches(FolioRow row);

    /// <summary>This part as CQL with all its parentheses, so that two queries can be compared.</summary>
    public abstract override string ToString();
}

/// <summary><c>cql.allRecords=1</c>.</summary>
internal sealed class FolioCqlAll : FolioCqlNode
{
    public override bool Matches(FolioRow row) => true;

    public override string ToString() => "cql.allRecords=1";
}

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
