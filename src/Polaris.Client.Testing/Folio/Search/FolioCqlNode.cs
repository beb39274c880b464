namespace Polaris.Client.Testing;

/// <summary>A part of a query that is true or false for a row.</summary>
internal abstract class FolioCqlNode
{
    /// <summary>An ID that is less than the ID of every match, or null if this part has no such condition.</summary>
    public virtual string? IdsAfter => null;

    public abstract bool Matches(FolioRow row);
}
