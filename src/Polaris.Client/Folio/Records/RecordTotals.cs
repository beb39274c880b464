namespace Polaris.Client.Folio;

/// <summary>How the server finds out <see cref="RecordPage{TRecord}.TotalRecords"/>.</summary>
public enum RecordTotals
{
    /// <summary>The server decides; from 1,000 on it may be an estimate. Its default.</summary>
    Auto,

    /// <summary>Counted. Servers of the day treat it as <see cref="Auto"/>; <c>CountAsync</c> is exact.</summary>
    Exact,

    /// <summary>Estimated.</summary>
    Estimated,

    /// <summary>Not at all, which is the fastest.</summary>
    None,
}
