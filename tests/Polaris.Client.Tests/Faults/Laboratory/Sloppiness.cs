using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>Turns a correct answer into one of the kind that real servers and proxies send now and then.</summary>
internal static class Sloppiness
{
    private static readonly string[] Important =
        ["LockDate", "ExistingLock", "ObjectID", "WorkstationID", "WorkflowStatus", "Prompt", "WorkflowRequestGuid", "InformationMessages",
         "AnswerExtension", "AuthExpDate", "PolarisUser"];

    public static void Spoil(LabAnswer answer, Draw draw)
    {
        if (draw.OneIn(12))
        {
            answer.Text = draw.Of("null", "{}", "");
            return;
        }

        if (JsonNode.Parse(answer.Text.Length == 0 ? "null" : answer.Text) is not JsonObject json)
        {
            return;
        }

        if (draw.OneIn(5))
        {
            json = new JsonObject(json.ToList().Select(pair => KeyValuePair.Create(
                char.ToLowerInvariant(pair.Key[0]) + pair.Key[1..], pair.Value?.DeepClone())));
        }

        json["NewIn" + draw.Below(100)] = new JsonObject { ["Nested"] = new JsonArray(1, null, "two") };
        var members = Important.Where(json.ContainsKey).ToArray();
        if (members.Length > 0)
        {
            Change(json, members[draw.Below(members.Length)], draw);
        }

        answer.Text = json.ToJsonString();
    }

    /// <summary>As a cache between client and server does that mixes its answers up.</summary>
    public static void NameAnotherObject(LabAnswer answer, Draw draw)
    {
        if (answer.Text.Length > 0 && JsonNode.Parse(answer.Text) is JsonObject json)
        {
            if (json.ContainsKey("ObjectID"))
            {
                var member = draw.Of("ObjectID", "WorkstationID", "ObjectTypeID");
                json[member] = (int)json[member]! + 1;
            }
            else if (json.ContainsKey("WorkflowRequestGuid"))
            {
                json["WorkflowRequestGuid"] = draw.Guid();
            }

            answer.Text = json.ToJsonString();
        }
    }

    private static void Change(JsonObject json, string member, Draw draw)
    {
        switch (draw.Below(5))
        {
            case 0:
                json.Remove(member);
                break;
            case 1:
                json[member] = null;
                break;
            case 2:
                json[member] = draw.Of("", "soon", "-");
                break;
            case 3 when json[member] is JsonValue value:
                json[member] = value.ToString();
                break;
            case 3 or 4 when json[member] is JsonArray:
                json[member] = new JsonArray((JsonNode?)null);
                break;
            case 4 when json[member] is JsonValue number && number.TryGetValue<int>(out var n):
                json[member] = n.ToString(CultureInfo.InvariantCulture);
                break;
            default:
                json[member] = new JsonObject { ["WorkflowAnswerExtensionType"] = 99, ["Data"] = new JsonObject() };
                break;
        }
    }
}
