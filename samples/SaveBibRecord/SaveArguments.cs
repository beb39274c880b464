namespace SaveBibRecord;

/// <summary>The arguments of the command line.</summary>
/// <param name="Record">The path of a file with MARC-in-JSON; null for the bundled record of the scenario, or to change only the header.</param>
/// <param name="BibId">The record to update on a configured server.</param>
/// <param name="Add">Whether to add a new record on a configured server.</param>
/// <param name="DisplayInPac">Whether the public catalog shows the record; null to leave it unchanged.</param>
/// <param name="OwnerId">The organization that owns the record; null to leave it unchanged.</param>
/// <param name="Answer">The reply to every prompt; null to ask the user.</param>
/// <param name="Scenario">The scenario of the embedded server; null for the default.</param>
/// <param name="Wait">How long to wait while another user has the record open.</param>
/// <param name="Yes">Whether to save on a configured server without asking first.</param>
/// <param name="Json">Where to write the outcome as JSON; null to write text only.</param>
internal sealed record SaveArguments(
    string? Record, int? BibId, bool Add, bool? DisplayInPac, int? OwnerId, string? Answer, string? Scenario, TimeSpan Wait, bool Yes,
    TextWriter? Json = null)
{
    /// <summary>Returns the problem with these arguments; null if there is none.</summary>
    /// <param name="isLive">Whether a server is configured; otherwise the embedded one plays a scenario.</param>
    public string? Problem(bool isLive) =>
        Wait < TimeSpan.Zero || Wait > TimeSpan.FromDays(1) ? "--wait takes 0 seconds to a day." : ProblemOfRecord() ?? (isLive ? ProblemOnLiveServer() : ProblemInScenario());

    private string? ProblemOfRecord() =>
        Record is null ? null
        : Record.StartsWith('-') ? $"{Record} is not an option of this program. See --help."
        : Directory.Exists(Record) ? $"{Record} is a directory. Name one file with a record."
        : File.Exists(Record) ? null
        : $"{Record} does not exist. Name a file with a record as MARC-in-JSON.";

    private string? ProblemInScenario() =>
        BibId is not null || Add || DisplayInPac is not null || OwnerId is not null
            ? "--bib-id, --add, --hide, --show and --owner need a configured server (Polaris__BaseAddress); without one, --scenario decides what is saved."
            : null;

    private string? ProblemOnLiveServer() => this switch
    {
        { Scenario: not null } =>
            "A server is configured, but --scenario belongs to the embedded one. Remove the option, or unset Polaris__BaseAddress.",
        { Add: true, BibId: not null } => "--add adds a new record and --bib-id updates one. Use one of them.",
        { Add: false, BibId: null } => "A server is configured. Use --bib-id N to update a record there, or --add to add a new one.",
        { Add: true, Record: null } => "--add needs a file with the record; the bundled one is never sent to a configured server.",
        { Record: null, DisplayInPac: null, OwnerId: null } =>
            $"Record {BibId}: nothing to change. Name a file with the record, or use --hide, --show or --owner.",
        { BibId: < 1 } or { OwnerId: < 1 } => "An ID must be 1 or more.",
        _ => null,
    };
}
