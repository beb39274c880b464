namespace SiteCheck;

/// <summary>The arguments of the command line.</summary>
internal sealed record CheckArguments
{
    /// <summary>The records to read; null for none.</summary>
    public int? BibId { get; init; }

    public int? ItemId { get; init; }

    public int? PatronId { get; init; }

    /// <summary>Another tenant of FOLIO, to find out whether one login serves both.</summary>
    public string? OtherTenant { get; init; }

    /// <summary>Whether the record of <see cref="BibId"/> may be locked, and an update started and canceled.</summary>
    public bool Write { get; init; }

    /// <summary>The files to write: <c>.json</c>, <c>.html</c> or <c>.txt</c>.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>The folder for the redacted exchanges; null for none.</summary>
    public string? Record { get; init; }

    /// <summary>Returns the problem with these arguments; null if there is none.</summary>
    /// <param name="canAsk">Whether a person can be asked.</param>
    public string? Problem(bool canAsk) => this switch
    {
        { BibId: < 1 } or { ItemId: < 1 } or { PatronId: < 1 } => "An ID must be 1 or more.",
        { Write: true, BibId: null } => "--write needs --bib-id N: the record to lock, which no one is working on.",
        { Write: true } when !canAsk => "--write asks before it writes, which is not possible here: run it in a terminal.",
        _ => Reports.Select(ProblemOf).FirstOrDefault(problem => problem is not null),
    };

    private static string? ProblemOf(string report) =>
        Path.GetExtension(report).ToLowerInvariant() is not (".json" or ".html" or ".txt")
            ? $"The extension of {report} must be .json, .html or .txt."
        : Directory.Exists(report) ? $"{report} is a directory. Name a file."
        : null;
}
