namespace Polaris.Client.Folio;

/// <summary>How one instance belongs to another: bound with it, a part of its series, and so on.</summary>
public sealed class InstanceRelationshipType : ReferenceRecord
{
    internal static ReferenceDataKind<InstanceRelationshipType, IInstanceRelationshipTypesApi> Kind { get; } = new(
        "instance-relationship-types", "instanceRelationshipTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));
}
