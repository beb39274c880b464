namespace Polaris.Client.Testing;

/// <summary>A part of a query that is true or false of a row.</summary>
internal abstract class FolioCqlNode
{
    /// <summary>An id that every match comes after, or null when the part says nothing of ids.</summary>
    public virtual string? IdsAfter => null;

    public abstract bool Matches(FolioRow row);
}
