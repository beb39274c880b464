namespace Polaris.Client.Folio;

/// <summary>A type of instance, such as text, notated music or cartographic image (the RDA content types).</summary>
[FolioResource("instance-types", "instanceTypes", HasUniqueCode = true)]
public sealed class InstanceType : ReferenceRecord
{
    /// <summary>The unique code, for example <c>txt</c>. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the type comes from, for example <c>rdacontent</c> or <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
