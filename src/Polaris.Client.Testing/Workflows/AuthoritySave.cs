using System.Text.Json.Nodes;
using Polaris.Client.Testing.Records;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>Request type 35.</summary>
internal sealed class AuthoritySave(RecordStore records, AuthoritySaveData data)
{
    private const int Final = 1;
    private const int LeaderLength = 24;
    private const int StatusInLeader = 5;

    // Looked up at every step: another conversation may have changed the record in between.
    private FakeAuthority? Stored =>
        records.Authorities.TryGetValue(data.AuthorityRecordId, out FakeAuthority? authority) && !data.IsNewRecord
            ? authority
            : null;

    public FakeWorkflowOutcome Next(FakeWorkflow talk) =>
        Impossible() ?? RefuseBadLeader(talk) ?? Delete() ?? AskAboutDuplicates(talk) ?? AskAboutLinks(talk)
            ?? Save(talk);

    private FakeWorkflowOutcome? Impossible() => (Stored, data.IsNewRecord) switch
    {
        (null, false) => FakeWorkflowOutcome.Fail($"Authority record {data.AuthorityRecordId} was not found."),
        (null, true) when data.Marc is null => FakeWorkflowOutcome.Fail("A new record needs MARC data."),
        _ => null,
    };

    private FakeWorkflowOutcome? RefuseBadLeader(FakeWorkflow talk)
    {
        if (data.Marc is null || data.Marc.Leader.Length == LeaderLength)
        {
            return null;
        }

        return talk.ReplyTo(WorkflowPromptId.MarcValidation) is null
            ? FakeWorkflowOutcome.Ask(AuthorityPrompts.MarcValidation())
            : FakeWorkflowOutcome.Fail("The authority record cannot be saved.");
    }

    private FakeWorkflowOutcome? Delete() =>
        Stored is not { } stored || data.Marc?.Leader[StatusInLeader] is not ('s' or 'x')
            ? null
            : FakeWorkflowOutcome.Complete("The authority record has been deleted.", () =>
            {
                records.Authorities.Remove(stored.Id);
                return new(stored.Id);
            });

    private FakeWorkflowOutcome? AskAboutDuplicates(FakeWorkflow talk)
    {
        List<FakeAuthority> duplicates = Duplicates();
        if (duplicates.Count == 0)
        {
            return null;
        }

        return talk.AskOnce(WorkflowPromptId.DuplicateAuthorityRecords, () => FakeWorkflowOutcome.Ask(
            AuthorityPrompts.Duplicates(data.AuthorityRecordId, duplicates),
            reply => Replacement.FaultOf(reply, duplicates.Select(duplicate => duplicate.Id))));
    }

    private FakeWorkflowOutcome? AskAboutLinks(FakeWorkflow talk) =>
        Stored is not { } stored || stored.LinkedBibs + stored.LinkedSeeAlso == 0
        || NewHeading is not { } heading || Heading.AreSame(heading, stored.Heading)
            ? null
            : talk.AskOnce(WorkflowPromptId.ManageLinkedRecords, () => FakeWorkflowOutcome.Ask(
                AuthorityPrompts.LinkedRecords(stored), FaultOfLinkReply));

    private FakeWorkflowOutcome Save(FakeWorkflow talk) => Stored is { } stored
        ? FakeWorkflowOutcome.Complete(
            "The authority record has been updated.", () => new(Store(talk, stored.Id)))
        : FakeWorkflowOutcome.Complete(
            "The authority record has been added.", () => Added(Store(talk, records.NewId())));

    private int Store(FakeWorkflow talk, int id)
    {
        FakeAuthority before = Stored ?? new FakeAuthority { Id = id };
        IEnumerable<int> replaced = Replacement.Of(talk.ReplyTo(WorkflowPromptId.DuplicateAuthorityRecords))?.RecordIds
            ?? [];
        foreach (int replacedId in replaced)
        {
            records.Authorities.Remove(replacedId);
        }

        records.Authorities[id] = before with
        {
            Heading = NewHeading ?? before.Heading,
            RecordStatusId = data.RecordStatusId ?? Final,
            Marc = data.Marc ?? before.Marc,
        };
        return id;
    }

    private string? NewHeading => Heading.Of(data.Marc);

    private List<FakeAuthority> Duplicates() => NewHeading is not { } heading
        ? []
        : [.. records.Authorities.Values
            .Where(other => other.Id != Stored?.Id && Heading.AreSame(heading, other.Heading))
            .OrderBy(other => other.Id)];

    private static WorkflowExecution Added(int id) => new(id, new WorkflowAnswerExtension
    {
        WorkflowAnswerExtensionType = WorkflowAnswerExtensionType.AuthorityRecordId,
        Data = PromptBuilder.Element(new JsonObject { ["AuthorityRecordID"] = id }),
    });

    private static string? FaultOfLinkReply(WorkflowReply reply) =>
        reply.WorkflowPromptResult != WorkflowPromptResult.Continue
        || reply.ReplyExtension?.WorkflowReplyExtensionType == WorkflowReplyExtensionType.ManageLinkedRecords
            ? null
            : "Continue needs extension 17 with the two options.";
}
