using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>The conversations of the server: some prompts, several of them with one ID and different texts, and then the work.</summary>
internal sealed class LabWorkflows(LabWorld world)
{
    private const int ContinueCancel = 6;
    private const int OnlyOk = 8;

    public Dictionary<Guid, Conversation> All { get; } = [];

    /// <summary>Replies, other than Cancel, to a prompt that the handler had not seen.</summary>
    public List<string> Unseen { get; } = [];

    public IEnumerable<Conversation> Open => All.Values.Where(one => one.Status == -3);

    public int ExecutedFor(int operation) => All.Values.Count(one => one.Operation == operation && one.IsExecuted);

    public sealed class Conversation
    {
        public required Guid Guid { get; init; }

        public required LabCall Start { get; init; }

        public required int Type { get; init; }

        /// <summary>The record that the request names: each operation of a run has its own.</summary>
        public required int Operation { get; init; }

        public required List<(int Id, int Options, string Text)> Prompts { get; init; }

        public int Position { get; set; }

        public int Status { get; set; } = -3;

        public bool IsExecuted { get; set; }

        /// <summary>Whether the client ever received the ID of the conversation.</summary>
        public bool IsKnown { get; set; }

        /// <summary>Whether a deletion was refused for the record, which only the list of blocked records shows.</summary>
        public bool IsBlocked { get; set; }
    }

    public LabAnswer Process(LabCall call)
    {
        if (call.Method == "POST")
        {
            return LabAnswer.Json(Print(Begin(call)));
        }

        if (!All.TryGetValue(Guid.Parse(call.Path[1]), out var talk))
        {
            return LabAnswer.Error(404, 0, "Not found.");
        }

        if (call.Method == "GET")
        {
            return world.ReadsConversations == 200
                ? LabAnswer.Json(Print(talk)) : LabAnswer.Error(world.ReadsConversations, 0, "Not supported.");
        }

        if (talk.Status != -3)
        {
            return world.ReplyTooLate switch
            {
                200 => LabAnswer.Json(Print(talk)),
                404 => LabAnswer.Error(404, 0, "Not found."),
                _ => LabAnswer.Json(Print(talk, status: -1)),
            };
        }

        return Reply(call, talk);
    }

    public static void MarkKnown(Conversation talk) => talk.IsKnown = true;

    private Conversation Begin(LabCall call)
    {
        var type = (int)call.Body!["WorkflowRequestType"]!;
        var data = call.Body["RequestExtension"]!["Data"]!;
        var operation = type == 10 ? (int)data["ItemRecordIDs"]![0]! : (int)data["BibRecordID"]!;
        var draw = new Draw(world.Seed, "prompts", operation);
        var talk = new Conversation
        {
            Guid = call.Draw.Guid(),
            Start = call,
            Type = type,
            Operation = operation,
            Prompts = [],
            IsBlocked = type == 10 && draw.OneIn(3),
        };
        for (var i = draw.Below(6); i > 0; i--)
        {
            var id = draw.Of(66, 66, 66, 66, 73, 901);
            talk.Prompts.Add((id, draw.OneIn(5) ? OnlyOk : ContinueCancel, $"Question {i} about {operation}: may {draw.Below(1000)} be changed?"));
        }

        All.Add(talk.Guid, talk);
        Advance(talk);
        return talk;
    }

    private LabAnswer Reply(LabCall call, Conversation talk)
    {
        var (id, options, text) = talk.Prompts[talk.Position];
        var result = (int)call.Body!["WorkflowPromptResult"]!;
        if ((int)call.Body["WorkflowPromptID"]! != id || !(options == OnlyOk ? result == 1 : result is 4 or 5))
        {
            return LabAnswer.Json(Print(talk, status: -1));
        }

        if (result == 4)
        {
            talk.Status = 3;
            return LabAnswer.Json(Print(talk));
        }

        if (call.SeenWhenSent != text)
        {
            Unseen.Add($"'{text}' was answered by a handler that saw '{call.SeenWhenSent}'");
        }

        talk.Position++;
        Advance(talk);
        return LabAnswer.Json(Print(talk));
    }

    private static void Advance(Conversation talk)
    {
        if (talk.Position == talk.Prompts.Count)
        {
            talk.Status = 1;
            talk.IsExecuted = !talk.IsBlocked;
        }
    }

    private JsonObject Print(Conversation talk, int? status = null)
    {
        var isOpenEnded = talk.Status == 1 && talk.Prompts.Count == 0;
        return new JsonObject
        {
            ["WorkflowRequestGuid"] = isOpenEnded ? Guid.Empty.ToString() : talk.Guid.ToString(),
            ["WorkflowRequestType"] = talk.Type,
            ["WorkflowStatus"] = status ?? talk.Status,
            ["Prompt"] = (status ?? talk.Status) == -3 ? PrintPrompt(talk.Prompts[talk.Position]) : null,
            ["InformationMessages"] = new JsonArray(new JsonObject { ["Type"] = 1, ["Title"] = "", ["Message"] = "The record has been updated." }),
            ["AnswerExtension"] = talk.Type == 10 && talk.Status == 1 ? PrintDeletion(talk) : null,
            ["CircTranType"] = 0,
            ["ReceiptType"] = 0,
            ["ReceiptUrl"] = "",
            ["FineEReceiptSent"] = false,
        };
    }

    private static JsonObject PrintPrompt((int Id, int Options, string Text) prompt) => new()
    {
        ["WorkflowPromptID"] = prompt.Id,
        ["Name"] = null,
        ["Description"] = null,
        ["WorkflowPromptType"] = 1,
        ["WorkflowPromptOptions"] = prompt.Options,
        ["DefaultPromptOption"] = 5,
        ["Title"] = "Question",
        ["Message"] = prompt.Text,
        ["PromptExtension"] = null,
    };

    /// <summary>A refused deletion is still "completed"; servers print the list of blocked records in various ways.</summary>
    private JsonObject PrintDeletion(Conversation talk)
    {
        var draw = new Draw(world.Seed, "blocked", talk.Operation);
        var data = new JsonObject
        {
            ["RecordSetID"] = 0,
            ["ReportTitle"] = null,
            ["ReportURL"] = null,
            ["DeletedRecordIDs"] = talk.IsBlocked ? new JsonArray() : new JsonArray(talk.Operation),
            ["BlockedRecordIDs"] = !talk.IsBlocked ? new JsonArray() : draw.Below(5) switch
            {
                0 => new JsonArray(null, talk.Operation),
                1 => talk.Operation,
                2 => talk.Operation.ToString(System.Globalization.CultureInfo.InvariantCulture),
                3 => new JsonArray(talk.Operation + 5_000_000_000L),
                _ => new JsonArray(talk.Operation),
            },
        };
        return new JsonObject { ["WorkflowAnswerExtensionType"] = talk.IsBlocked && draw.OneIn(4) ? 21 : 6, ["Data"] = data };
    }
}
