using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Request types 13 and 9: saves a bibliographic record, with the prompts 66, 87 and 148 in this order.</summary>
internal sealed class BibSave(PolarisRecords records, FakeWorkflow workflow)
{
    private readonly int _id = workflow.Data.Int("BibRecordID") ?? 0;
    private readonly bool _isNew = workflow.Data.Flag("IsNewRecord") ?? false;
    private readonly JsonObject? _marc = workflow.Data.Object("MARC21Collection").Objects("records").FirstOrDefault();

    private FakeBib? Stored => _isNew ? null : records.Bibs.Find(_id);

    private Replacement Replacement => Replacement.Of(workflow.ReplyTo(87));

    private IEnumerable<FakeBib> Chosen => Replacement.RecordIds.Distinct().Select(records.Bibs.Find).OfType<FakeBib>();

    public FakeWorkflowOutcome Next() => Impossible() ?? AskAboutHiding() ?? AskAboutDuplicates() ?? AskAboutProtected() ?? Save();

    public static void Check(BodyCheck data) => data
        .Required("IsTemplate", "IsNewRecord")
        .Ints("BibRecordID", "RecordOwnerID", "RecordStatusID")
        .Bools("IsTemplate", "IsNewRecord", "DisplayInPAC", "DoNotOverlay")
        .Object("MARC21Collection", CheckMarc)
        .NothingElse();

    public static void CheckHeader(BodyCheck data) => data
        .Required("BibRecordID")
        .Ints("BibRecordID", "RecordOwnerID")
        .Bools("IsNew", "DisplayInPAC", "DoNotOverlay")
        .NothingElse();

    public static void CheckMarc(BodyCheck collection) => collection
        .Required("records")
        .Objects("records", CheckRecord)
        .NothingElse();

    public static void CheckRecord(BodyCheck record) => record
        .Required("leader")
        .Ints("id")
        .Texts("leader")
        .Objects("controlfields", field => field
            .Required("tag", "data").Texts("tag", "data").Ints("position").NothingElse())
        .Objects("datafields", CheckDataField)
        .NothingElse();

    private static void CheckDataField(BodyCheck field) => field
        .Required("tag", "ind1", "ind2", "subfields")
        .Texts("tag", "ind1", "ind2")
        .Ints("position")
        .Objects("subfields", subfield => subfield.Required("code", "data").Texts("code", "data").NothingElse())
        .NothingElse();

    private FakeWorkflowOutcome? Impossible() => (Stored, _isNew) switch
    {
        (null, false) => FakeWorkflowOutcome.Fail($"Bibliographic record {_id} was not found."),
        (null, true) when _marc is null => FakeWorkflowOutcome.Fail("A new record needs MARC data."),
        _ => null,
    };

    private FakeWorkflowOutcome? AskAboutHiding() => Stored is { DisplayInPac: true } && workflow.Data.Flag("DisplayInPAC") == false
        ? workflow.AskOnce(FakePrompts.DisplayInPac())
        : null;

    private FakeWorkflowOutcome? AskAboutDuplicates()
    {
        List<(FakeBib Bib, string Reason)> duplicates = Duplicates();
        return duplicates.Count == 0 ? null : workflow.AskOnce(
            FakePrompts.DuplicateBibs(
                _id, _marc, Stored is { } stored ? Counted(stored) : null, duplicates.Select(duplicate => (Counted(duplicate.Bib), duplicate.Reason))),
            reply => Replacement.FaultOf(reply, duplicates.Select(duplicate => duplicate.Bib.Id)));
    }

    private FakeWorkflowOutcome? AskAboutProtected()
    {
        List<FakeBib> protectedBibs = [.. Chosen.Where(bib => bib.DoNotOverlay)];
        return protectedBibs.Count == 0 ? null : workflow.AskOnce(FakePrompts.ReplacementErrors(protectedBibs));
    }

    private FakeWorkflowOutcome Save() => FakeWorkflowOutcome.Complete(
        Stored is null ? "The bibliographic record has been added." : "The bibliographic record has been updated.", Store);

    private WorkflowExecution Store()
    {
        List<FakeBib> replaced = [.. Chosen.Where(bib => !bib.DoNotOverlay)];
        FakeBib before = Stored ?? new FakeBib { Id = IdOfNew(replaced) };
        replaced.ForEach(bib => records.Bibs.Remove(bib.Id));
        FakeBib after = new(Json.Copy(before.Json)) { LinkedItems = before.LinkedItems + replaced.Sum(bib => bib.LinkedItems) };
        JsonObject data = workflow.Data;
        Set(after, "DisplayInPac", data.Flag("DisplayInPAC"));
        Set(after, "DoNotOverlay", data.Flag("DoNotOverlay"));
        Set(after, "RecordOwnerID", data.Int("RecordOwnerID"));
        Set(after, "RecordStatusID", data.Int("RecordStatusID"));
        Set(after, "Record", _marc is null ? null : Json.Copy(_marc));
        records.Bibs.Put(after);
        replaced.ForEach(bib => records.MoveLinks(bib.Id, after.Id));
        return new(after.Id);
    }

    /// <summary>A copy whose number of items includes those that the fake has.</summary>
    private FakeBib Counted(FakeBib bib) => new(Json.Copy(bib.Json)) { LinkedItems = records.LinkedItemsOf(bib) };

    // Properties that are not sent keep their values.
    private static void Set(FakeBib bib, string member, JsonNode? value)
    {
        if (value is not null)
        {
            bib.Json[member] = value;
        }
    }

    private int IdOfNew(List<FakeBib> replaced) =>
        replaced.Exists(bib => bib.Id == Replacement.RecordToMaintainId) ? Replacement.RecordToMaintainId : records.NewId();

    private List<(FakeBib Bib, string Reason)> Duplicates() => _marc is null
        ? []
        : [.. records.BibsLike(_marc).Where(bib => bib.Id != Stored?.Id)
            .Select(bib => (bib, string.Join(";", Marc.Likeness(_marc, bib.Marc!)))).OrderBy(duplicate => duplicate.bib.Id)];
}

/// <summary>Request type 36: saves the MARC data of an existing bibliographic record, without prompts.</summary>
internal sealed class MarcCompareSave(PolarisRecords records, FakeWorkflow workflow)
{
    public FakeWorkflowOutcome Next() => (records.Bibs.Find(workflow.Data.Int("BibliographicRecordId") ?? 0), workflow.Data.Object("Record")) switch
    {
        (null, _) => FakeWorkflowOutcome.Fail("The bibliographic record was not found."),
        (_, null) => FakeWorkflowOutcome.Fail("The MARC data is missing."),
        ({ } bib, { } marc) => FakeWorkflowOutcome.Complete("The bibliographic record has been updated.", () =>
        {
            FakeBib saved = new(Json.Copy(bib.Json));
            saved.Json["Record"] = Json.Copy(marc);
            records.Bibs.Put(saved);
            return new(bib.Id);
        }),
    };

    public static void Check(BodyCheck data) => data
        .Required("BibliographicRecordId", "Record")
        .Ints("BibliographicRecordId")
        .Object("Record", BibSave.CheckRecord)
        .NothingElse();
}
