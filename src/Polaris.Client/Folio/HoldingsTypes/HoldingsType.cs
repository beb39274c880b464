namespace Polaris.Client.Folio;

/// <summary>What a holdings record describes: a monograph, a serial, something electronic, and so on.</summary>
public sealed class HoldingsType : ReferenceRecord
{
    internal static ReferenceDataKind<HoldingsType, IHoldingsTypesApi> Kind { get; } = new(
        "holdings-types", "holdingsTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the type itself comes from, for example <c>folio</c> or <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
