using System.Text.Json.Nodes;
using Polaris.Client.Marc;

namespace Polaris.Client.Tests.Testing;

/// <summary>Workflow requests and replies as they stand on the wire.</summary>
internal static class SaveRequests
{
    public static JsonObject Bib(
        int id, bool isNew = false, bool? displayInPac = null, MarcRecord? marc = null, params JsonNode[] replies)
    {
        JsonObject data = new() { ["BibRecordID"] = id, ["IsTemplate"] = false, ["IsNewRecord"] = isNew };
        if (displayInPac is { } shown)
        {
            data["DisplayInPAC"] = shown;
        }

        data["MARC21Collection"] = Collection(marc);
        return Envelope(13, 12, data, replies);
    }

    public static JsonObject BibHeader(int id, bool displayInPac) =>
        Envelope(9, 7, new() { ["IsNew"] = false, ["BibRecordID"] = id, ["DisplayInPAC"] = displayInPac });

    public static JsonObject Authority(int id, bool isNew = false, MarcRecord? marc = null, params JsonNode[] replies) =>
        Envelope(
            35,
            32,
            new() { ["AuthorityRecordID"] = id, ["IsTemplate"] = false, ["IsNewRecord"] = isNew, ["MARC21Collection"] = Collection(marc) },
            replies);

    public static JsonObject Envelope(int type, int extension, JsonObject data, params JsonNode[] replies) => new()
    {
        ["WorkflowRequestType"] = type,
        ["TxnBranchID"] = 3,
        ["TxnUserID"] = 1,
        ["TxnWorkstationID"] = 1242,
        ["WorkflowReplies"] = replies.Length == 0 ? null : new JsonArray(replies),
        ["RequestExtension"] = new JsonObject { ["WorkflowRequestExtensionType"] = extension, ["Data"] = data },
    };

    public static JsonObject Reply(int prompt, int result, JsonNode? extension = null) => new()
    {
        ["WorkflowPromptID"] = prompt,
        ["WorkflowPromptResult"] = result,
        ["ReplyValue"] = null,
        ["ReplyExtension"] = extension,
    };

    public static JsonObject Replace(int prompt, int recordToMaintain, params int[] ids) =>
        Reply(prompt, 2, new JsonObject
        {
            ["WorkflowReplyExtensionType"] = 18,
            ["Data"] = new JsonObject
            {
                ["RecordToMaintainID"] = recordToMaintain,
                ["RecordIDs"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
            },
        });

    public static JsonObject LinkOptions() => Reply(145, 5, new JsonObject
    {
        ["WorkflowReplyExtensionType"] = 17,
        ["Data"] = new JsonObject { ["BibOption"] = 0, ["SeeAlsoOption"] = 0 },
    });

    private static JsonObject? Collection(MarcRecord? marc) =>
        marc is null ? null : new JsonObject { ["records"] = new JsonArray(JsonNode.Parse(marc.ToJson())) };
}
