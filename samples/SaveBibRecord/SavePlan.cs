using Polaris.Client.Cataloging;
using Polaris.Client.Marc;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Workflows;

namespace SaveBibRecord;

/// <summary>What to save: the record to lock, and the workflow to run.</summary>
internal abstract record SavePlan(ObjectReference? Target)
{
    public abstract Task<int> RunAsync(SaveJob job, TimeSpan wait, CancellationToken cancellationToken);

    public static ObjectReference? OfBib(int? bibId) => bibId is { } id ? new ObjectReference(ObjectType.BibliographicRecord, id) : null;

    /// <summary>The save of a bibliographic record on the embedded server.</summary>
    public static SavePlan OfBib(int? bibId, MarcRecord marc, bool displayInPac) => new SavePlan<BibRecordSaved>(
        OfBib(bibId),
        new AddOrUpdateBibRecord
        {
            BibRecordId = bibId,
            IsNewRecord = bibId is null,
            DisplayInPac = displayInPac,
            DoNotOverlay = false,
            Marc = marc,
        });
}

/// <summary>A plan whose workflow returns a certain result.</summary>
internal sealed record SavePlan<TAnswer>(ObjectReference? Target, WorkflowRequest<TAnswer> Request) : SavePlan(Target)
    where TAnswer : class
{
    public override Task<int> RunAsync(SaveJob job, TimeSpan wait, CancellationToken cancellationToken) =>
        job.SaveAsync(Target, _ => Task.FromResult<WorkflowRequest<TAnswer>?>(Request), wait, cancellationToken);
}
