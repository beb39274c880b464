namespace Polaris.Client.Tests.Http;

/// <summary>A body to send and to read.</summary>
public sealed class ProbeRecord
{
    public int Id { get; set; }

    public string? Title { get; set; }
}
