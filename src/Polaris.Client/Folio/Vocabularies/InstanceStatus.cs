namespace Polaris.Client.Folio;

/// <summary>A cataloging status of an instance, such as temporary or cataloged.</summary>
[FolioResource("instance-statuses", "instanceStatuses", HasUniqueCode = true)]
public sealed class InstanceStatus : ReferenceRecord
{
    /// <summary>The unique code. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>Where the status comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
