namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class MetadataDto
{
    public DateTimeOffset? CreatedDate { get; set; }

    public Guid? CreatedByUserId { get; set; }

    public string? CreatedByUsername { get; set; }

    public DateTimeOffset? UpdatedDate { get; set; }

    public Guid? UpdatedByUserId { get; set; }

    public string? UpdatedByUsername { get; set; }
}
