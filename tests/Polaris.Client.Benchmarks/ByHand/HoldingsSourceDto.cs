namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class HoldingsSourceDto
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public string? Source { get; set; }

    public MetadataDto? Metadata { get; set; }
}
