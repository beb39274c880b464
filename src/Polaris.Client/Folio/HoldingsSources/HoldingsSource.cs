namespace Polaris.Client.Folio;

/// <summary>Where holdings records come from: kept in FOLIO itself, taken from MARC, and so on.</summary>
/// <remarks>Every tenant has its own, so find one by name rather than by a fixed id. A source with <see cref="HoldingsSourceOrigin.Folio"/>
/// cannot be deleted; the server does let it be changed.</remarks>
public sealed class HoldingsSource : ReferenceRecord
{
    internal static ReferenceDataKind<HoldingsSource, IHoldingsSourcesApi> Kind { get; } = new(
        "holdings-sources", "holdingsRecordsSources",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Who maintains this holdings source: <c>folio</c>, <c>local</c> or <c>consortium</c>; null = not said.</summary>
    public HoldingsSourceOrigin? Source { get; set; }
}
