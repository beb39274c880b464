namespace Polaris.Client.Folio;

/// <summary>A carrier of an instance, such as volume, audio disc or online resource (the RDA carrier types).</summary>
[FolioResource("instance-formats", "instanceFormats", HasUniqueCode = true)]
public sealed class InstanceFormat : ReferenceRecord
{
    /// <summary>The unique code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the format comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
