using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace SaveBibRecord;

/// <summary>What to save: the record to lock, and the workflow to run.</summary>
internal abstract record SavePlan(ObjectReference? Target)
{
    /// <summary>The changes, one line each.</summary>
    public IReadOnlyList<string> Description { get; init; } = [];

    /// <summary>The MARC data to save; null to leave it unchanged.</summary>
    public MarcRecord? Marc { get; init; }

    public abstract Task<int> RunAsync(SaveJob job, TimeSpan wait, CancellationToken cancellationToken);

    public static SavePlan OfBib(int? bibId, MarcRecord? marc, bool? displayInPac, int? ownerId = null) => new SavePlan<BibRecordSaved>(
        bibId is { } id ? new ObjectReference(ObjectType.BibliographicRecord, id) : null,
        new AddOrUpdateBibRecord
        {
            BibRecordId = bibId,
            IsNewRecord = bibId is null,
            DisplayInPac = displayInPac,
            RecordOwnerId = ownerId,
            Marc = marc,
        });

    public static SavePlan OfArguments(SaveArguments arguments)
    {
        var marc = arguments.Record is null ? null : Records.Load(arguments.Record);
        return OfBib(arguments.BibId, marc, arguments.DisplayInPac, arguments.OwnerId) with { Description = [.. Describe(arguments, marc)], Marc = marc };
    }

    private static IEnumerable<string> Describe(SaveArguments arguments, MarcRecord? marc)
    {
        yield return arguments.BibId is { } id ? $"Update bibliographic record {id}" : "Add a new bibliographic record";
        if (marc is not null)
        {
            yield return $"{(arguments.BibId is null ? "With the" : "Replace all its")} MARC data: {marc["245"]?['a'] ?? "no title"}, {marc.Fields.Count} fields";
        }

        if (arguments.DisplayInPac is { } shown)
        {
            yield return shown ? "Show it in the public catalog" : "Hide it from the public catalog";
        }

        if (arguments.OwnerId is { } owner)
        {
            yield return $"Give it to organization {owner}";
        }
    }
}

/// <summary>A plan whose workflow returns a certain result.</summary>
internal sealed record SavePlan<TAnswer>(ObjectReference? Target, WorkflowRequest<TAnswer> Request) : SavePlan(Target)
    where TAnswer : class
{
    public override Task<int> RunAsync(SaveJob job, TimeSpan wait, CancellationToken cancellationToken) =>
        job.SaveAsync(Target, Request, wait, cancellationToken);
}
