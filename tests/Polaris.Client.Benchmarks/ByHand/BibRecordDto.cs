namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class BibRecordDto
{
    public int? BibRecordID { get; set; }

    public bool IsTemplate { get; set; }

    public bool IsNewRecord { get; set; }

    public bool? DisplayInPAC { get; set; }

    public bool? DoNotOverlay { get; set; }

    public int? RecordOwnerID { get; set; }

    public int? RecordStatusID { get; set; }
}
