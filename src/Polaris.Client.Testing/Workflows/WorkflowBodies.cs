using System.Text.Json;
using Polaris.Client.Testing.Routing;
using Polaris.Client.Workflows;

namespace Polaris.Client.Testing.Workflows;

/// <summary>Reads the bodies of workflow calls and holds them against the documents.</summary>
internal sealed class WorkflowBodies(FakePolarisOptions options)
{
    public WorkflowRequestMessage ReadRequest(Call call)
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
        WorkflowRequestMessage request = body.Deserialize(WorkflowsJson.Default.WorkflowRequestMessage)!;
        CheckData(call, request);
        return request;
    }

    public WorkflowReply ReadReply(Call call)
    {
        JsonElement body = call.ReadJson();
        CheckReply(Check(call, body));
        return body.Deserialize(WorkflowsJson.Default.WorkflowReply)!;
    }

    private void CheckData(Call call, WorkflowRequestMessage request)
    {
        if (request.RequestExtension?.Data?.ToElement() is not { } data)
        {
            return;
        }

        switch (request.WorkflowRequestType)
        {
            case WorkflowRequestType.AddOrUpdateBibRecord:
                CheckBib(Check(call, data));
                break;
            case WorkflowRequestType.UpdateBibRecord:
                CheckBibHeader(Check(call, data));
                break;
            case WorkflowRequestType.AddOrUpdateAuthorityRecord:
                CheckAuthority(Check(call, data));
                break;
        }
    }

    private static void CheckBib(BodyCheck data) => data
        .Required("IsTemplate", "IsNewRecord")
        .Ints("BibRecordID", "RecordOwnerID", "RecordStatusID")
        .Bools("IsTemplate", "IsNewRecord", "DisplayInPAC", "DoNotOverlay")
        .Object("MARC21Collection", CheckMarc)
        .NothingElse();

    private static void CheckBibHeader(BodyCheck data) => data
        .Required("BibRecordID")
        .Ints("BibRecordID", "RecordOwnerID")
        .Bools("IsNew", "DisplayInPAC", "DoNotOverlay")
        .NothingElse();

    private static void CheckAuthority(BodyCheck data) => data
        .Required("IsTemplate", "IsNewRecord")
        .Ints("AuthorityRecordID", "RecordStatusID")
        .Bools("IsTemplate", "IsNewRecord")
        .Object("MARC21Collection", CheckMarc)
        .NothingElse();

    private static void CheckMarc(BodyCheck collection) => collection
        .Required("records")
        .Objects("records", record => record
            .Required("leader")
            .Ints("id")
            .Texts("leader")
            .Objects("controlfields", field => field
                .Required("tag", "data").Texts("tag", "data").Ints("position").NothingElse())
            .Objects("datafields", CheckDataField)
            .NothingElse())
        .NothingElse();

    private static void CheckDataField(BodyCheck field) => field
        .Required("tag", "ind1", "ind2", "subfields")
        .Texts("tag", "ind1", "ind2")
        .Ints("position")
        .Objects("subfields", subfield => subfield.Required("code", "data").Texts("code", "data").NothingElse())
        .NothingElse();

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

    private BodyCheck Check(Call call, JsonElement body) => new(call, body, options.AcceptQuotedNumbers);
}
