namespace Polaris.Client.Folio;

/// <summary>How to walk over all records that a query matches.</summary>
public sealed class EnumerateOptions
{
    /// <summary>The default of <see cref="PageSize"/>: 1,000.</summary>
    public const int DefaultPageSize = 1000;

    /// <summary>How many records are asked for at once; at most two pages are in memory.</summary>
    /// <value>1,000 by default; 1 to 10,000.</value>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>Goes on after this record, for instance after <see cref="WalkInterruptedException.LastId"/>.</summary>
    /// <value>Null by default: from the beginning. Not for queries with a sort of their own.</value>
    public Guid? After { get; set; }

    /// <summary>How many records to leave out at the beginning; for queries with a sort of their own, which are walked by number.</summary>
    /// <value>0 by default.</value>
    public int Skip { get; set; }

    /// <summary>Told after each page, when all its records have been handed out.</summary>
    /// <value>Null by default: nobody is told.</value>
    public IProgress<WalkProgress>? Progress { get; set; }
}
