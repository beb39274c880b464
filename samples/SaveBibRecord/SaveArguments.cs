namespace SaveBibRecord;

/// <summary>What the person asked for on the command line.</summary>
/// <param name="Record">A file with MARC-in-JSON; null = the bundled one of the scenario.</param>
/// <param name="BibId">The record to update on a real server; null = add a new one.</param>
/// <param name="Hide">Whether to hide the record from the public catalogue.</param>
/// <param name="Answer">How every prompt is answered; null = the person is asked.</param>
/// <param name="Scenario">The story that the embedded server plays.</param>
/// <param name="Wait">How long to wait while somebody else has the record open.</param>
internal sealed record SaveArguments(
    FileInfo? Record, int? BibId, bool Hide, string? Answer, string Scenario, TimeSpan Wait);
