using Polaris.Client.Testing.Records;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>Request types 13 and 9.</summary>
internal sealed class BibSave(RecordStore records, BibSaveData data)
{
    // Looked up at every step: another conversation may have changed the record in between.
    private FakeBib? Stored =>
        records.Bibs.TryGetValue(data.BibRecordId, out FakeBib? bib) && !data.IsNewRecord ? bib : null;

    public FakeWorkflowOutcome Next(FakeWorkflow talk) =>
        Impossible() ?? AskAboutHiding(talk) ?? AskAboutDuplicates(talk) ?? AskAboutProtected(talk) ?? Save(talk);

    private FakeWorkflowOutcome? Impossible() => (Stored, data.IsNewRecord) switch
    {
        (null, false) => FakeWorkflowOutcome.Fail($"Bibliographic record {data.BibRecordId} was not found."),
        (null, true) when data.Marc is null => FakeWorkflowOutcome.Fail("A new record needs MARC data."),
        _ => null,
    };

    private FakeWorkflowOutcome? AskAboutHiding(FakeWorkflow talk) =>
        Stored is not { DisplayInPac: true } || data.DisplayInPac != false
            ? null
            : talk.AskOnce(WorkflowPromptId.DisplayInPac, () => FakeWorkflowOutcome.Ask(BibPrompts.DisplayInPac()));

    private FakeWorkflowOutcome? AskAboutDuplicates(FakeWorkflow talk)
    {
        List<(FakeBib Bib, string Reason)> duplicates = Duplicates();
        if (duplicates.Count == 0)
        {
            return null;
        }

        return talk.AskOnce(WorkflowPromptId.DuplicateBibRecords, () => FakeWorkflowOutcome.Ask(
            BibPrompts.Duplicates(data.BibRecordId, data.Marc!, Stored, duplicates),
            reply => Replacement.FaultOf(reply, duplicates.Select(duplicate => duplicate.Bib.Id))));
    }

    private FakeWorkflowOutcome? AskAboutProtected(FakeWorkflow talk)
    {
        List<FakeBib> protectedBibs = [.. Chosen(talk).Where(bib => bib.DoNotOverlay)];
        return protectedBibs.Count == 0
            ? null
            : talk.AskOnce(
                WorkflowPromptId.ReplacementErrors,
                () => FakeWorkflowOutcome.Ask(BibPrompts.ReplacementErrors(protectedBibs)));
    }

    private FakeWorkflowOutcome Save(FakeWorkflow talk) => FakeWorkflowOutcome.Complete(
        Stored is null ? "The bibliographic record has been added." : "The bibliographic record has been updated.",
        () => new(Store(talk)));

    private int Store(FakeWorkflow talk)
    {
        FakeBib before = Stored ?? new FakeBib { Id = IdOfNew(talk) };
        List<FakeBib> replaced = [.. Chosen(talk).Where(bib => !bib.DoNotOverlay)];
        replaced.ForEach(bib => records.Bibs.Remove(bib.Id));
        records.Bibs[before.Id] = before with
        {
            DisplayInPac = data.DisplayInPac ?? before.DisplayInPac,
            DoNotOverlay = data.DoNotOverlay ?? before.DoNotOverlay,
            RecordOwnerId = data.RecordOwnerId ?? before.RecordOwnerId,
            RecordStatusId = data.RecordStatusId ?? before.RecordStatusId,
            LinkedItems = before.LinkedItems + replaced.Sum(bib => bib.LinkedItems),
            Marc = data.Marc ?? before.Marc,
        };
        return before.Id;
    }

    private int IdOfNew(FakeWorkflow talk)
    {
        int kept = Replacement.Of(talk.ReplyTo(WorkflowPromptId.DuplicateBibRecords))?.RecordToMaintainId ?? 0;
        return Chosen(talk).Any(bib => bib.Id == kept && !bib.DoNotOverlay) ? kept : records.NewId();
    }

    private IEnumerable<FakeBib> Chosen(FakeWorkflow talk) =>
        (Replacement.Of(talk.ReplyTo(WorkflowPromptId.DuplicateBibRecords))?.RecordIds ?? [])
            .Distinct().Where(records.Bibs.ContainsKey).Select(id => records.Bibs[id]);

    private List<(FakeBib Bib, string Reason)> Duplicates() => data.Marc is not { } marc
        ? []
        : [.. records.Bibs.Values.Where(bib => bib.Id != Stored?.Id && bib.Marc is not null)
            .Select(bib => (bib, string.Join(";", BibMatch.Reasons(marc, bib.Marc!))))
            .Where(duplicate => duplicate.Item2.Length > 0).OrderBy(duplicate => duplicate.bib.Id)];
}
