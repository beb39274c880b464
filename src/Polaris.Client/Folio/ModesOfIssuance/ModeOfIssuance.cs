namespace Polaris.Client.Folio;

/// <summary>How a title comes out: as a single unit, as a serial, as a resource that is kept up to date, and so on.</summary>
public sealed class ModeOfIssuance : ReferenceRecord
{
    internal static ReferenceDataKind<ModeOfIssuance, IModesOfIssuanceApi> Kind { get; } = new(
        "modes-of-issuance", "issuanceModes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the mode itself comes from, for example <c>local</c>; null = not said.</summary>
    public string? Source { get; set; }
}
