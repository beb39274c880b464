namespace Polaris.Client.Folio;

/// <summary>How far the cataloguing of an instance has come: temporary, catalogued, and so on.</summary>
public sealed class InstanceStatus : ReferenceRecord
{
    internal static ReferenceDataKind<InstanceStatus, IInstanceStatusesApi> Kind { get; } = new(
        "instance-statuses", "instanceStatuses",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>The unique code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the status itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
