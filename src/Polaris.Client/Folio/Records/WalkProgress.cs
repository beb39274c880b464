namespace Polaris.Client.Folio;

/// <summary>How far a walk has come.</summary>
/// <param name="Records">How many records have been handed out.</param>
/// <param name="Pages">How many pages that were.</param>
/// <param name="LastId">The id of the last one: a walk can go on after it.</param>
public readonly record struct WalkProgress(long Records, int Pages, Guid LastId);
