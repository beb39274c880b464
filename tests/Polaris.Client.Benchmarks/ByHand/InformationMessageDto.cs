namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class InformationMessageDto
{
    public int Type { get; set; }

    public string? Title { get; set; }

    public string? Message { get; set; }
}
