using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Request type 35: saves an authority record, with the prompts 143, 142 and 145 in this order.</summary>
internal sealed class AuthoritySave(PolarisRecords records, FakeWorkflow workflow)
{
    private const int Final = 1;
    private const int StatusInLeader = 5;
    private readonly int _id = workflow.Data.Int("AuthorityRecordID") ?? 0;
    private readonly bool _isNew = workflow.Data.Flag("IsNewRecord") ?? false;
    private readonly JsonObject? _marc = workflow.Data.Object("MARC21Collection").Objects("records").FirstOrDefault();

    private FakeAuthority? Stored => _isNew ? null : records.Authorities.Find(_id);

    private string? NewHeading => Marc.Heading(_marc);

    public FakeWorkflowOutcome Next() =>
        Impossible() ?? RefuseBadLeader() ?? Delete() ?? AskAboutDuplicates() ?? AskAboutLinks() ?? Save();

    public static void Check(BodyCheck data) => data
        .Required("IsTemplate", "IsNewRecord")
        .Ints("AuthorityRecordID", "RecordStatusID")
        .Bools("IsTemplate", "IsNewRecord")
        .Object("MARC21Collection", BibSave.CheckMarc)
        .NothingElse();

    private FakeWorkflowOutcome? Impossible() => (Stored, _isNew) switch
    {
        (null, false) => FakeWorkflowOutcome.Fail($"Authority record {_id} was not found."),
        (null, true) when _marc is null => FakeWorkflowOutcome.Fail("A new record needs MARC data."),
        _ => null,
    };

    private FakeWorkflowOutcome? RefuseBadLeader() => _marc is null || Marc.Leader(_marc).Length == Marc.LeaderLength
        ? null
        : workflow.AskOnce(FakePrompts.MarcValidation()) ?? FakeWorkflowOutcome.Fail("The authority record cannot be saved.");

    private FakeWorkflowOutcome? Delete() =>
        Stored is not { } stored || _marc is null || Marc.Leader(_marc)[StatusInLeader] is not ('s' or 'x')
            ? null
            : FakeWorkflowOutcome.Complete("The authority record has been deleted.", () =>
            {
                records.Authorities.Remove(stored.Id);
                return new(stored.Id);
            });

    private FakeWorkflowOutcome? AskAboutDuplicates()
    {
        int[] duplicates = Duplicates();
        return duplicates.Length == 0 ? null : workflow.AskOnce(
            FakePrompts.DuplicateAuthorities(_id, duplicates), reply => Replacement.FaultOf(reply, duplicates));
    }

    private FakeWorkflowOutcome? AskAboutLinks()
    {
        bool changesLinks = Stored is { } stored && stored.LinkedBibs + stored.LinkedSeeAlso > 0
            && NewHeading is { } heading && !Marc.AreSameHeading(heading, stored.Heading);
        return changesLinks
            ? workflow.AskOnce(FakePrompts.ManageLinkedRecords(Stored!.LinkedBibs, Stored.LinkedSeeAlso), FaultOfLinkReply)
            : null;
    }

    private FakeWorkflowOutcome Save() => Stored is { } stored
        ? FakeWorkflowOutcome.Complete("The authority record has been updated.", () => new(Store(stored.Id)))
        : FakeWorkflowOutcome.Complete("The authority record has been added.", () =>
        {
            int id = Store(records.NewId());
            return new(id, 13, new JsonObject { ["AuthorityRecordID"] = id });
        });

    private int Store(int id)
    {
        FakeAuthority before = Stored ?? new FakeAuthority { Id = id };
        List<FakeAuthority> replaced =
            [.. Replacement.Of(workflow.ReplyTo(142)).RecordIds.Distinct().Select(records.Authorities.Find).OfType<FakeAuthority>()];
        replaced.ForEach(authority => records.Authorities.Remove(authority.Id));
        FakeAuthority after = new(Json.Copy(before.Json))
        {
            Heading = NewHeading ?? before.Heading,
            LinkedBibs = before.LinkedBibs + replaced.Sum(authority => authority.LinkedBibs),
            LinkedSeeAlso = before.LinkedSeeAlso + replaced.Sum(authority => authority.LinkedSeeAlso),
            RecordStatusId = workflow.Data.Int("RecordStatusID") ?? Final,
        };
        if (_marc is not null)
        {
            after.Json["Record"] = Json.Copy(_marc);
        }

        records.Authorities.Put(after);
        return id;
    }

    private int[] Duplicates() => NewHeading is not { } heading || Marc.Folded(heading).Length == 0
        ? []
        : [.. records.Authorities.FindBy("heading", Marc.Folded(heading))
            .Select(other => other.Id).Where(id => id != Stored?.Id).OrderBy(id => id)];

    private static string? FaultOfLinkReply(FakeWorkflowReply reply) =>
        reply.Result != OfferedResults.Continue || reply.ExtensionType == 17
            ? null
            : "Continue needs extension 17 with the two options.";
}
