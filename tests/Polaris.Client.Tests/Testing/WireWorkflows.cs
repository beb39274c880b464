using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Testing;

/// <summary>Workflows on the wire, in a few words.</summary>
internal static class WireWorkflows
{
    public static async Task<JsonNode> WorkflowAsync(this RawClient client, int type, int extension, string data) =>
        (await client.PostAsync("workflow", SaveRequests.Envelope(type, extension, JsonNode.Parse(data)!.AsObject()))).Body!;

    /// <summary>Replies to the prompt of an answer.</summary>
    public static async Task<JsonNode> ReplyAsync(this RawClient client, JsonNode asked, int result) =>
        (await client.PutAsync($"workflow/{asked["WorkflowRequestGuid"]}", SaveRequests.Reply(asked.Prompt(), result))).Body!;

    public static int Status(this JsonNode answer) => answer["WorkflowStatus"]!.GetValue<int>();

    public static int Prompt(this JsonNode answer) => answer["Prompt"]!["WorkflowPromptID"]!.GetValue<int>();
}
