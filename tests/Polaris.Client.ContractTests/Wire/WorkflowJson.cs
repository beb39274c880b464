using System.Text.Json.Nodes;

namespace Polaris.Client.ContractTests.Wire;

/// <summary>The JSON that all requests and answers of workflows share. Everything that makes one special is given by the test.</summary>
internal static class WorkflowJson
{
    /// <summary>The body that starts a workflow.</summary>
    public static string Start(int type, int extensionType, string data) => $$"""
        {
          "WorkflowRequestType": {{type}}, "TxnBranchID": 3, "TxnUserID": 1, "TxnWorkstationID": 1242, "WorkflowReplies": null,
          "RequestExtension": { "WorkflowRequestExtensionType": {{extensionType}}, "Data": {{data}} }
        }
        """;

    /// <summary>The body that replies to a prompt.</summary>
    public static string Reply(int prompt, int result, string extension = "null") => $$"""
        { "WorkflowPromptID": {{prompt}}, "WorkflowPromptResult": {{result}}, "ReplyValue": null, "ReplyExtension": {{extension}} }
        """;

    /// <summary>The answer that asks.</summary>
    /// <param name="type">The workflow's type.</param>
    /// <param name="guid">The conversation's GUID.</param>
    /// <param name="prompt">The members of the prompt; those that are not named have their empty value.</param>
    /// <param name="extension">The prompt's data with its type.</param>
    public static Answer Asks(int type, Guid guid, string prompt, string extension = "null")
    {
        JsonObject merged = JsonNode.Parse("""
            {
              "Name": null, "Description": null, "AlternateMessage": "", "AlternateYesText": "", "AlternateNoText": "",
              "AlternateCancelText": "", "AlternateContinueText": ""
            }
            """)!.AsObject();
        foreach ((string name, JsonNode? value) in JsonNode.Parse(prompt)!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        merged["PromptExtension"] = JsonNode.Parse(extension);
        return Envelope(type, guid, status: -3, $"\"Prompt\": {merged.ToJsonString()}, \"InformationMessages\": []", "null");
    }

    /// <summary>The answer that ends a workflow with a message.</summary>
    public static Answer Ended(int type, Guid guid, string message, string extension = "null") =>
        Ended(type, guid, $$"""[{ "Type": 1, "Title": "", "Message": "{{message}}" }]""", status: 1, extension);

    /// <summary>The answer that ends a workflow.</summary>
    public static Answer Ended(int type, Guid guid, string messages, int status, string extension = "null") =>
        Envelope(type, guid, status, $"\"Prompt\": null, \"InformationMessages\": {messages}", extension);

    /// <summary>A documented answer in a conversation with another GUID.</summary>
    public static Answer InConversation(this Answer answer, Guid guid)
    {
        JsonNode body = JsonNode.Parse(answer.Body)!;
        body["WorkflowRequestGuid"] = guid;
        return answer with { Body = body.ToJsonString() };
    }

    private static Answer Envelope(int type, Guid guid, int status, string content, string extension) => Answer.Json(200, $$"""
        {
          "WorkflowRequestGuid": "{{guid}}", "WorkflowRequestType": {{type}}, "WorkflowStatus": {{status}}, {{content}},
          "AnswerExtension": {{extension}}, "CircTranType": 0, "ReceiptType": 0, "ReceiptUrl": "", "FineEReceiptSent": false
        }
        """);
}
