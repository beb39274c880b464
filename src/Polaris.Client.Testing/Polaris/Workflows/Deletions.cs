namespace Polaris.Client.Testing;

/// <summary>Request type 10: deletes item records, with the prompts 73, 75 and 82 in this order. A hold blocks a deletion.</summary>
internal sealed class ItemDeletion(PolarisRecords records, FakeWorkflow workflow)
{
    private readonly bool _isAutomatic = workflow.Data.Flag("IsAutoDelete") ?? false;

    private List<FakeItem> Items => [.. workflow.Data.Ints("ItemRecordIDs").Distinct().Select(records.Items.Find).OfType<FakeItem>()];

    private List<FakeItem> Deletable => [.. Items.Where(item => item.ItemStatusId != FakeItem.Out && !records.IsWanted(item))];

    public FakeWorkflowOutcome Next() => Impossible() ?? Confirm() ?? AskAboutLinks() ?? AskAboutLastCopies() ?? Delete();

    public static void Check(BodyCheck data) =>
        data.Required("ItemRecordIDs").Bools("IsAutoDelete").IntArrays("ItemRecordIDs").NothingElse();

    private FakeWorkflowOutcome? Impossible() => Items.Count == 0 ? FakeWorkflowOutcome.Fail("The item records were not found.") : null;

    private FakeWorkflowOutcome? Confirm() => _isAutomatic ? null : workflow.AskOnce(FakePrompts.ConfirmItemDelete());

    private FakeWorkflowOutcome? AskAboutLinks() =>
        Deletable.Exists(item => item.HasLinks) ? workflow.AskOnce(FakePrompts.LinksWillBeBroken()) : null;

    private FakeWorkflowOutcome? AskAboutLastCopies() =>
        Widowed() is { Length: > 0 } widowed ? workflow.AskOnce(FakePrompts.LastCopy(widowed), FaultOfLastCopyReply) : null;

    private static string? FaultOfLastCopyReply(FakeWorkflowReply reply) =>
        reply.Result is OfferedResults.Delete or OfferedResults.Suppress or OfferedResults.Retain or OfferedResults.Cancel
            ? null
            : $"Result {reply.Result} was not offered by prompt 82.";

    private int[] Widowed()
    {
        HashSet<int> deleted = [.. Deletable.Select(item => item.Id)];
        return [.. Deletable.Select(item => item.BibRecordId).Distinct()
            .Where(bib => records.Bibs.Find(bib) is { LinkedItems: 0 } && records.ItemsOf(bib).All(item => deleted.Contains(item.Id)))];
    }

    private FakeWorkflowOutcome Delete()
    {
        List<FakeItem> deletable = Deletable;
        List<int> blocked = [.. Items.Select(item => item.Id).Except(deletable.Select(item => item.Id))];
        WorkflowExecution Execute()
        {
            DecideLastCopies();
            deletable.ForEach(item => records.Items.Remove(item.Id));
            return new(deletable.FirstOrDefault()?.Id ?? 0, 6, FakeAnswers.DeletionData(deletable.Select(item => item.Id), blocked), deletable.Count > 0);
        }

        return FakeWorkflowOutcome.CompletePartly(
            blocked.Count == 0 ? null : $"{blocked.Count} item record(s) were not deleted", Execute);
    }

    private void DecideLastCopies()
    {
        foreach (int bib in Widowed())
        {
            if (workflow.ResultOf(82) == OfferedResults.Delete)
            {
                records.Bibs.Remove(bib);
            }
            else if (workflow.ResultOf(82) == OfferedResults.Suppress)
            {
                records.Bibs.Put(new FakeBib(Json.Copy(records.Bibs.Find(bib)!.Json)) { DisplayInPac = false });
            }
        }
    }
}

/// <summary>Request type 11: deletes bibliographic records, with prompt 79. Items and holds block a deletion.</summary>
internal sealed class BibDeletion(PolarisRecords records, FakeWorkflow workflow)
{
    private List<FakeBib> Bibs => [.. workflow.Data.Ints("BibRecordIDs").Distinct().Select(records.Bibs.Find).OfType<FakeBib>()];

    public FakeWorkflowOutcome Next() => Impossible() ?? workflow.AskOnce(FakePrompts.ConfirmBibDelete()) ?? Delete();

    public static void Check(BodyCheck data) => data.Required("BibRecordIDs").IntArrays("BibRecordIDs").NothingElse();

    private FakeWorkflowOutcome? Impossible() =>
        Bibs.Count == 0 ? FakeWorkflowOutcome.Fail("The bibliographic records were not found.") : null;

    private FakeWorkflowOutcome Delete()
    {
        List<FakeBib> blocked = [.. Bibs.Where(bib => bib.LinkedItems > 0 || records.ItemsOf(bib.Id).Any()
            || records.Holds.FindBy("bib", PolarisRecords.Key(bib.Id)).Any(hold => hold.IsOpen || hold.IsTrapped))];
        List<int> deleted = [.. Bibs.Select(bib => bib.Id).Except(blocked.Select(bib => bib.Id))];
        WorkflowExecution Execute()
        {
            deleted.ForEach(bib => records.Bibs.Remove(bib));
            return new(deleted.FirstOrDefault(), 6, FakeAnswers.DeletionData(deleted, blocked.Select(bib => bib.Id)), deleted.Count > 0);
        }

        return FakeWorkflowOutcome.CompletePartly(
            blocked.Count == 0 ? null : $"{blocked.Count} bibliographic record(s) were not deleted", Execute);
    }
}
