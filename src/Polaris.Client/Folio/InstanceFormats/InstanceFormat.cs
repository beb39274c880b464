namespace Polaris.Client.Folio;

/// <summary>What carries an instance: volume, audio disc, online resource, and so on (the RDA carrier types).</summary>
public sealed class InstanceFormat : ReferenceRecord
{
    internal static ReferenceDataKind<InstanceFormat, IInstanceFormatsApi> Kind { get; } = new(
        "instance-formats", "instanceFormats",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>The unique code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the format itself comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
