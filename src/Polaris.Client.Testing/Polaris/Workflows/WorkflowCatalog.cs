using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>A built-in workflow: its types, its data, the records it affects, and its steps.</summary>
internal sealed record BuiltInWorkflow(
    int RequestType,
    int ExtensionType,
    Action<BodyCheck> Check,
    Func<JsonObject, IEnumerable<LockTarget>> Targets,
    Func<FakeWorkflow, FakeWorkflowOutcome> Script);

/// <summary>The workflows of the fake: built-in ones, and those scripted by a test.</summary>
internal sealed class WorkflowCatalog(FakePolarisOptions options, PolarisRecords records)
{
    private readonly Dictionary<int, ScriptedWorkflow> _scripts = [];

    private readonly Dictionary<int, BuiltInWorkflow> _builtIn = new BuiltInWorkflow[]
    {
        new(1, 2, CheckInWorkflow.Check, data => Item(records, data), workflow => new CheckInWorkflow(records, workflow).Next()),
        new(2, 1, CheckOutWorkflow.Check, data => Item(records, data), workflow => new CheckOutWorkflow(records, workflow).Next()),
        new(3, 4, PatronRegistration.Check, _ => [], workflow => new PatronRegistration(records, workflow).Next()),
        new(5, 9, HoldWorkflow.Check, _ => [], workflow => new HoldWorkflow(options, records, workflow).Next()),
        new(7, 21, PatronDeletion.Check, data => Of(LockTarget.Patron, data, "PatronRecordIDs"), workflow => new PatronDeletion(records, workflow).Next()),
        new(8, 6, ItemSave.Check, data => Of(LockTarget.Item, data, "ItemRecordID"), workflow => new ItemSave(records, workflow).Next()),
        new(9, 7, BibSave.CheckHeader, data => Of(LockTarget.Bib, data, "BibRecordID"), workflow => new BibSave(records, workflow).Next()),
        new(10, 8, ItemDeletion.Check, data => Of(LockTarget.Item, data, "ItemRecordIDs"), workflow => new ItemDeletion(records, workflow).Next()),
        new(11, 10, BibDeletion.Check, data => Of(LockTarget.Bib, data, "BibRecordIDs"), workflow => new BibDeletion(records, workflow).Next()),
        new(13, 12, BibSave.Check, data => Of(LockTarget.Bib, data, "BibRecordID"), workflow => new BibSave(records, workflow).Next()),
        new(18, 14, IllWorkflow.CheckReceive, data => Of(LockTarget.IllRequest, data, "ILLRequestID"),
            workflow => new IllWorkflow(records, workflow).Receive()),
        new(19, 15, IllWorkflow.CheckDelete, data => Of(LockTarget.IllRequest, data, "ILLRequestID"),
            workflow => new IllWorkflow(records, workflow).Delete()),
        new(20, 16, HoldConversion.Check, data => Of(LockTarget.Hold, data, "SysHoldRequestID"),
            workflow => new HoldConversion(records, workflow).Next()),
        new(21, 17, HoldUpdate.Check, data => Of(LockTarget.Hold, data, "SysHoldRequestID"),
            workflow => new HoldUpdate(options, records, workflow).Next()),
        new(35, 32, AuthoritySave.Check, data => Of(LockTarget.Authority, data, "AuthorityRecordID"),
            workflow => new AuthoritySave(records, workflow).Next()),
        new(36, 12, MarcCompareSave.Check, data => Of(LockTarget.Bib, data, "BibliographicRecordId"),
            workflow => new MarcCompareSave(records, workflow).Next()),
    }.ToDictionary(workflow => workflow.RequestType);

    public void Add(int requestType, ScriptedWorkflow script) => _scripts[requestType] = script;

    /// <summary>Creates the conversation of a request; nothing is executed yet.</summary>
    public Conversation Start(PolarisCall call, FakeWorkflowRequest request)
    {
        int type = (int)request.WorkflowRequestType;
        BuiltInWorkflow? builtIn = _builtIn.TryGetValue(type, out BuiltInWorkflow? found) ? found : null;
        if (_scripts.TryGetValue(type, out ScriptedWorkflow? script))
        {
            IEnumerable<LockTarget> targets = script.Targets?.Invoke(request) ?? builtIn?.Targets(request.Data) ?? [];
            return new(request, [.. targets], script.Script);
        }

        if (builtIn is null)
        {
            throw call.BadRequest(
                $"The fake does not implement workflow {type} ({request.WorkflowRequestType}); it implements "
                + $"{string.Join(", ", _builtIn.Keys.OrderBy(key => key))}. Script it with "
                + $"{nameof(FakePolaris)}.{nameof(FakePolaris.OnWorkflow)}(({nameof(FakeWorkflowRequest.WorkflowRequestType)}){type}, "
                + $"workflow => {nameof(FakeWorkflowOutcome)}.{nameof(FakeWorkflowOutcome.Complete)}()).");
        }

        if (request.ExtensionType != builtIn.ExtensionType || request.Data.Count == 0)
        {
            throw call.BadRequest($"Workflow {type} needs extension {builtIn.ExtensionType} with its data.");
        }

        return new(request, [.. builtIn.Targets(request.Data)], builtIn.Script);
    }

    public FakeWorkflowReply ReadReply(PolarisCall call)
    {
        JsonElement body = call.ReadJson();
        CheckReply(Check(call, body));
        call.WorkflowReply = (JsonObject)Json.Node(body)!;
        return new(call.WorkflowReply);
    }

    public FakeWorkflowRequest ReadRequest(PolarisCall call)
    {
        JsonElement body = call.ReadJson();
        Check(call, body)
            .Required("WorkflowRequestType", "TxnBranchID", "TxnUserID", "TxnWorkstationID", "RequestExtension")
            .Ints("WorkflowRequestType", "TxnBranchID", "TxnUserID", "TxnWorkstationID")
            .Objects("WorkflowReplies", CheckReply)
            .Object("RequestExtension", extension => extension
                .Required("WorkflowRequestExtensionType", "Data")
                .Ints("WorkflowRequestExtensionType")
                .Anything("Data")
                .NothingElse())
            .NothingElse();
        call.WorkflowRequest = (JsonObject)Json.Node(body)!;
        FakeWorkflowRequest request = new(call.WorkflowRequest);
        bool isKnown = _builtIn.TryGetValue((int)request.WorkflowRequestType, out BuiltInWorkflow? builtIn)
            && request.ExtensionType == builtIn.ExtensionType && request.Data.Count > 0;
        if (isKnown)
        {
            builtIn!.Check(Check(call, body.GetProperty("RequestExtension").GetProperty("Data")));
        }

        return request;
    }

    private static void CheckReply(BodyCheck reply) => reply
        .Required("WorkflowPromptID", "WorkflowPromptResult")
        .Ints("WorkflowPromptID", "WorkflowPromptResult")
        .Anything("ReplyValue")
        .Object("ReplyExtension", extension => extension
            .Required("WorkflowReplyExtensionType")
            .Ints("WorkflowReplyExtensionType")
            .Anything("Data")
            .NothingElse())
        .NothingElse();

    private BodyCheck Check(PolarisCall call, JsonElement body) => new(call, body, options.AcceptQuotedNumbers);

    private static IEnumerable<LockTarget> Of(int objectType, JsonObject data, string member) =>
        LockTarget.Of(objectType, data[member] is JsonArray ? [.. data.Ints(member).Select(id => (int?)id)] : [data.Int(member)]);

    private static IEnumerable<LockTarget> Item(PolarisRecords records, JsonObject data) =>
        LockTarget.Of(LockTarget.Item, records.ItemWithBarcode(data.Text("ItemBarcode"))?.Id);
}

/// <summary>A workflow scripted by a test; without targets, those of the built-in workflow of this type apply.</summary>
internal sealed record ScriptedWorkflow(
    Func<FakeWorkflow, FakeWorkflowOutcome> Script, Func<FakeWorkflowRequest, IEnumerable<LockTarget>>? Targets = null);

/// <summary>A workflow that was started. It is kept after its end, so that its last response can be requested.</summary>
internal sealed class Conversation(
    FakeWorkflowRequest request, IReadOnlyList<LockTarget> targets, Func<FakeWorkflow, FakeWorkflowOutcome> script)
{
    public Guid Id { get; } = Guid.NewGuid();

    public FakeWorkflow Workflow { get; } = new(request);

    /// <summary>The records that must not be locked by another owner.</summary>
    public IReadOnlyList<LockTarget> Targets { get; } = targets;

    /// <summary>The open prompt; <c>null</c> before the start and after the end.</summary>
    public FakeWorkflowOutcome? Pending { get; set; }

    public JsonObject? LastAnswer { get; set; }

    public List<FakeWorkflowReply> UpFrontReplies { get; } = [.. request.Replies ?? []];

    public FakeWorkflowOutcome Next() => script(Workflow) ?? throw new InvalidOperationException(
        $"The script returned null: return an outcome of {nameof(FakeWorkflowOutcome)}, for example {nameof(FakeWorkflowOutcome.Cancel)}().");
}
