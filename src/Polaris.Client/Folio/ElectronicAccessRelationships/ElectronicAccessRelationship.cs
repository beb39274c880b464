namespace Polaris.Client.Folio;

/// <summary>What a link leads to, seen from the record that has it: the resource itself, a version of it, a related resource, and so on.</summary>
public sealed class ElectronicAccessRelationship : ReferenceRecord
{
    internal static ReferenceDataKind<ElectronicAccessRelationship, IElectronicAccessRelationshipsApi> Kind { get; } = new(
        "electronic-access-relationships", "electronicAccessRelationships",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>Where the relationship itself comes from, for example <c>local</c>; null = not said.</summary>
    public string? Source { get; set; }
}
