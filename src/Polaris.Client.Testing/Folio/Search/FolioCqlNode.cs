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
