using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace SaveBibRecord;

/// <summary>What is to be saved: which record is locked for it, and which workflow is run.</summary>
internal abstract record SavePlan(ObjectReference? Target)
{
    /// <summary>What will change, a line each.</summary>
    public IReadOnlyList<string> Description { get; init; } = [];

    /// <summary>The MARC data that will be saved; null to leave them as they are.</summary>
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

/// <summary>A plan whose workflow returns a certain answer.</summary>
internal sealed record SavePlan<TAnswer>(ObjectReference? Target, WorkflowRequest<TAnswer> Request) : SavePlan(Target)
    where TAnswer : class
{
    public override Task<int> RunAsync(SaveJob job, TimeSpan wait, CancellationToken cancellationToken) =>
        job.SaveAsync(Target, Request, wait, cancellationToken);
}
