namespace Polaris.Client.Folio;

/// <summary>What an instance is: text, notated music, cartographic image, and so on (the RDA content types).</summary>
public sealed class InstanceType : ReferenceRecord
{
    internal static ReferenceDataKind<InstanceType, IInstanceTypesApi> Kind { get; } = new(
        "instance-types", "instanceTypes",
        api => new(api.ListAsync, api.GetAsync, api.CreateAsync, api.UpdateAsync, api.DeleteAsync));

    /// <summary>The unique code, for example <c>txt</c>. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the type itself comes from, for example <c>rdacontent</c> or <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
