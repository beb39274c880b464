using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing.Records;
using Polaris.Client.Testing.Routing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>The workflows the fake knows: three built in, and those a test adds.</summary>
internal sealed class WorkflowCatalog(RecordStore records)
{
    private readonly Dictionary<WorkflowRequestType, Func<FakeWorkflow, FakeWorkflowOutcome>> _scripts = [];

    public void Add(WorkflowRequestType type, Func<FakeWorkflow, FakeWorkflowOutcome> script) =>
        _scripts[type] = script;

    public Conversation Start(Call call, WorkflowRequestMessage request)
    {
        if (_scripts.TryGetValue(request.WorkflowRequestType, out Func<FakeWorkflow, FakeWorkflowOutcome>? script))
        {
            return new(request, target: null, script);
        }

        return request.WorkflowRequestType switch
        {
            WorkflowRequestType.AddOrUpdateBibRecord =>
                Bib(call, request, WorkflowRequestExtensionType.AddOrUpdateBibRecord),
            WorkflowRequestType.UpdateBibRecord => Bib(call, request, WorkflowRequestExtensionType.UpdateBibRecord),
            WorkflowRequestType.AddOrUpdateAuthorityRecord => Authority(call, request),
            _ => throw call.BadRequest(
                $"The fake does not know workflow {(int)request.WorkflowRequestType}; "
                + $"add it with {nameof(FakePolaris.OnWorkflow)}."),
        };
    }

    private Conversation Bib(Call call, WorkflowRequestMessage request, WorkflowRequestExtensionType extension)
    {
        BibSaveData data = DataOf(call, request, extension).To(FakeJson.Default.BibSaveData)!;
        return new(request, Target(ObjectType.BibliographicRecord, data.BibRecordId), new BibSave(records, data).Next);
    }

    private Conversation Authority(Call call, WorkflowRequestMessage request)
    {
        AuthoritySaveData data = DataOf(call, request, WorkflowRequestExtensionType.AddOrUpdateAuthorityRecord)
            .To(FakeJson.Default.AuthoritySaveData)!;
        ObjectReference? target = Target(ObjectType.AuthorityRecord, data.AuthorityRecordId);
        return new(request, target, new AuthoritySave(records, data).Next);
    }

    private static WorkflowData DataOf(Call call, WorkflowRequestMessage request, WorkflowRequestExtensionType expected) =>
        request.RequestExtension is { Data: { } data } extension && extension.WorkflowRequestExtensionType == expected
            ? data
            : throw call.BadRequest($"Workflow {(int)request.WorkflowRequestType} needs extension {(int)expected}.");

    private static ObjectReference? Target(ObjectType type, int id) => id > 0 ? new ObjectReference(type, id) : null;
}
