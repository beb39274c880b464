namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class HoldingsSourcePageDto
{
    public List<HoldingsSourceDto>? HoldingsRecordsSources { get; set; }

    public int? TotalRecords { get; set; }
}
